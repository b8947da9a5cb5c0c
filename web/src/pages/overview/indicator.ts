import type { Indicator } from '$/api/overview'
import type { Status } from '$/parts/StatusMark.svelte'

/** How an indicator stands, from its own answer: never worked out from the figures again where the server has said it. */
export function judged(indicator: Indicator): Status {
    if (indicator.state === 'met' || indicator.state === 'risk' || indicator.state === 'fail') return indicator.state
    return indicator.tests.some((test) => !test.met) ? 'fail' : 'met'
}

/** "2028–31": the years whose target is missed on expected values. */
export function missedYears(indicator: Indicator): string {
    const missed = indicator.targets.filter((target) => !reaches(indicator, target.value, at(indicator, target.date)))
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
    const index = indicator.series.findLastIndex(([on]) => on <= date)
    return index < 0 ? null : (indicator.series[index]?.[1] ?? null)
}

/** Decimals that the unit's figures need. */
export function decimalsOf(indicator: Indicator): number {
    if (indicator.unit === 'probability') return 3
    const values = [indicator.target, indicator.value, ...indicator.tests.map((test) => test.wanted)].filter((value) => value !== null)
    if (values.every((value) => Number.isInteger(value))) return 0
    return values.some((value) => Math.abs(value) < 1.5) ? 2 : 1
}
