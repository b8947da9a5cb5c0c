import { settings } from '$/address/settings.svelte'
import { units } from './tables/units'
import { write, type Bilingual } from './message'

const formats = new Map<string, Intl.NumberFormat>()

/** Locale of the reader: Western digits unless Arabic-Indic ones were chosen. */
export function locale(): string {
    return settings.lang === 'ar' ? `ar-AE-u-nu-${settings.digits}` : 'en-GB'
}

/** A number with at most so many decimals, or with exactly so many when they carry meaning (0.70). */
export function number(value: number, decimals = 2, always = false): string {
    const key = `${locale()} ${decimals} ${always}`
    let format = formats.get(key)
    if (!format) {
        format = new Intl.NumberFormat(locale(), { maximumFractionDigits: decimals, minimumFractionDigits: always ? decimals : 0 })
        formats.set(key, format)
    }
    return format.format(value).replace(/^[\u200e\u200f\u061c]*-/, '−')
}

/** Digits, signs and marks that must keep their order inside a sentence of either direction. */
export const leftToRight = (text: string): string => `\u2066${text}\u2069`

/** A chance from 0 to 1; never a false certainty. */
export function chance(value: number): string {
    const text = value < 0.01 ? `<${number(1)}%` : value > 0.99 ? `>${number(99)}%` : `${number(Math.round(value * 100))}%`
    return leftToRight(text)
}

export function signed(value: number, decimals = 2): string {
    return leftToRight((value > 0 ? '+' : '') + number(value, decimals))
}

export interface Money {
    minor: number
    currency: string
}

const minorDigits = new Map<string, number>()
export function minorUnits(currency: string): number {
    let digits = minorDigits.get(currency)
    if (digits === undefined) {
        digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
        minorDigits.set(currency, digits)
    }
    return digits
}

const writer = () => ({ lang: settings.lang, number: (value: number) => number(value, 1) })

/** "USD 120k" / «120 ألف دولار»: for reading. */
export function money({ minor, currency }: Money): string {
    const whole = minor / 10 ** minorUnits(currency)
    const size = Math.abs(whole)
    const scale: Bilingual = size >= 1e7 ? units.million : size >= 1e4 ? units.thousand : units.plain
    const amount = size >= 1e7 ? whole / 1e6 : size >= 1e4 ? whole / 1e3 : whole
    const text = write(scale[settings.lang], { amount: leftToRight(number(amount, 1)), n: Math.abs(amount), currency: currencyName(currency) }, writer())
    return settings.lang === 'en' ? leftToRight(text.replace(/[\u2066-\u2069]/g, '')) : text
}

/** "USD 120,000.00" to the minor unit: for reconciling. */
export function exactMoney({ minor, currency }: Money): string {
    const digits = minorUnits(currency)
    return leftToRight(`${currency} ${number(minor / 10 ** digits, digits, true)}`)
}

/** The amount alone, in thousands, for a column whose head names currency and scale. */
export function thousands(minor: number, currency: string): string {
    return number(minor / 10 ** minorUnits(currency) / 1000, 1)
}

export function currencyName(currency: string): string {
    const name: Bilingual | undefined = (units as Record<string, Bilingual>)[currency]
    return name ? name[settings.lang] : currency
}
