import { get, part, post } from './http'
import type { Bilingual, Dates, Hash, Id, Iso, Named, Partly, Range3, Released, Sentence, Span } from './types'

export interface PlanLine {
    id: Id
    title: Bilingual
    sides: Id[]
    sandbox: boolean
}

export interface Side extends Named {
    currency: string
    fiscal_month: number
    calendar: Id
}
export interface Gate extends Named {
    due: Iso
    hijri: string | null
    phase: Released<Id> | null
    firm: boolean
}
export interface Period extends Named {
    kind: 'season' | 'islamic'
    status: string
    days: Span[]
}
export interface Step {
    can: boolean
    what: Bilingual | null
}
export interface Frame {
    id: Id
    title: Bilingual
    start: Iso
    end: Iso
    as_of: Iso | null
    illustrative: boolean
    handling: string | null
    hash: Hash
    dates_state: 'current' | 'stale' | 'none'
    /** The search that brings them, while it runs. */
    dates_job?: Id | null
    sides: Side[]
    lines: (Named & { lead: Released<string> | null })[]
    phases: (Named & Span)[]
    gates: Gate[]
    periods: Period[]
    days_off: Record<Id, (Span & { names: Bilingual[] })[]>
    organisations: (Named & { side: Released<Id> | null })[]
    resources?: Named[]
    indicators?: Named[]
    rules?: Named[]
    approvals?: Named[]
    types: Named[]
    places: Named[]
    funds: Named[]
    calendars: Named[]
    baseline: { hash: Hash; at: string } | null
    head_equals_baseline: boolean
    undo: Step
    redo: Step
}

export interface Link {
    id: Id
    type: string
    /** "5wd" or "5ed" */
    min: string | null
    max: string | null
}
export interface Activity extends Named {
    line: Released<Id> | null
    phase: Released<Id> | null
    type: Released<Id> | null
    lead: Released<Id> | null
    side: Released<Id> | null
    start: Iso | null
    finish: Iso | null
    days: number
    points: Released<number[]>
    float: number | null
    critical: boolean
    earliest_start: Iso | null
    optional: boolean
    chosen: boolean
    status: Released<'planned' | 'started' | 'finished' | 'cancelled'>
    remaining: number | null
    window: Released<{ first: Iso | null; last: Iso | null }> | null
    after: Partly<Link>
    avoid: Partly<Id>
    needs: Partly<{ id: Id; units: number }>
    cost: Released<Range3> | null
    shares: Partly<{ fund: Id; side: Id | null; minor: number; currency: string }>
    effects: Partly<{ id: Id; change: number }>
    place: Released<Id> | null
    baseline_start: Iso | null
    baseline_finish: Iso | null
    why: Bilingual | null
    holds: { kind: string; section: string | null; id: Id | null }[]
}
export interface Roadmap {
    dates: Dates
    status: string | null
    end: Iso | null
    /** Not told to one side alone: whether nothing better exists hangs on everybody's limits. */
    proven: boolean | null
    activities: Activity[]
    violations: Violation[]
}
export interface Violation extends Sentence {
    kind: string
    what: Id
    other: Id | null
    year: number | null
    when: Iso
    amount: number
    currency: string | null
    periods: Span[]
}

export interface NewPlan {
    template: 'blank' | 'partnership-year' | 'exercise' | 'challenge'
    title: Bilingual
    sides: { id: Id; name: Bilingual; calendar: string; fiscal_month: number; currency: string }[]
    start: Iso
    years: number
    languages: 'both' | 'en' | 'ar'
    lines: Bilingual[]
}

const at = (plan: Id, rest = ''): string => `/plans/${part(plan)}${rest}`

export const plans = async (): Promise<PlanLine[]> => (await get<{ plans: PlanLine[] }>('/plans')).plans
export const newPlan = (plan: NewPlan): Promise<{ id: Id }> => post('/plans', plan)
export const keep = (plan: Id): Promise<{ id: Id }> => post(at(plan, '/keep'))
export const frame = (plan: Id, signal?: AbortSignal): Promise<Frame> => get(at(plan), {}, signal)
export const roadmap = (plan: Id, dates: Dates, signal?: AbortSignal): Promise<Roadmap> => get(at(plan, '/roadmap'), { dates }, signal)
export const seen = (plan: Id): Promise<unknown> => post(at(plan, '/seen'))
