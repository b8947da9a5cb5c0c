import { call, get, part, post, type Reply } from './http'
import type { Bilingual, Id } from './types'

export interface Diagnostic {
    severity: 'error' | 'warning' | 'note'
    code: string
    file: string | null
    line: number | null
    column: number | null
    end_column: number | null
    message: Bilingual
    hint: Bilingual | null
    record: string | null
    lint: string | null
}
export interface Diagnostics {
    errors: number
    warnings: number
    notes: number
    diagnostics: Diagnostic[]
}
export interface PlanFile {
    path: string
    editable: boolean
    reason: Bilingual | string | null
}

const at = (plan: Id, rest: string): string => `/plans/${part(plan)}${rest}`
const file = (plan: Id, path: string): string => at(plan, `/files/${path.split('/').map(part).join('/')}`)

export const files = async (plan: Id): Promise<PlanFile[]> => {
    const found = await get<PlanFile[] | { files: PlanFile[] }>(at(plan, '/files'))
    return Array.isArray(found) ? found : found.files
}
/** The text of a file, with the tag that a change of it must bring back. */
export const readText = (plan: Id, path: string): Promise<Reply<string>> => call('GET', file(plan, path))
export const writeText = (plan: Id, path: string, text: string, ifMatch: string): Promise<Reply<unknown>> => call('PUT', file(plan, path), { content: { type: 'text/plain; charset=utf-8', bytes: text }, ifMatch })
/** What is wrong with the plan if these texts were saved; nothing is. */
export const check = (plan: Id, texts: Record<string, string>): Promise<Diagnostics> => post(at(plan, '/check'), { files: texts })
export const diagnostics = (plan: Id): Promise<Diagnostics> => get(at(plan, '/diagnostics'))
