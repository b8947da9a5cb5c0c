import type { Indicator } from '$/api/overview'
import { released, told } from '$/api/types'
import type { Status } from '$/parts/StatusMark.svelte'
import { leftToRight, number } from '$/text/numbers'

/** How an indicator stands, as the server judged it. */
export function judged(indicator: Indicator): Status {
    return indicator.state === 'fails' ? 'fail' : indicator.state === 'none' ? 'wait' : indicator.state
}

/** "2028–31": the years whose target is missed on expected values. */
export function missedYears(indicator: Indicator): string {
    const missed = told(indicator.targets).filter((target) => !reaches(indicator, target.value, at(indicator, target.date)))
    const years = missed.map((target) => String(target.year))
    const first = years[0]
    const last = years.at(-1)
    if (first === undefined || last === undefined) return ''
    return years.length === 1 ? first : `${first}–${last.slice(-2)}`
}

function reaches(indicator: Indicator, wanted: number, value: number | null): boolean {
    if (value === null) return true
    const tolerance = 1e-9 * Math.max(1, Math.abs(wanted))
    return indicator.better === 'up' ? value >= wanted - tolerance : value <= wanted + tolerance
}

/** The expected value on a day: the last point of the series not after it. */
export function at(indicator: Indicator, date: string): number | null {
    return told(indicator.series).findLast(([on]) => on <= date)?.[1] ?? null
}

/** Those that a gate tests come first, then those that miss something: what needs a person is seen without asking. */
export function byNeed(indicators: Indicator[]): Indicator[] {
    const weight = (indicator: Indicator): number => (indicator.state === 'met' ? 0 : 2) + (indicator.tests.length > 0 ? 1 : 0)
    return [...indicators].sort((a, b) => weight(b) - weight(a))
}

/** A value of the indicator with the decimals and the sign of its unit. */
export function figure(indicator: Indicator, value: number): string {
    const decimals = decimalsOf(indicator)
    return leftToRight(number(value, decimals, decimals > 0) + (indicator.unit === 'percent' ? '%' : ''))
}

/** Decimals that the unit's figures need. */
export function decimalsOf(indicator: Indicator): number {
    if (indicator.unit === 'probability') return 3
    const values = [released(indicator.target), released(indicator.value), ...indicator.tests.map((test) => test.wanted)].filter((value) => value !== null)
    if (values.every((value) => Number.isInteger(value))) return 0
    return values.some((value) => Math.abs(value) < 1.5) ? 2 : 1
}
