import { get, part } from './http'
import type { Bilingual, Dates, Id, Iso, Money, Name, Named, Partly, Released } from './types'

export interface Criterion {
    indicator: Id
    name: Name
    comparison: string
    wanted: number
    value: Released<number> | null
    met: Released<boolean>
    peak: { value: number; on: Iso } | null
    trough: { value: number; on: Iso } | null
    last_event: (Named & { on: Iso }) | null
    odds: number | null
}
export interface GateOutlook extends Named {
    phase: Released<Id> | null
    due: Iso
    due_hijri: string | null
    /** When its work is done, on likely durations. */
    date: Iso | null
    late_days: number
    p50: Iso | null
    p80: Iso | null
    /** Chance that its work is done in time, and that it passes in time. */
    on_time: number | null
    pass: number | null
    passes: boolean
    requires: Released<number>
    criteria: Partly<Criterion>
}
export type Point = [Iso, number]
export interface Indicator extends Named {
    unit: string | null
    kind: 'outcome' | 'output'
    better: 'up' | 'down'
    baseline: Released<number> | null
    value: Released<number> | null
    target: Released<number> | null
    series: Partly<Point>
    targets: Partly<{ year: number; value: number; date: Iso }>
    tests: { gate: Id; date: Iso; wanted: number; comparison: string; met: boolean }[]
    state: 'met' | 'risk' | 'fails' | 'none'
    p10: Point[]
    p50: Point[]
    p90: Point[]
}
export interface Help {
    what: Bilingual
    options: Id[]
    changes: unknown[]
    pass_before: number | null
    pass_after: number | null
    gates_before?: number
    gates_after?: number
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
    /** Null while it is looked for. */
    help: Help[] | null
    /** The job that looks for it; null when there is none. */
    help_job: Id | null
    decisions: OpenDecision[]
    obtained: Obtained | null
}

export const overview = (plan: Id, dates: Dates, signal?: AbortSignal): Promise<Overview> => get(`/plans/${part(plan)}/overview`, { dates }, signal)
