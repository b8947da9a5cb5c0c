import { get, part } from './http'
import type { Dates, Id, Iso, Money, Name, Named, Partly, Range3, Released } from './types'

export type Likelihood = 'frequent' | 'likely' | 'occasional' | 'seldom' | 'unlikely'
export type Severity = 'catastrophic' | 'critical' | 'moderate' | 'negligible'
export type Level = 'extremely-high' | 'high' | 'medium' | 'low'

export interface Effect {
    /** Times as long: low, likely, high. */
    factor: [number, number, number] | null
    days: [number, number, number] | null
    /** Whether `days` are calendar days. */
    elapsed: boolean
    cost: Range3 | null
}
export interface Risk extends Named {
    /** null where it is rated in words. */
    probability: Released<number> | null
    likelihood: Released<Likelihood>
    severity: Released<Severity>
    level: Released<Level>
    owner: Released<string> | null
    touches: Partly<Id>
    effect: Released<Effect> | null
    season: Released<Id> | null
    fund: Released<Id> | null
    mitigation: Released<{ probability: number | null; effect: Effect; costs: Money | null; fund: Released<Id> | null; on: Iso | null; planned: boolean }> | null
}
export interface Risks {
    risks: Risk[]
    matrix: { severity: Severity; cells: { likelihood: Likelihood; level: Level; risks: Id[] }[] }[]
    end: { planned: Iso; by_planned: number; p50: Iso | null; p80: Iso | null; mean_delay_days: number; spread_days: number } | null
    /** Days that the end moves from the planned one. */
    tornado: { kind: 'risk' | 'activity'; id: Id; name: Name; low: number; high: number; error: number }[]
    drives: { activity: Id; name: Name; criticality: number; cruciality: number; sensitivity: number }[]
    samples: number | null
}

export const risks = (plan: Id, dates: Dates, signal?: AbortSignal): Promise<Risks> => get(`/plans/${part(plan)}/risks`, { dates }, signal)
