import { call, get, part, post } from './http'
import { listen } from './stream'
import type { Problem } from './http'
import type { GateOutlook } from './overview'
import type { Change } from './records'
import type { Bilingual, Id, Iso, Money, Named } from './types'

export type Kind = 'schedule' | 'explain' | 'simulate' | 'improve' | 'replan' | 'whatif' | 'try' | 'help'
export interface Progress {
    what: string
    done: number
    total: number | null
    rate: number | null
    remaining_seconds: number | null
    best: string | number | null
    bound: string | number | null
}
export interface Job<R> {
    id: Id
    kind: Kind
    state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
    progress: Progress | null
    /** While it runs: what can be said already. */
    first: R | null
    result: R | null
    problem: Problem | null
}

export interface Trial {
    changes?: Change[]
    pins?: Record<Id, Iso>
    options?: Id[]
    forecast?: boolean
}
export interface Move {
    activity: Id
    name: Bilingual
    /** Null for what is new. */
    from: Iso | null
    /** Null for what is left out. */
    to: Iso | null
    days: number
    why: Bilingual | null
}
export interface Fact {
    text: Bilingual
    section?: string
    id?: Id
    file?: string
    line?: number
}
export interface Repair {
    text: Bilingual
    changes?: Change[]
}
export interface Explanation {
    conflict: Fact[]
    repairs: Repair[]
}
/** The answer of an `explain` job. */
export interface Explained extends Explanation {
    status: 'fits' | 'late' | 'infeasible' | 'unknown'
    minimal: boolean | null
    criteria?: Fact[]
    reached?: { kind: string; id: Id; by: Iso; date: Iso }[]
    text: Bilingual
}
export interface Tried {
    fits: boolean
    changes_made: Change[]
    moves: Move[]
    gates: { before: GateOutlook[]; after: GateOutlook[] }
    joint: { before: number | null; after: number | null } | null
    end: { before: Iso | null; after: Iso | null }
    cost: { before: Money; after: Money } | null
    breaks: { sentence: Bilingual }[]
    explanation: Explanation | null
}
export type Option = Named

export const start = (plan: Id, kind: Kind, parameters: object = {}): Promise<{ id: Id }> => post(`/plans/${part(plan)}/jobs`, { kind, ...parameters })
export const job = <R>(id: Id): Promise<Job<R>> => get(`/jobs/${part(id)}`)
/** Whoever stands for another side by now does not find the job any more; then there is nothing to cancel for them. */
const cancel = (id: Id): void => void call('DELETE', `/jobs/${part(id)}`).catch(() => {})

export interface Listener<R> {
    told?: (progress: Progress) => void
    /** What can be said before the result. */
    first?: (answer: R) => void
}

/** Starts a job and answers when it has ended. Aborting cancels the job on the server too. */
export async function run<R>(plan: Id, kind: Kind, parameters: object, signal: AbortSignal, listener: Listener<R> = {}): Promise<Job<R>> {
    const { id } = await start(plan, kind, parameters)
    if (signal.aborted) {
        cancel(id)
        throw new DOMException('aborted', 'AbortError')
    }
    signal.addEventListener('abort', () => cancel(id), { once: true })
    return await followed<R>(id, signal, listener)
}

/** Answers when a job has ended that was started elsewhere; it goes on when one no longer waits. */
export async function followed<R>(id: Id, signal: AbortSignal, listener: Listener<R> = {}): Promise<Job<R>> {
    await ended(id, signal, listener)
    return await job<R>(id)
}

function ended<R>(id: Id, signal: AbortSignal, { told, first }: Listener<R>): Promise<void> {
    return new Promise((resolve, reject) => {
        const close = listen(`/jobs/${part(id)}/stream`, {
            progress: (data) => told?.(data as unknown as Progress),
            first: (data) => first?.(data as unknown as R),
            done: () => {
                close()
                resolve()
            },
        })
        signal.addEventListener('abort', () => {
            close()
            reject(new DOMException('aborted', 'AbortError'))
        })
    })
}
