import { gregorian, hijriMonth, hijriOf, hijriYear, monthName, plainNumber } from '$/time/dates'
import { instant, months, type Day } from '$/time/day'
import type { TimeScale } from '$/time/scale'

/** Marks of a header row: where, what is written, whether it opens something larger. */
export interface Tick {
    day: Day
    label: string
    strong: boolean
    /** Height of its stroke as a share of the row. */
    reach: number
}

const MONTH = 30.4

export function gregorianTicks(scale: TimeScale, first: Day, last: Day): Tick[] {
    if (scale.perDay >= 18) return roomy(scale, days(first, last, (day) => gregorianDay(scale, day)))
    const month = scale.perDay * MONTH
    return months(first, last).map(({ first: day, year, month: number }) => {
        const opens = number === 1
        if (month > 44) return { day, label: monthName(day) + (opens ? ` ${plainNumber(year)}` : ''), strong: opens, reach: opens ? 1 : 0.6 }
        const label = opens ? plainNumber(year) : number === 7 && month > 10 ? monthName(day) : ''
        return { day, label: opens && month * 12 < 34 ? '' : label, strong: opens, reach: opens ? 1 : number % 3 === 1 ? 0.3 : 0 }
    })
}

function gregorianDay(scale: TimeScale, day: Day): Tick {
    const opens = instant(day).getUTCDate() === 1
    const label = scale.perDay >= 90 ? gregorian(day, 'weekday') : opens ? gregorian(day, 'short') : plainNumber(instant(day).getUTCDate())
    return { day, label, strong: opens, reach: opens ? 1 : 0.3 }
}

export function hijriTicks(scale: TimeScale, first: Day, last: Day): Tick[] {
    if (scale.perDay >= 18) return roomy(scale, days(first, last, (day) => hijriDay(scale, day)))
    const month = scale.perDay * 29.5
    return hijriMonths(first, last).map(({ day, year, month: number }) => {
        const opens = number === 1
        if (month <= 60) return { day, label: opens ? hijriYear(year) : '', strong: false, reach: opens ? 1 : 0 }
        const narrow = month < 100
        const name = hijriMonth(number, narrow ? 'narrow' : 'usual')
        return { day, label: opens && narrow ? hijriYear(year) : opens ? `${name} ${plainNumber(year)}` : name, strong: opens || number === 9, reach: opens ? 1 : 0.6 }
    })
}

function hijriDay(scale: TimeScale, day: Day): Tick {
    const { day: number, month } = hijriOf(day)
    const opens = number === 1
    const named = opens || scale.perDay >= 90
    return { day, label: named ? `${plainNumber(number)} ${hijriMonth(month)}` : plainNumber(number), strong: opens, reach: opens ? 1 : 0.3 }
}

/** Where a day is narrow, the name of a month takes the place of its second day too. */
function roomy(scale: TimeScale, ticks: Tick[]): Tick[] {
    return scale.perDay >= 70 ? ticks : ticks.map((tick, index) => (ticks[index - 1]?.strong ? { ...tick, label: '' } : tick))
}

function days(first: Day, last: Day, tick: (day: Day) => Tick): Tick[] {
    return Array.from({ length: Math.max(0, Math.floor(last) - Math.floor(first) + 1) }, (_, index) => tick(Math.floor(first) + index))
}

/** First days of the Hijri months that meet the range; a month has 29 or 30 days, so few days are looked at. */
export function hijriMonths(first: Day, last: Day): { day: Day; year: number; month: number }[] {
    const found = []
    let day = Math.floor(first) - (hijriOf(Math.floor(first)).day - 1)
    while (day <= last) {
        const { year, month } = hijriOf(day)
        found.push({ day, year, month })
        day += hijriOf(day + 29).day === 1 ? 29 : 30
    }
    return found
}
