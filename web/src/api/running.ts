import { call, part, post } from './http'
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
    activity: Id
    what: 'started' | 'finished' | 'postponed' | 'cancelled'
    on?: Iso
    to?: Iso
    why?: string
    remaining?: number
    criterion_met?: boolean
    costs?: Posting[]
}
export interface Observation {
    indicator: Id
    on: Iso
    value: string
    source: string
    state: 'draft' | 'verified' | 'disputed'
}

const at = (plan: Id, rest: string): string => `/plans/${part(plan)}${rest}`

export const progress = (plan: Id, happened: Happened): Promise<unknown> => post(at(plan, '/progress'), happened)
export const observe = (plan: Id, observation: Observation): Promise<unknown> => post(at(plan, '/observations'), observation)
export const setAsOf = async (plan: Id, date: Iso): Promise<void> => void (await call('PUT', at(plan, '/as-of'), { body: { date } }))
