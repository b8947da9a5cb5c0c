import type { LogEntry } from '$/api/history'

/** One edit, whatever it changed. */
export interface Edit {
    batch: number
    at: string
    side: string
    role: string
    own: boolean
    entries: LogEntry[]
}

/** Entries in the order given, those of one edit together. */
export function edits(entries: LogEntry[]): Edit[] {
    const found = new Map<number, Edit>()
    for (const entry of entries) {
        const edit = found.get(entry.batch)
        if (edit) edit.entries.push(entry)
        else found.set(entry.batch, { batch: entry.batch, at: entry.at, side: entry.side, role: entry.role, own: entry.own, entries: [entry] })
    }
    return [...found.values()]
}
