import { describe, expect, it } from 'vitest'
import { pieces, write, type Writer } from './message'
import { units } from './tables/units'

const en: Writer = { lang: 'en', number: String }
const ar: Writer = { lang: 'ar', number: String }
const bare = (text: string): string => text.replace(/[\u2066-\u2069]/g, '')

describe('messages', () => {
    it('isolate the texts they carry, not the numbers', () => {
        expect(write('{who} has {n}', { who: 'IOP-011', n: 3 }, en)).toBe('\u2068IOP-011\u2069 has 3')
    })

    it('count in English', () => {
        expect(write(units.activities.en, { n: 1 }, en)).toBe('1 activity')
        expect(write(units.activities.en, { n: 0 }, en)).toBe('0 activities')
    })

    it.each([
        [0, 'لا نشاط'],
        [1, 'نشاط واحد'],
        [2, 'نشاطان'],
        [3, '3 أنشطة'],
        [10, '10 أنشطة'],
        [11, '11 نشاطاً'],
        [99, '99 نشاطاً'],
        [100, '100 نشاط'],
        [103, '103 أنشطة'],
        [117, '117 نشاطاً'],
    ])('count in Arabic: %i', (n, expected) => expect(write(units.activities.ar, { n }, ar)).toBe(expected))

    it('prefer an exact number to a form', () => {
        expect(write('{n, plural, =0 {none} one {one} other {#}}', { n: 0 }, en)).toBe('none')
    })

    it('choose by word and fall back to other', () => {
        const message = '{state, select, late {late by {n}} other {fine}}'
        expect(write(message, { state: 'late', n: 2 }, en)).toBe('late by 2')
        expect(write(message, { state: 'new', n: 2 }, en)).toBe('fine')
    })

    it('keep a hash outside of a plural', () => expect(write('# {n}', { n: 1 }, en)).toBe('# 1'))

    it('refuse what is not closed', () => {
        expect(() => write('{n, plural, one {x}', { n: 1 }, en)).toThrow()
        expect(() => write('a } b', {}, en)).toThrow()
    })

    it('cut strong words out and never make markup of a value', () => {
        const sentence = write('<b>{n}</b> of {who}', { n: 2, who: '<i>x</i>' }, en)
        expect(pieces(sentence).map((piece) => [bare(piece.text), piece.strong])).toEqual([['2', true], [' of <i>x</i>', false]])
    })
})
