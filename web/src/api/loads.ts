import { get, part } from './http'
import type { Bilingual, Dates, Id, Iso, Name, Named, Released } from './types'

export interface Asks {
    activity: Id
    name: Name
    side: Id | null
    start: Iso
    finish: Iso
    units: number
}
export interface Peak {
    day: Iso
    load: number
    capacity: Released<number> | null
    who: Asks[]
}
export interface Pool extends Named {
    owner: Id[]
    unit: string | null
    capacity: Released<number> | null
    over_days: number
    /** Monday, highest load of the week, lowest capacity of the week (null when not released). */
    weeks: [Iso, number, number | null][]
    peak: Peak | null
}
export interface YearPool extends Named {
    unit: string | null
    side: Id | null
    years: { year: number; label: string; load: number; capacity: Released<number> | null }[]
}
export interface Loads {
    finding: Bilingual
    pools: Pool[]
    yearly: YearPool[]
}
export interface PoolDay {
    pool: Id
    day: Iso
    load: number
    capacity: Released<number> | null
    who: Asks[]
}

const at = (plan: Id, rest: string): string => `/plans/${part(plan)}${rest}`

export const loads = (plan: Id, dates: Dates, signal?: AbortSignal): Promise<Loads> => get(at(plan, '/loads'), { dates }, signal)
export const poolDay = (plan: Id, pool: Id, on: Iso, dates: Dates, signal?: AbortSignal): Promise<PoolDay> => get(at(plan, `/loads/${part(pool)}/${on}`), { dates }, signal)
