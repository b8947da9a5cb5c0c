import { call, get, part, post } from './http'
import type { Bilingual, Dates, Hash, Id, Iso, Money, Named, Released, Sentence, Span } from './types'

export interface PlanLine {
    id: Id
    title: Bilingual
    start: Iso
    end: Iso
    sides: Id[]
    illustrative: boolean
    handling: string | null
    state: string
}

export interface Side {
    id: Id
    name: Bilingual
    currency: string
    fiscal_month: number
    calendar: Id
}
export interface Gate extends Named {
    due: Iso
    hijri?: string
    phase: Id | null
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
    as_of: Iso
    illustrative: boolean
    handling: string | null
    hash: Hash
    dates_state: 'current' | 'stale' | 'none'
    sides: Side[]
    lines: (Named & { lead: Id | null })[]
    phases: (Named & Span)[]
    gates: Gate[]
    periods: Period[]
    days_off: Record<Id, (Span & { names: Bilingual[] })[]>
    organisations: (Named & { side: Id | null })[]
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
    min: number
    max?: number | null
}
export interface Activity extends Named {
    line: Id | null
    phase: Id | null
    type: Id | null
    lead: Id | null
    side: Id | null
    start: Iso | null
    finish: Iso | null
    start_hijri?: string
    finish_hijri?: string
    days: number
    points: number[] | null
    float: number | null
    critical: boolean
    earliest_start: Iso | null
    window: { first: Iso | null; last: Iso | null } | null
    optional: boolean
    chosen: boolean
    status: string
    remaining: number | null
    after: Link[]
    needs: (Named & { units: number })[]
    cost: Released<{ likely: Money; low?: Money; high?: Money }> | null
    place: Id | null
    baseline_start: Iso | null
    baseline_finish: Iso | null
    why: Bilingual | null
}
export interface Roadmap {
    dates: Dates
    status: string
    end: Iso | null
    proven: boolean
    activities: Activity[]
    violations: Violation[]
}
export interface Violation extends Sentence {
    kind: string
    what: Id
}

export interface Diagnostic {
    code: string
    severity: 'error' | 'warning' | 'note'
    file: string
    line: number
    first: number
    last: number
    message: string
    hint?: string
    section?: string
    id?: Id
}

export interface NewPlan {
    template: 'blank' | 'partnership-year' | 'exercise' | 'challenge'
    title: Bilingual
    sides: { id: Id; name: Bilingual; calendar: string; fiscal_month: number; currency: string }[]
    start: Iso
    years: number
    lines: Bilingual[]
}

const at = (plan: Id, rest = ''): string => `/plans/${part(plan)}${rest}`

export const plans = async (): Promise<PlanLine[]> => (await get<{ plans: PlanLine[] }>('/plans')).plans
export const newPlan = (plan: NewPlan): Promise<{ id: Id }> => post('/plans', plan)
export const keep = (plan: Id): Promise<{ id: Id }> => post(at(plan, '/keep'))
export const frame = (plan: Id, signal?: AbortSignal): Promise<Frame> => get(at(plan), {}, signal)
export const roadmap = (plan: Id, dates: Dates, signal?: AbortSignal): Promise<Roadmap> => get(at(plan, '/roadmap'), { dates }, signal)
export const seen = (plan: Id): Promise<unknown> => post(at(plan, '/seen'))
export const asOf = async (plan: Id, date: Iso): Promise<unknown> => (await call('PUT', at(plan, '/as-of'), { body: { date } })).value
