import { withheld } from '$/api/types'
import type { FieldValue, Keyword, Written } from '$/api/records'

/** Between a value as it is written in the plan file and what a form shows of it. */

export function scalar(value: FieldValue | undefined): string {
    return typeof value === 'string' ? value : ''
}

export function map(value: FieldValue | undefined): { [key: string]: Written } {
    return value !== undefined && typeof value === 'object' && !Array.isArray(value) && !withheld(value) ? (value as { [key: string]: Written }) : {}
}

/** A list, or a single value for a list of one. */
export function list(value: FieldValue | undefined): Written[] {
    if (value === undefined || value === '' || withheld(value)) return []
    return Array.isArray(value) ? value : [value as Written]
}

/** A text stands in both languages, or as one scalar. */
export function text(value: FieldValue | undefined): { en: string; ar: string } {
    if (typeof value === 'string') return { en: value, ar: '' }
    const both = map(value)
    return { en: scalar(both['en']), ar: scalar(both['ar']) }
}

/** The text with one language changed; what else is written in it (reviews) stays. */
export function withText(value: FieldValue | undefined, lang: 'en' | 'ar', words: string): Written | undefined {
    const { ar, en, ...others } = typeof value === 'string' ? { en: value, ar: '' } : (map(value) as { en?: Written; ar?: Written })
    const next = { en: scalar(en), ar: scalar(ar), [lang]: words }
    if (next.en === '' && next.ar === '') return undefined
    return { ...(next.en !== '' && { en: next.en }), ...(next.ar !== '' && { ar: next.ar }), ...others }
}

export function lines(value: FieldValue | undefined): string {
    return list(value).map((item) => (typeof item === 'string' ? item : JSON.stringify(item))).join('\n')
}

export function fromLines(words: string): Written | undefined {
    const items = words.split('\n').map((line) => line.trim()).filter((line) => line !== '')
    return items.length === 0 ? undefined : items.length === 1 ? items[0] : items
}

export function same(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
    return JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
}

/** A short identifier from an English name: "Liaison officer course 2" is "liaison-officer-course-2". */
export function idFrom(name: string, taken: (id: string) => boolean): string {
    const words = name.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40).replace(/-+$/, '')
    const id = words === '' ? 'new' : /^[a-z]/.test(words) ? words : `n-${words}`
    if (!taken(id)) return id
    for (let number = 2; ; number++) if (!taken(`${id}-${number}`)) return `${id}-${number}`
}

/** Fields that a new record is asked for first: what it must have, then what it is for; never more than seven. */
const first: Record<string, string[]> = {
    activities: ['name', 'line', 'lead', 'duration', 'calendar', 'window', 'after'],
    indicators: ['name', 'unit', 'better', 'baseline', 'targets', 'measure'],
    funds: ['name', 'owner', 'authority', 'closes', 'ceiling'],
    gates: ['name', 'by', 'closes', 'requires', 'when', 'approvers'],
}
export const MOST = 7

export function firstFields(section: string, keywords: Keyword[]): string[] {
    const required = keywords.filter((keyword) => keyword.presence === 'required').map((keyword) => keyword.name)
    const usual = first[section] ?? keywords.map((keyword) => keyword.name)
    const known = new Set(keywords.map((keyword) => keyword.name))
    return [...new Set([...(known.has('name') ? ['name'] : []), ...required, ...usual])].filter((name) => known.has(name)).slice(0, MOST)
}

/** What is typed where, by the form of the value. */
export const examples: Record<string, string> = {
    date: '2027-03-01',
    days: '2027-03-01..2027-03-05',
    period: '2027-03-01..2027-05-31',
    'open-period': '2027-03-01..2027-05-31',
    duration: '15/25/45wd',
    remaining: '4wd',
    lead: '14ed',
    delay: '5/10/20wd',
    money: '120k USD',
    cost: '90/120/170k USD',
    percent: '50%',
    chance: '30%',
    months: '11mo',
    hours: '4.5h',
    year: 'FY2027',
    every: '07-04',
    hijri: '09',
    dependency: 'gov-001 + 3wd',
    criterion: '>= 0.55',
    baseline: '0.45 on 2027-07-01',
    factor: '0.95/1.05/1.15',
    currency: 'USD',
    month: 'october',
    'year-of': 'year of usa',
}
