import { call, get, part, post, type Reply } from './http'
import type { Bilingual, Id, Name, Withheld } from './types'

/** A value as it is written in the file. */
export type Written = string | Written[] | { [key: string]: Written }
export type FieldValue = Written | Withheld

export interface Change {
    op: 'set' | 'unset' | 'add' | 'remove' | 'rename'
    section: string
    id: Id
    field?: string
    value?: Written
    if_match?: string
    /** Of rename. */
    to?: Id
    /** Of add: the side in whose files the record stands. */
    side?: Id
}
export interface Changed {
    hash: string
    changed: unknown[]
    dates_state: 'current' | 'stale' | 'none'
}
export interface RecordLine {
    id: Id
    name: Name
    owner: Id | null
    etag: string
}
export interface RecordView {
    section: string
    id: Id
    owner: Id | null
    file: string
    may_edit: boolean
    fields: Record<string, FieldValue>
    partly_withheld?: string[]
    released: { to: Id[]; fields: Record<string, Id[]> }
    etag: string
}

export interface Keyword {
    name: string
    form: string
    arrangement: 'one' | 'list' | 'map' | 'lists' | 'table'
    /** What references refer to and records are. */
    kind: string | null
    presence: 'required' | 'optional'
    key_form: string
    key_kind: string | null
    options: string[]
    label: Bilingual
}
export interface RecordKind {
    kind: string
    /** The heading of its records in the plan file; none for parts of records. */
    section: string | null
    label: Bilingual
    keywords: Keyword[]
}

const at = (plan: Id, rest: string): string => `/plans/${part(plan)}${rest}`
const record = (plan: Id, section: string, id: Id): string => at(plan, `/records/${part(section)}/${part(id)}`)

export const vocabulary = (): Promise<{ kinds: RecordKind[] }> => get('/vocabulary')
export const records = async (plan: Id, section: string): Promise<RecordLine[]> => (await get<{ records: RecordLine[] }>(at(plan, `/records/${part(section)}`))).records
export const fullRecords = async (plan: Id, section: string, signal?: AbortSignal): Promise<RecordView[]> => (await get<{ records: RecordView[] }>(at(plan, `/records/${part(section)}`), { full: 'true' }, signal)).records
export const readRecord = (plan: Id, section: string, id: Id): Promise<RecordView> => get(record(plan, section, id))
export const change = (plan: Id, changes: Change[], note?: string): Promise<Changed> => post(at(plan, '/changes'), { changes, ...(note && { note }) })
export const patchRecord = (plan: Id, section: string, id: Id, fields: Record<string, Written | null>, ifMatch: string): Promise<Reply<Changed>> =>
    call('PATCH', record(plan, section, id), { body: fields, ifMatch })
export const undo = (plan: Id): Promise<Changed> => post(at(plan, '/undo'))
export const redo = (plan: Id): Promise<Changed> => post(at(plan, '/redo'))
export const duplicate = (plan: Id, activities: Id[], years: number): Promise<Changed> => post(at(plan, '/duplicate'), { activities, shift: { years } })
