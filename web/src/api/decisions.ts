import { call, get, part, post } from './http'
import type { Change } from './records'
import type { GateOutlook } from './overview'
import type { Bilingual, Hash, Id, Iso } from './types'

export type ProposalState = 'open' | 'approved' | 'returned' | 'objected' | 'withdrawn'

export interface NewProposal {
    /** The server words the title of an undo. */
    title?: Bilingual
    note?: string
    changes?: Change[]
    pins?: Record<Id, Iso>
    options?: Id[]
    /** Takes back what this approved proposal changed, and nothing else. */
    undo?: number
    /** Goes back to what this approved proposal put in force. */
    restore?: number
}
export interface Signature {
    kind: 'sign' | 'return' | 'object' | 'disclose'
    side: Id
    role: string
    deputy: boolean
    at: string
    hash: Hash
    comment: string
    void: { why: Bilingual; at: string } | null
}
export interface Difference {
    sentence: Bilingual
    section?: string
    id?: Id
}
export interface MovedDate {
    activity: Id
    name: Bilingual
    from: Iso | null
    to: Iso | null
    days: number | null
}
export interface ProposalLine {
    number: number
    title: Bilingual
    state: ProposalState
    made_by: { role: string; side: Id }
    at: string
    signed?: Id[]
    waiting?: Id[]
}
export interface Proposal extends ProposalLine {
    note?: string
    /** Counts of records by section; `differences` and `dates_moved` hold the first of them only. */
    summary?: { section: string; added: number; removed: number; changed: number }[]
    differences: Difference[]
    differences_total?: number
    dates_moved: MovedDate[]
    dates_moved_total?: number
    dates_state?: 'current' | 'stale' | 'none'
    dates_job?: Id | null
    gates: { before: GateOutlook[]; after: GateOutlook[] } | null
    /** Exactly what is signed. */
    texts: Bilingual
    hash: Hash
    signatures: Signature[]
    blocked: { sentence: Bilingual }[]
    changed_since_my_last: Difference[]
    may_sign: boolean
    may_withdraw: boolean
    may_disclose: boolean
}
export interface Decision {
    number: number
    at: string
    kind: 'proposed' | 'changed' | 'signed' | 'returned' | 'objected' | 'withdrawn' | 'approved' | 'disclosed' | 'released' | 'dated'
    proposal: number
    title: Bilingual
    side: Id
    role: string
    deputy: boolean
    comment: string
    hash: Hash
    previous: Hash
}

const PAGE = 100
const at = (plan: Id, rest = ''): string => `/plans/${part(plan)}/proposals${rest}`

export const proposals = async (plan: Id): Promise<ProposalLine[]> => (await get<{ proposals: ProposalLine[] }>(at(plan))).proposals
export const proposal = (plan: Id, number: number): Promise<Proposal> => get(at(plan, `/${number}`))
export const moreDifferences = async (plan: Id, number: number, query: { section?: string; from: number }): Promise<{ total: number; differences: Difference[] }> => get(at(plan, `/${number}/differences`), { ...query, count: PAGE })
export const moreDates = async (plan: Id, number: number, from: number): Promise<{ total: number; dates_moved: MovedDate[] }> => get(at(plan, `/${number}/dates`), { from, count: PAGE })
export const propose = (plan: Id, made: NewProposal): Promise<{ number: number }> => post(at(plan), made)
export const replaceProposal = async (plan: Id, number: number, made: NewProposal): Promise<void> => void (await call('PUT', at(plan, `/${number}`), { body: made }))
export const sign = (plan: Id, number: number, hash: Hash): Promise<unknown> => post(at(plan, `/${number}/sign`), { hash })
export const sendBack = (plan: Id, number: number, comment: string): Promise<unknown> => post(at(plan, `/${number}/return`), { comment })
export const object = (plan: Id, number: number, comment: string): Promise<unknown> => post(at(plan, `/${number}/object`), { comment })
export const disclose = (plan: Id, number: number, hash: Hash): Promise<unknown> => post(at(plan, `/${number}/disclose`), { hash })
export const withdraw = (plan: Id, number: number): Promise<unknown> => post(at(plan, `/${number}/withdraw`))
export const decisions = async (plan: Id): Promise<Decision[]> => (await get<{ decisions: Decision[] }>(`/plans/${part(plan)}/decisions`)).decisions
export const differences = async (plan: Id, from: 'baseline' | 'signed'): Promise<Difference[]> => (await get<{ differences: Difference[] }>(`/plans/${part(plan)}/differences`, { from })).differences
