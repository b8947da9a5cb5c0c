import { part, post } from './http'
import type { Id, Iso } from './types'

export interface Posting {
    fund: Id
    kind: 'commitment' | 'obligation' | 'payment'
    /** As written: "12k USD". */
    amount: string
    on: Iso
    reference?: string
}
export interface Happened {
    /** The activity. */
    id: Id
    what: 'started' | 'finished' | 'postponed' | 'cancelled'
    on?: Iso
    /** Of what finished and was never said to have started. */
    from?: Iso
    to?: Iso
    why?: string
    /** As written: "4wd". */
    remaining?: string
    criterion_met?: boolean
    costs?: Posting[]
}
export interface Observation {
    /** The indicator. */
    id: Id
    on: Iso
    value: string
    source: string
    state: 'draft' | 'verified' | 'disputed'
}

/** One fact: the server makes it an edit of the plan's text. */
const fact = (plan: Id, told: object): Promise<unknown> => post(`/plans/${part(plan)}/progress`, told)

export const progress = (plan: Id, happened: Happened): Promise<unknown> => fact(plan, happened)
export const observe = (plan: Id, observation: Observation): Promise<unknown> => fact(plan, { what: 'observed', ...observation })
