import { beforeEach, describe, expect, it } from 'vitest'
import { address } from '$/address/address.svelte'
import { chance, exactMoney, money, number, signed, thousands } from './numbers'
import { plain } from './say.svelte'

const bare = (text: string): string => text.replace(/[\u2066-\u2069]/g, '')
const usd = (minor: number) => ({ minor, currency: 'USD' })

describe('amounts in English', () => {
    beforeEach(() => address.set({ lang: 'en', digits: null }))

    it.each([
        [12_000_000, 'USD 120k'],
        [10_350_000, 'USD 103.5k'],
        [950_000, 'USD 9,500'],
        [300_000_000, 'USD 3,000k'],
        [1_200_000_000, 'USD 12M'],
        [0, 'USD 0'],
        [-12_000_000, 'USD −120k'],
    ])('%i minor units read %s', (minor, text) => expect(bare(money(usd(minor)))).toBe(text))

    it('are exact to the minor unit when asked', () => expect(bare(exactMoney(usd(12_345_678)))).toBe('USD 123,456.78'))
    it('know currencies with three decimals', () => expect(bare(exactMoney({ minor: 1_234_567, currency: 'BHD' }))).toBe('BHD 1,234.567'))
    it('stand in thousands in a column', () => expect(thousands(26_350_000, 'USD')).toBe('263.5'))
})

describe('amounts in Arabic', () => {
    beforeEach(() => address.set({ lang: 'ar', digits: null }))

    it.each([
        [12_000_000, '120 ألف دولار'],
        [300_000_000, '3,000 ألف دولار'],
        [1_000_000, '10 آلاف دولار'],
        [1_200_000_000, '12 مليون دولار'],
    ])('%i minor units read %s', (minor, text) => expect(bare(money(usd(minor)))).toBe(text))

    it('take Arabic-Indic digits by choice', () => {
        address.set({ digits: 'arab' })
        expect(number(117)).toBe('١١٧')
        expect(bare(chance(0.38))).toBe('٣٨%')
    })
})

describe('figures', () => {
    beforeEach(() => address.set({ lang: 'en', digits: null }))

    it('never claim certainty', () => {
        expect(bare(chance(0))).toBe('<1%')
        expect(bare(chance(0.004))).toBe('<1%')
        expect(bare(chance(0.548))).toBe('55%')
        expect(bare(chance(1))).toBe('>99%')
    })
    it('carry their sign', () => {
        expect(bare(signed(0.2))).toBe('+0.2')
        expect(bare(signed(-7))).toBe('−7')
    })
    it('keep decimals that mean something', () => expect(number(0.7, 2, true)).toBe('0.70'))
})

describe('search', () => {
    it('ignores hamza, ta marbuta, alif maqsura, diacritics and case', () => {
        expect(plain('أُنْشِطَة')).toBe(plain('انشطه'))
        expect(plain('مستشفى')).toBe(plain('مستشفي'))
        expect(plain('Café')).toBe('cafe')
    })
})
