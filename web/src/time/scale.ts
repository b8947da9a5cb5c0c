import type { Day } from './day'

/**
 * Where a day stands in a drawing. The one function that mirrors time: in Arabic it runs from right to left, and nothing else in a
 * chart needs to know.
 */
export interface TimeScale {
    width: number
    perDay: number
    fromRight: boolean
    /** The edge where the day begins. */
    x(day: Day): number
    /** The box of whole days from first to last, at least so wide. */
    box(first: Day, last: Day, least?: number): { x: number; width: number }
    day(x: number): Day
    /** +1 where later is to the right. */
    sign: 1 | -1
    /** `text-anchor` for a label that begins at its day. */
    anchor: 'start' | 'end'
}

export function timeScale(first: Day, last: Day, width: number, fromRight: boolean, margin = 0): TimeScale {
    const perDay = (width - 2 * margin) / (last - first + 1)
    const x = (day: Day): number => (fromRight ? width - margin - (day - first) * perDay : margin + (day - first) * perDay)
    return {
        width,
        perDay,
        fromRight,
        x,
        box(from, to, least = 0) {
            const wide = Math.max(least, (to - from + 1) * perDay)
            return { x: fromRight ? x(from) - wide : x(from), width: wide }
        },
        day: (at) => first + (fromRight ? width - margin - at : at - margin) / perDay,
        sign: fromRight ? -1 : 1,
        anchor: fromRight ? 'end' : 'start',
    }
}

/** Values upwards: `low` stands at the bottom. */
export function valueScale(low: number, high: number, top: number, bottom: number): (value: number) => number {
    const range = high - low || 1
    return (value) => bottom - ((value - low) / range) * (bottom - top)
}

/** Round values between which a reader can measure: about so many, all inside. */
export function niceSteps(low: number, high: number, about = 4): number[] {
    const rough = (high - low || 1) / about
    const power = 10 ** Math.floor(Math.log10(rough))
    const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough) ?? power
    const first = Math.ceil(low / step - 1e-9)
    const count = Math.floor(high / step + 1e-9) - first + 1
    // Multiplied, not added up: 0.1 three times is not 0.3.
    return Array.from({ length: Math.max(0, count) }, (_, index) => Number(((first + index) * step).toPrecision(12)))
}
