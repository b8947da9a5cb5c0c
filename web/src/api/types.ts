import type { Bilingual } from '$/text/message'
import type { Money } from '$/text/numbers'

/** What several answers share. Texts of a plan come in both languages, dates as "2027-09-30", odds from 0 to 1. */
export type { Bilingual, Money }
export type Iso = string
export type Hash = string
export type Id = string

/** Stands in place of a value that the other side has not released. */
export interface Withheld {
    withheld: true
}
export type Released<T> = T | Withheld

export function withheld<T>(value: Released<T> | null | undefined): value is Withheld {
    return typeof value === 'object' && value !== null && (value as Withheld).withheld === true
}
/** The value, or nothing when there is none to read. */
export function released<T>(value: Released<T> | null | undefined): T | null {
    return value === null || value === undefined || withheld(value) ? null : value
}

export interface Span {
    first: Iso
    last: Iso
}
export interface Sentence {
    sentence: Bilingual
    section?: string
    id?: Id
    kind?: string
}
/** A side that is named by a record, where it is known. */
export type SideOf = Released<Id> | null | undefined
export type Name = Released<Bilingual>
export interface Named {
    id: Id
    name: Name
}
/** A list of which a part may be withheld: then it ends with the mark of that. */
export type Partly<T> = (T | Withheld)[]
export function told<T>(list: Partly<T> | null | undefined): T[] {
    return (list ?? []).filter((item): item is T => !withheld(item))
}
export function partly<T>(list: Partly<T> | null | undefined): boolean {
    return (list ?? []).some((item) => withheld(item))
}
export type Dates = 'planned' | 'earliest' | 'baseline'
/** Amounts in minor units of one currency. */
export interface Range3 {
    low: number
    likely: number
    high: number
    currency: string
}
