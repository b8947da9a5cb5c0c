import { download, part } from './http'
import type { Dates, Id } from './types'

/** A table of a page as a file, as the reader reads it. */
export const tableFile = (plan: Id, table: string, form: 'csv' | 'xlsx', asked: { dates?: Dates } & Record<string, string | undefined>): string => download(`/plans/${part(plan)}/tables/${part(table)}.${form}`, asked)

export interface Paper {
    paper?: 'a4' | 'a3'
    brief?: 'true'
    both?: 'true'
}
export const reportPage = (plan: Id): string => download(`/plans/${part(plan)}/report.html`)
export const reportPaper = (plan: Id, asked: Paper = {}): string => download(`/plans/${part(plan)}/report.pdf`, { ...asked })
