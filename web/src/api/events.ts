import { call, get, part, post } from './http'
import type { Bilingual, Dates, Id, Iso, Name, Named, Partly, Released } from './types'

export type ClockState = 'not-started' | 'sent' | 'late'
export interface Clock {
    sent: Iso | null
    /** Whether it, and nothing else, holds the event where it is. */
    binds: boolean
    state: ClockState
}
export interface ApprovalClock extends Named, Clock {
    request_by: Released<Iso>
    steps: Partly<{ name: Bilingual; by: Iso }>
}
export interface NoticeClock extends Clock {
    rule: Id
    name: Name
    force: 'law' | 'policy' | 'preference'
    notice_by: Iso
    counts_from: Bilingual
}
export interface PlanEvent extends Named {
    line: Id | null
    type: Id | null
    side: Id | null
    start: Iso
    finish: Iso
    funds: Partly<{ fund: Id; authority: Released<string> | null; side: Id | null }>
    place: Released<Id> | null
    people: Partly<{ resource: Id; units: number }>
    approvals: Partly<ApprovalClock>
    notices: NoticeClock[]
    waivers: { rule: Id | null; role: string; until: Iso | null; reason: Bilingual }[]
    chain: (Named & { start: Iso; days_before: number })[]
    status: Released<string>
}
export interface Events {
    side: Id
    years: { year: number; label: string; first: Iso; last: Iso; events: number }[]
    year: number | null
    events: PlanEvent[]
}
export interface DueItem {
    kind: 'approval' | 'notice' | 'gate' | 'fund-closes'
    section: string
    id: Id
    activity: Id | null
    name?: Name
    by: Iso
    under: Id | null
    sentence: Bilingual
    state: ClockState
}
export interface Worklist {
    as_of: Iso
    waiting: { number: number; title: Bilingual; signed: Id[]; waiting: Id[] }[]
    due: { late: DueItem[]; d14: DueItem[]; d30: DueItem[]; d90: DueItem[] }
    changed: { at: string; sentence: Bilingual; section: string; id: Id }[]
    notes: { at: string; section: string; id: Id; side: Id; role: string; text: string }[]
    conflicts: { kind: string; what: Id; sentence: Bilingual }[]
    starting: (Named & { start: Iso; side: Id | null })[]
}

const at = (plan: Id, rest: string): string => `/plans/${part(plan)}${rest}`

export const events = (plan: Id, asked: { side?: Id; year?: string; dates: Dates }, signal?: AbortSignal): Promise<Events> => get(at(plan, '/events'), { ...asked }, signal)
export const due = (plan: Id, days: number, signal?: AbortSignal): Promise<{ as_of: Iso; days: number; items: DueItem[] }> => get(at(plan, '/due'), { days }, signal)
export const worklist = (plan: Id, signal?: AbortSignal): Promise<Worklist> => get(at(plan, '/worklist'), {}, signal)
export const calendarLink = (plan: Id): Promise<{ id: Id; url: string }> => post('/calendar-links', { plan })
export const endCalendarLink = async (id: Id): Promise<void> => void (await call('DELETE', `/calendar-links/${part(id)}`))
