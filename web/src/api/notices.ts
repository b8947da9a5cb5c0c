import { call, get, part } from './http'
import type { Bilingual, Id, Iso } from './types'

export interface Notice {
    kind: 'signature' | 'returned' | 'objected' | 'changed' | 'note' | 'reply' | 'due'
    /** When it happened; of what is due there is `by` instead. */
    at: string | null
    by: Iso | null
    sentence: Bilingual
    section: string
    id: Id
    proposal: number | null
    count: number
    /** Since the reader looked last. */
    fresh: boolean
}
export interface Notices {
    fresh: number
    seen: string | null
    notices: Notice[]
}

const at = (plan: Id): string => `/plans/${part(plan)}/notices`

export const notices = (plan: Id, signal?: AbortSignal): Promise<Notices> => get(at(plan), {}, signal)
export const noticesSeen = async (plan: Id): Promise<void> => void (await call('POST', `${at(plan)}/seen`, { body: {} }))
