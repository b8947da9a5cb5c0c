import { withheld } from '$/api/types'
import type { Change, Keyword, RecordView, Written } from '$/api/records'
import { idFrom, list, scalar, text, withText } from '$/parts/record/written'

/** The table's cells as text, and the edits that a text in a cell means. */
export interface Column {
    key: string
    field: string
    keyword: Keyword
    lang?: 'en' | 'ar'
}

/** Edits not saved yet: by record, by field. Records that do not exist yet are in it like the others. */
export type Pending = Record<string, Record<string, Written | null>>

export function columns(keywords: Keyword[], wanted: string[]): Column[] {
    return wanted.flatMap((field): Column[] => {
        const keyword = keywords.find((known) => known.name === field)
        if (!keyword) return []
        return keyword.form === 'text' ? (['en', 'ar'] as const).map((lang) => ({ key: `${field}.${lang}`, field, keyword, lang })) : [{ key: field, field, keyword }]
    })
}

export function cellText(record: RecordView | undefined, pending: Pending, id: string, column: Column): string {
    const edits = pending[id]
    const value = edits && column.field in edits ? (edits[column.field] ?? undefined) : record?.fields[column.field]
    if (withheld(value)) return ''
    if (column.lang) return text(value)[column.lang]
    if (column.keyword.arrangement === 'list') return list(value).map((item) => (typeof item === 'string' ? item : JSON.stringify(item))).join(', ')
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : scalar(value)
}

/** The same for reading: references by the names of what they refer to. */
export function namedText(record: RecordView | undefined, pending: Pending, id: string, column: Column, names: Map<string, string> | undefined, join: (items: string[]) => string): string {
    const words = cellText(record, pending, id, column)
    if (!names || column.keyword.form !== 'reference' || words === '') return words
    return join(words.split(', ').map((item) => names.get(item) || item))
}

/** Whether a cell can be written as text: nested values are edited in their form. */
export function editable(record: RecordView | undefined, column: Column): boolean {
    const value = record?.fields[column.field]
    if (withheld(value)) return false
    const plain = ['one', 'list'].includes(column.keyword.arrangement) && column.keyword.form !== 'record'
    return plain && (record?.may_edit ?? true) && (typeof value !== 'object' || Array.isArray(value) || column.lang !== undefined)
}

function written(column: Column, words: string, before: Written | undefined): Written | undefined {
    const trimmed = words.trim()
    if (column.lang) return withText(before, column.lang, trimmed)
    if (trimmed === '') return undefined
    if (column.keyword.arrangement !== 'list') return trimmed
    const items = trimmed.split(/[,،]/).map((item) => item.trim()).filter((item) => item !== '')
    return items.length === 1 ? items[0] : items
}

/** The pending edits after a text was put into a cell. A cell that says again what is saved is no edit. */
export function withCell(pending: Pending, record: RecordView | undefined, id: string, column: Column, words: string): Pending {
    if (cellText(record, pending, id, column) === words.trim()) return pending
    const edits = pending[id] ?? {}
    const saved = record?.fields[column.field]
    const before = column.field in edits ? (edits[column.field] ?? undefined) : withheld(saved) ? undefined : saved
    const value = written(column, words, before)
    const { [column.field]: _, ...others } = edits
    const same = record !== undefined && JSON.stringify(value ?? null) === JSON.stringify(saved ?? null)
    const next = same ? others : { ...others, [column.field]: value ?? null }
    const { [id]: __, ...rest } = pending
    return Object.keys(next).length === 0 ? rest : { ...rest, [id]: next }
}

/** A block as a spreadsheet puts it on the clipboard: tabs and lines, quoted where a cell holds one of these. */
export function block(clipboard: string): string[][] {
    const rows: string[][] = [[]]
    let cell = ''
    let quoted = false
    const end = (): void => {
        rows.at(-1)?.push(cell)
        cell = ''
    }
    for (let at = 0; at < clipboard.length; at++) {
        const sign = clipboard[at]
        if (quoted && sign === '"' && clipboard[at + 1] === '"') cell += clipboard[++at]
        else if (quoted && sign === '"') quoted = false
        else if (quoted) cell += sign
        else if (sign === '"' && cell === '') quoted = true
        else if (sign === '\t') end()
        else if (sign === '\n') {
            end()
            rows.push([])
        } else if (sign !== '\r') cell += sign
    }
    end()
    if (rows.at(-1)?.length === 1 && rows.at(-1)?.[0] === '') rows.pop()
    return rows
}

export interface Place {
    row: number
    column: number
}

/** A pasted block from a cell on: rows beyond the last become new records, named by their English name. */
export function pasted(pending: Pending, records: RecordView[], ids: string[], all: Column[], at: Place, cells: string[][]): Pending {
    let next = pending
    const taken = new Set([...records.map((record) => record.id), ...ids, ...Object.keys(pending)])
    const byId = new Map(records.map((record) => [record.id, record]))
    cells.forEach((row, down) => {
        let id = ids[at.row + down]
        if (id === undefined) {
            const nameAt = all.findIndex((column) => column.key === 'name.en') - at.column
            id = idFrom(row[nameAt] ?? row[0] ?? '', (candidate) => taken.has(candidate))
            taken.add(id)
        }
        row.forEach((words, along) => {
            const column = all[at.column + along]
            if (column && editable(byId.get(id), column)) next = withCell(next, byId.get(id), id, column, words)
        })
    })
    return next
}

/** What is sent when the table is saved: new records whole, others field by field, each tied to the version that was seen. */
export function changesOf(pending: Pending, records: RecordView[], section: string): Change[] {
    const byId = new Map(records.map((record) => [record.id, record]))
    return Object.entries(pending).flatMap(([id, edits]): Change[] => {
        const record = byId.get(id)
        if (!record) return [{ op: 'add', section, id, value: Object.fromEntries(Object.entries(edits).filter((entry): entry is [string, Written] => entry[1] !== null)) }]
        return Object.entries(edits).map(([field, value]): Change => (value === null ? { op: 'unset', section, id, field, if_match: record.etag } : { op: 'set', section, id, field, value, if_match: record.etag }))
    })
}

export function count(pending: Pending): number {
    return Object.values(pending).reduce((sum, edits) => sum + Object.keys(edits).length, 0)
}
