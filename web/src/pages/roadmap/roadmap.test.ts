import { beforeEach, describe, expect, it } from 'vitest'
import { address } from '$/address/address.svelte'
import type { Activity } from '$/api/plans'
import { day } from '$/time/day'
import { timeScale } from '$/time/scale'
import { linkPath } from './links'
import { chartRows, joinedSpans, places, rowsSeen } from './rows'
import { gregorianTicks, hijriMonths, hijriTicks } from './ticks'
import { pixelsPerDay } from './zoom'

const activity = (id: string, line: string, start: string | null, more: Partial<Activity> = {}): Activity =>
    ({ id, line, start, name: { en: `Name ${id}`, ar: `الاسم ${id}` }, critical: false, side: 'uae', baseline_start: null, earliest_start: start, ...more }) as Activity
const lines = [
    { id: 'l1', name: { en: 'One', ar: 'واحد' } },
    { id: 'l2', name: { en: 'Two', ar: 'اثنان' } },
]
const rest = { en: 'Other', ar: 'أخرى' }
const found = [activity('b', 'l1', '2027-02-01'), activity('a', 'l1', '2027-01-01'), activity('c', 'l2', null, { critical: true }), activity('d', 'gone', '2027-01-05')]
const ids = (words: string, which: string, open = true): string[] => chartRows(found, lines, rest, { words, which, open: () => open }).map((row) => `${row.kind === 'lane' ? '+' : ''}${row.id}`)

describe('rows', () => {
    it('stand in lanes, by start, and lose no activity', () => expect(ids('', '')).toEqual(['+l1', 'a', 'b', '+l2', 'c', '+', 'd']))
    it('are hidden in a closed lane', () => expect(ids('', '', false)).toEqual(['+l1', '+l2', '+']))
    it('are found in a closed lane', () => expect(ids('الإسم c', '', false)).toEqual(['+l2', 'c']))
    it('can be the critical ones', () => expect(ids('', 'critical')).toEqual(['+l2', 'c']))
    it('can be those that wait longer than they must', () => {
        const waits = activity('w', 'l1', '2027-03-01', { earliest_start: '2027-01-01' })
        expect(chartRows([...found, waits], lines, rest, { words: '', which: 'moved', open: () => true }).map((row) => row.id)).toEqual(['l1', 'w'])
    })
    it('are drawn only where they are seen', () => {
        expect(rowsSeen(2600, 260, 26, 2)).toEqual({ first: 98, count: 16 })
        for (const top of [0, 25, 26, 415, 2600, 2611]) {
            const { first, count } = rowsSeen(top, 260, 26)
            expect(first).toBeLessThanOrEqual(Math.floor(top / 26))
            expect(first + count).toBeGreaterThanOrEqual(Math.ceil((top + 260) / 26))
            expect(count, 'the number of elements does not depend on where one is').toBe(rowsSeen(0, 260, 26).count)
        }
    })
    it('keep their places while they are drawn', () => {
        const [before, after] = [places(16, 24), places(24, 24)]
        expect([...before].sort((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, index) => index + 16))
        expect(before.filter((row, place) => after[place] !== row).sort((a, b) => a - b)).toEqual([16, 17, 18, 19, 20, 21, 22, 23])
        expect(places(-8, 16).filter((row) => row < 0).length).toBe(8)
    })
    it('tell which of their lane they are', () => {
        const rows = chartRows(found, lines, rest, { words: '', which: '', open: () => true })
        expect(rows.flatMap((row) => (row.kind === 'activity' ? [`${row.id} ${row.nth}/${row.of}`] : []))).toEqual(['a 1/2', 'b 2/2', 'c 1/1', 'd 1/1'])
    })
    it('join in a closed lane where they touch', () => expect(joinedSpans([[5, 9], [1, 2], [8, 12], [13, 14]], 1)).toEqual([[1, 2], [5, 14]]))
})

describe('the header', () => {
    beforeEach(() => address.set({ lang: 'en', digits: null }))
    const first = day('2026-10-01')
    const last = day('2031-09-30')

    it('names years and Julys when five years are seen', () => {
        const ticks = gregorianTicks(timeScale(first, last, 740, false), first, last).filter((tick) => tick.label !== '')
        expect(ticks.slice(0, 3).map((tick) => tick.label)).toEqual(['2027', 'Jul', '2028'])
    })
    it('names months when a year is seen', () => {
        const ticks = gregorianTicks(timeScale(first, last, 740 * 5, false), first, first + 120)
        expect(ticks.map((tick) => tick.label)).toEqual(['Oct', 'Nov', 'Dec', 'Jan 2027'])
    })
    it('names days when a week is seen', () => {
        const ticks = gregorianTicks(timeScale(first, last, 740 * 260, false), day('2027-02-08'), day('2027-02-09'))
        expect(ticks.map((tick) => tick.label)).toEqual(['Mon, 8 Feb 2027', 'Tue, 9 Feb 2027'])
        expect(hijriTicks(timeScale(first, last, 740 * 260, false), day('2027-02-08'), day('2027-02-08'))[0]?.label).toBe('1 Ramadan')
    })
    it('finds every Hijri month once', () => {
        const found = hijriMonths(first, last)
        expect(found.length).toBe(63)
        expect(new Set(found.map((month) => `${month.year}-${month.month}`)).size).toBe(63)
    })
    it('shows as many days as the zoom says', () => {
        expect(pixelsPerDay('week', 700, 1826)).toBe(100)
        expect(pixelsPerDay('all', 1826, 1826)).toBe(1)
        expect(pixelsPerDay('year', 366, 100)).toBe(3.66)
    })
})

describe('links', () => {
    it('go straight on when there is room', () => expect(linkPath({ x: 10, y: 13 }, { x: 50, y: 39 }, 1, 26)).toBe('M10.0 13H43.0V39H50.0'))
    it('mirror when time runs from the right', () => expect(linkPath({ x: 90, y: 13 }, { x: 50, y: 39 }, -1, 26)).toBe('M90.0 13H57.0V39H50.0'))
    it('go around when there is none', () => expect(linkPath({ x: 50, y: 13 }, { x: 40, y: 39 }, 1, 26)).toBe('M50.0 13h5V26H33.0V39H40.0'))
})
