import { get, part } from './http'
import type { Indicator } from './overview'
import type { Dates, Id, Iso, Name, Partly, Released } from './types'

export interface YearOfIndicator {
    year: number
    label: string
    end: number
    peak: number
    peak_on: Iso
    trough: number
    trough_on: Iso
    target: number | null
    met: boolean
}
export interface Observed {
    on: Iso
    value: number
    state: 'draft' | 'verified' | 'disputed'
    source: string | null
}
export interface IndicatorDetail {
    id: Id
    measure: Released<string> | null
    floor: Released<number> | null
    half_life_months: Released<number> | null
    attrition: Released<number> | null
    years: Partly<YearOfIndicator>
    /** `met`: the chance that the target is reached. */
    fan: { year: number; on: Iso; low: number; middle: number; high: number; target: number | null; met: number | null }[]
    observations: Partly<Observed>
    effects: { activity: Id; name: Name; on: Iso; change: number }[]
}
export interface Worth {
    activity: Id
    name: Name
    finish: Iso
    gates: { gate: Id; indicator: Id; change: number; with: number; without: number; wanted: number; met: boolean; met_without: boolean }[]
}
export interface Outcomes {
    indicators: Indicator[]
    details: IndicatorDetail[]
    worth: Worth[]
}

export const outcomes = (plan: Id, dates: Dates, signal?: AbortSignal): Promise<Outcomes> => get(`/plans/${part(plan)}/outcomes`, { dates }, signal)
