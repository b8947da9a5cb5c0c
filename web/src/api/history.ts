import { get, part } from './http'
import type { Bilingual, Id, Iso, Named, Partly, Released } from './types'

export interface Completeness {
    /** Of the organisation that leads; null where none is named. */
    side: Id | null
    filled: number
    required: number
    gaps: { field: string; missing: number; activities: Id[] }[]
}
export interface HistoryPage {
    completeness: Completeness[]
    history: (Named & { activity: Released<Id> | null; on: Released<Iso> | null; kind: Released<string> | null })[]
    lessons: (Named & { from: Released<Id> | null; changed: Partly<Id>; applied: Released<boolean> })[]
}
export interface LogEntry {
    /** 1, 2, 3, … among what the reader may read. */
    position: number
    at: string
    side: Id
    role: string
    own: boolean
    kind: string
    section: string
    record: Id
    field: string
    old: string | null
    new: string | null
    /** Entries of one edit share it. */
    batch: number
    sentence: Bilingual
}
export interface Found {
    total: number
    results: (Named & { section: string; field: string; text: Bilingual })[]
}

const at = (plan: Id, rest: string): string => `/plans/${part(plan)}${rest}`

export const historyPage = (plan: Id, signal?: AbortSignal): Promise<HistoryPage> => get(at(plan, '/records'), {}, signal)
export const search = (plan: Id, words: string, signal?: AbortSignal): Promise<Found> => get(at(plan, '/search'), { q: words }, signal)

const most = 500
/** Every change, oldest first, or those of one record; the server gives them in portions. */
export async function log(plan: Id, of: { section?: string; record?: Id } = {}, signal?: AbortSignal): Promise<LogEntry[]> {
    const all: LogEntry[] = []
    for (;;) {
        const { entries } = await get<{ entries: LogEntry[] }>(at(plan, '/log'), { ...of, since: all.at(-1)?.position ?? 0 }, signal)
        all.push(...entries)
        if (entries.length < most) return all
    }
}
