import { beforeEach, describe, expect, it } from 'vitest'
import { address } from '$/address/address.svelte'
import { gregorian, hijri, hijriOf } from './dates'
import { day, dayText, mondayOf, months } from './day'
import { niceSteps, timeScale, valueScale } from './scale'

describe('days', () => {
    it('count from 1970 and come back', () => {
        expect(day('1970-01-02')).toBe(1)
        expect(dayText(day('2028-02-29'))).toBe('2028-02-29')
        expect(day('2028-03-01') - day('2028-02-28')).toBe(2)
    })
    it('know their Monday', () => {
        expect(dayText(mondayOf(day('2026-10-19')))).toBe('2026-10-19')
        expect(dayText(mondayOf(day('2026-10-25')))).toBe('2026-10-19')
        expect(dayText(mondayOf(day('1969-12-31')))).toBe('1969-12-29')
    })
    it('fall into months over a turn of the year', () => {
        expect(months(day('2027-11-15'), day('2028-01-01')).map((m) => [m.year, m.month])).toEqual([[2027, 11], [2027, 12], [2028, 1]])
    })
})

describe('both calendars', () => {
    beforeEach(() => address.set({ lang: 'en', digits: null, calendars: null }))

    // From the Umm al-Qura tables: Ramadan 1448 begins on 8 February 2027.
    it('follow Umm al-Qura', () => {
        expect(hijriOf(day('2027-02-08'))).toEqual({ year: 1448, month: 9, day: 1 })
        expect(hijri(day('2027-12-31'))).toBe('3 Shaban 1449 AH')
    })
    it('are written in both languages', () => {
        expect(gregorian(day('2027-12-31'))).toBe('31 Dec 2027')
        address.set({ lang: 'ar' })
        expect(gregorian(day('2027-12-31'))).toBe('31 ديسمبر 2027')
        expect(hijri(day('2027-12-31'))).toBe('3 شعبان 1449 هـ')
        address.set({ digits: 'arab' })
        expect(hijri(day('2027-12-31'))).toBe('٣ شعبان ١٤٤٩ هـ')
    })
})

describe('X(day)', () => {
    const first = day('2027-01-01')
    const last = day('2027-01-10')
    const right = timeScale(first, last, 1000, false)
    const left = timeScale(first, last, 1000, true)

    it('runs from the reading side', () => {
        expect(right.x(first)).toBe(0)
        expect(left.x(first)).toBe(1000)
        expect(right.x(last + 1)).toBe(1000)
        expect(left.x(last + 1)).toBe(0)
    })
    it('mirrors and nothing else', () => {
        for (let at = first; at <= last; at++) expect(left.x(at)).toBe(1000 - right.x(at))
    })
    it('boxes whole days', () => {
        expect(right.box(first + 1, first + 2)).toEqual({ x: 100, width: 200 })
        expect(left.box(first + 1, first + 2)).toEqual({ x: 700, width: 200 })
        expect(left.box(first, first, 150)).toEqual({ x: 850, width: 150 })
    })
    it('is undone by day(x)', () => {
        expect(right.day(right.x(first + 3))).toBe(first + 3)
        expect(left.day(left.x(first + 3))).toBe(first + 3)
    })
    it('keeps a margin at both ends', () => {
        const margin = timeScale(first, last, 1000, true, 50)
        expect(margin.x(first)).toBe(950)
        expect(margin.x(last + 1)).toBeCloseTo(50)
    })
    it('draws values upwards and survives a flat line', () => {
        expect(valueScale(0, 10, 5, 105)(10)).toBe(5)
        expect(valueScale(3, 3, 5, 105)(3)).toBe(105)
    })
})

describe('steps of an axis', () => {
    it('are round, inside, and say what they are', () => {
        expect(niceSteps(0.42, 0.77)).toEqual([0.5, 0.6, 0.7])
        expect(niceSteps(0, 9)).toEqual([0, 5])
        expect(niceSteps(-3, 3)).toEqual([-2, 0, 2])
        expect(niceSteps(5, 5)).toEqual([5])
    })
})
