import { call, get, part, post } from './http'
import type { Id } from './types'

export interface Note {
    /** 1, 2, 3, … among the notes of the record that the reader reads. */
    number: number
    /** The note that begins its thread. */
    reply_to: number | null
    at: string
    side: Id
    role: string
    /** For the writer's own side alone. */
    by: string | null
    own: boolean
    /** None when it was withdrawn. */
    text: string | null
    shared: boolean
    withdrawn: boolean
    resolved: { at: string; side: Id; role: string } | null
    may_withdraw: boolean
    may_resolve: boolean
}
export interface Notes {
    may_write: boolean
    may_share: boolean
    notes: Note[]
}
export interface NewNote {
    text: string
    shared: boolean
    reply_to?: number
}

const at = (plan: Id, section: string, id: Id): string => `/plans/${part(plan)}/records/${part(section)}/${part(id)}/notes`

export const notes = (plan: Id, section: string, id: Id, signal?: AbortSignal): Promise<Notes> => get(at(plan, section, id), {}, signal)
export const writeNote = (plan: Id, section: string, id: Id, note: NewNote): Promise<{ number: number }> => post(at(plan, section, id), note)
export const setThread = async (plan: Id, section: string, id: Id, number: number, resolved: boolean): Promise<void> => void (await call('PATCH', `${at(plan, section, id)}/${number}`, { body: { resolved } }))
export const withdrawNote = async (plan: Id, section: string, id: Id, number: number): Promise<void> => void (await call('DELETE', `${at(plan, section, id)}/${number}`))
