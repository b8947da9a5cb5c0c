import { settings, type Lang } from '$/address/settings.svelte'
import { calendar } from '$/text/tables/calendar'
import { number } from '$/text/numbers'
import { day, instant, type Day } from './day'

/** Days as people read them, in the calendars they chose. */

export type Length = 'full' | 'short' | 'month' | 'weekday'
const shapes: Record<Length, Intl.DateTimeFormatOptions> = {
    full: { day: 'numeric', month: 'short', year: 'numeric' },
    short: { day: 'numeric', month: 'short' },
    month: { month: 'short', year: 'numeric' },
    weekday: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
}

const formats = new Map<string, Intl.DateTimeFormat>()
function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const key = locale + JSON.stringify(options)
    let made = formats.get(key)
    if (!made) {
        made = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
        formats.set(key, made)
    }
    return made
}

const gregorianLocale = (): string => (settings.lang === 'ar' ? `ar-AE-u-nu-${settings.digits}-ca-gregory` : 'en-GB')

export function gregorian(value: Day, length: Length = 'full'): string {
    return format(gregorianLocale(), shapes[length]).format(instant(value))
}

export function monthName(value: Day, length: 'short' | 'long' = 'short'): string {
    return format(gregorianLocale(), { month: length }).format(instant(value))
}

export interface Hijri {
    year: number
    month: number
    day: number
}

const known = new Map<Day, Hijri>()

/** The day of the Umm al-Qura calendar. Remembered: a chart asks for the same days at every step. */
export function hijriOf(value: Day): Hijri {
    const found = known.get(value)
    if (found) return found
    const made = hijriAsked(value)
    known.set(value, made)
    return made
}

function hijriAsked(value: Day): Hijri {
    const parts = format('en-u-ca-islamic-umalqura-nu-latn', { day: 'numeric', month: 'numeric', year: 'numeric' }).formatToParts(instant(value))
    const part = (type: string): number => parseInt(parts.find((found) => found.type === type)?.value ?? '0', 10)
    return { year: part('year'), month: part('month'), day: part('day') }
}

export function hijriMonth(month: number, width: 'usual' | 'narrow' = 'usual'): string {
    const names = calendar[width === 'narrow' ? 'hijri_narrow' : 'hijri_months'][settings.lang].split('|')
    return names[month - 1] ?? ''
}

export function hijriYear(year: number): string {
    return `${plainNumber(year)} ${calendar.hijri_era[settings.lang]}`
}

export function hijri(value: Day, length: Length = 'full'): string {
    const { year, month, day: ofMonth } = hijriOf(value)
    return length === 'short' ? `${plainNumber(ofMonth)} ${hijriMonth(month)}` : `${plainNumber(ofMonth)} ${hijriMonth(month)} ${hijriYear(year)}`
}

/** A number without grouping: years and days. */
export function plainNumber(value: number): string {
    return number(value, 0).replace(/[,٬\u066c]/g, '')
}

/** The date in the calendar that the reader put first. */
export function date(value: Day, length: Length = 'full'): string {
    return settings.calendars === 'hijri' ? hijri(value, length) : gregorian(value, length)
}

/** The same for a date as the server writes it. */
export function dateOf(text: string, length: Length = 'full'): string {
    return date(day(text), length)
}

/** A Gregorian date in a given language, for texts that are kept in both. */
export function dateIn(lang: Lang, text: string): string {
    return format(lang === 'ar' ? 'ar-AE-u-nu-latn-ca-gregory' : 'en-GB', shapes.full).format(instant(day(text)))
}
