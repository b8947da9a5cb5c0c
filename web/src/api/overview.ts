import { get, part } from './http'
import type { Bilingual, Dates, Id, Iso, Money, Named } from './types'

export interface Criterion {
    indicator: Id
    name: Bilingual
    comparison: string
    wanted: number
    value: number | null
    met: boolean
    peak: { value: number; on: Iso } | null
    trough: { value: number; on: Iso } | null
    last_event: (Named & { on: Iso }) | null
    odds: number | null
}
export interface GateOutlook extends Named {
    phase: Id | null
    due: Iso
    due_hijri?: string
    /** When its work is done, on likely durations. */
    date: Iso | null
    late_days: number
    p50: Iso | null
    p80: Iso | null
    /** Chance that its work is done in time, and that it passes in time. */
    on_time: number | null
    pass: number | null
    passes: boolean
    required?: number
    criteria: Criterion[]
}
export type Point = [Iso, number]
export interface Indicator extends Named {
    unit: string
    better: 'up' | 'down'
    baseline: number | null
    value: number | null
    target: number | null
    series: Point[]
    targets: { year: string | number; value: number; date: Iso }[]
    tests: { gate: Id; date: Iso; wanted: number; met: boolean }[]
    state: 'met' | 'risk' | 'fail' | string
    p10: Point[] | null
    p90: Point[] | null
}
export interface Help {
    what: Bilingual
    options: Id[]
    changes: unknown[]
    pass_before: number | null
    pass_after: number | null
    cost: Money | null
}
export interface OpenDecision {
    number: number
    title: Bilingual
    signed: Id[]
    waiting: Id[]
}
export interface Obtained {
    hash: string
    samples: number | null
    seed: number | null
    version: string
    sentence: Bilingual
}
export interface Overview {
    finding: Bilingual
    detail: Bilingual
    joint: { date: number | null; pass: number | null; error: number | null } | null
    gates: GateOutlook[]
    indicators: Indicator[]
    help: Help[]
    decisions: OpenDecision[]
    obtained: Obtained | null
}

export const overview = (plan: Id, dates: Dates, signal?: AbortSignal): Promise<Overview> => get(`/plans/${part(plan)}/overview`, { dates }, signal)
