import { get, part } from './http'
import type { Bilingual, Dates, Id, Iso, Name, Named, Released } from './types'

export const measures = ['allotted', 'planned', 'committed', 'obligated', 'disbursed'] as const
export type Measure = (typeof measures)[number]

/** Amounts in minor units; null where nothing is stated or posted. */
export interface MoneyYear {
    year: number
    label: string
    first: Iso
    last: Iso
    ceiling: Released<number> | null
    allotted: number | null
    planned: number | null
    committed: number | null
    obligated: number | null
    disbursed: number | null
    remaining: Released<number> | null
    unobligated: number | null
    p80: number | null
    breach: Released<number> | null
}
export interface FundMoney extends Named {
    authority: Released<string> | null
    opens: Released<Iso> | null
    closes: Released<Iso> | null
    currency: string | null
    years: MoneyYear[]
}
export interface SideMoney {
    side: Id
    name: Name
    currency: string | null
    /** Something of this side was not released to the reader: its sums are of what was. */
    partial: boolean
    years: MoneyYear[]
    funds: FundMoney[]
}
export interface MoneyView {
    currency: string | null
    finding: Bilingual
    sides: SideMoney[]
}
export interface MoneyLine {
    activity: Id | null
    name: Name | null
    fund: Id | null
    on: Iso
    share: number | null
    amount: number
    reference: string | null
}
export interface MoneyLines {
    side: Id
    fund: Id | null
    year: number | null
    measure: Measure
    currency: string
    total: number
    partial: boolean
    lines: MoneyLine[]
}
export interface LinesAsked {
    side: Id
    fund?: Id
    year?: string
    measure: Measure
    currency?: string
    dates: Dates
}

const at = (plan: Id, rest: string): string => `/plans/${part(plan)}${rest}`

export const money = (plan: Id, currency: string, dates: Dates, signal?: AbortSignal): Promise<MoneyView> => get(at(plan, '/money'), { currency, dates }, signal)
export const moneyLines = (plan: Id, asked: LinesAsked, signal?: AbortSignal): Promise<MoneyLines> => get(at(plan, '/money/lines'), { ...asked }, signal)
