import { call, part } from './http'
import type { Bilingual, Id } from './types'

export interface ImportField {
    field: string
    label: Bilingual
}
export interface SheetColumn {
    heading: string
    guess: string | null
    samples: string[]
}
export interface Uploaded {
    id: Id
    sheets: { name: string; rows: number; columns: SheetColumn[] }[]
    fields: ImportField[]
}
export interface Doubt {
    sheet?: string
    cells: string[]
    value: string
    fault: Bilingual
    repair: Bilingual
    choices?: { value: string; label: Bilingual }[]
}
export interface Preview {
    sheet: string
    columns: { heading: string; field: string | null; refused: Bilingual | null; samples: string[] }[]
    rows: { row: number; id: string; change: 'added' | 'changed' | 'unchanged'; cells: string[] }[]
    doubts: Doubt[]
    new: number
    changed: number
    unchanged: number
}
export interface ImportChoices {
    sheet: string
    columns: Record<string, string>
    answers: Record<string, string>
}

export const upload = async (plan: Id, file: File): Promise<Uploaded> =>
    (await call<Uploaded>('POST', `/plans/${part(plan)}/imports`, { content: { type: file.type || 'application/octet-stream', bytes: file, name: file.name } })).value
export const preview = async (id: Id, choices: ImportChoices): Promise<Preview> => (await call<Preview>('PUT', `/imports/${part(id)}`, { body: choices })).value
export const accept = async (id: Id): Promise<unknown> => (await call('POST', `/imports/${part(id)}/accept`, { body: {} })).value
export const giveUp = async (id: Id): Promise<void> => void (await call('DELETE', `/imports/${part(id)}`))
