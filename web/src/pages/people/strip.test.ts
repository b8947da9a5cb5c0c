import { describe, expect, it } from 'vitest'
import { runs, step } from './strip'

describe('a strip', () => {
    it('steps at a half, four fifths and all of the capacity', () => {
        expect([0, 1, 3, 4, 5, 6].map((load) => step(load, 5))).toEqual([0, 1, 2, 2, 3, 4])
        expect([5, 4].map((load) => step(load, 10))).toEqual([1, 1])
    })
    it('is over when there is none', () => expect(step(1, 0)).toBe(4))
    it('says neither when the capacity is not released', () => expect(step(9, null)).toBe(2))
    it('joins weeks of one step and keeps a gap', () => {
        const found = runs([['2027-01-04', 1, 10], ['2027-01-11', 2, 10], ['2027-01-18', 11, 10], ['2027-02-01', 12, 10]])
        expect(found.map((run) => [run.last - run.first + 1, run.step])).toEqual([[14, 1], [7, 4], [7, 4]])
    })
})
