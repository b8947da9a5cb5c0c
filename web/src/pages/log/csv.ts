import type { LogEntry } from '$/api/history'

const columns = ['position', 'at', 'side', 'role', 'kind', 'section', 'record', 'field', 'old', 'new'] as const

/** A spreadsheet takes what begins like a formula for one: such a text gets a quote before it. */
function cell(value: string | number | null): string {
    const text = String(value ?? '')
    const safe = /^[=+\-@\t\r]/.test(text) && typeof value === 'string' ? `'${text}` : text
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** RFC 4180, with the mark by which spreadsheets know UTF-8. */
export function asCsv(entries: LogEntry[]): string {
    const rows = entries.map((entry) => [...columns.map((column) => cell(entry[column])), cell(entry.sentence.en), cell(entry.sentence.ar)])
    return `\ufeff${[[...columns, 'sentence_en', 'sentence_ar'], ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`
}
