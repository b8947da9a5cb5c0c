import { call, get, post, useCsrf } from './http'
import type { Id } from './types'

export type Role = 'planner' | 'lead' | 'legal' | 'disclosure' | 'finance' | 'assessor' | 'approver' | 'auditor' | 'administrator'

export interface Session {
    signed_in: boolean
    sandbox: boolean
    account: { id: number; login: string; display: string } | null
    side: Id | null
    roles: Role[]
    /** Sides that a sandbox may stand for. */
    persona_sides: Id[]
    csrf: string
    /** The plan of a sandbox. */
    plan: Id | null
    preview?: Id | null
}

/** Every answer of this kind carries the token that changes must bring back. */
function known(session: Session): Session {
    useCsrf(session.csrf)
    return session
}

export const session = async (): Promise<Session> => known(await get<Session>('/session'))
export const signIn = async (login: string, password: string): Promise<Session> => known(await post<Session>('/session', { login, password }))
export const signOut = async (): Promise<void> => void (await call('DELETE', '/session'))
export const setUp = async (set_up: { token: string; login: string; password: string; display: string }): Promise<Session> => known(await post<Session>('/setup', set_up))
export const sandbox = async (from?: Id): Promise<Session> => known(await post<Session>('/sandbox', from ? { from } : {}))
export const persona = async (side: Id | 'both', role?: Role): Promise<Session> => known((await call<Session>('PUT', '/session/persona', { body: { side, ...(role && { role }) } })).value)
export const previewAs = async (side: Id | null): Promise<Session> => known((await call<Session>('PUT', '/session/preview', { body: { side } })).value)
