/** A day as the number of days since 1 January 1970, so that days are counted and never fall into a time zone. */
export type Day = number

const MILLISECONDS = 86_400_000

export function day(text: string): Day {
    return Math.round(Date.parse(`${text}T00:00:00Z`) / MILLISECONDS)
}

export function dayText(value: Day): string {
    return instant(value).toISOString().slice(0, 10)
}

export function instant(value: Day): Date {
    return new Date(value * MILLISECONDS)
}

export function yearOf(value: Day): number {
    return instant(value).getUTCFullYear()
}

export function firstOfMonth(year: number, month: number): Day {
    return Math.round(Date.UTC(year, month - 1, 1) / MILLISECONDS)
}

/** First days of the months that meet the range, with year and month (1 to 12). */
export function months(first: Day, last: Day): { first: Day; year: number; month: number }[] {
    const found = []
    const start = instant(first)
    for (let year = start.getUTCFullYear(), month = start.getUTCMonth() + 1; ; ) {
        const begin = firstOfMonth(year, month)
        if (begin > last) return found
        found.push({ first: begin, year, month })
        month = month === 12 ? 1 : month + 1
        if (month === 1) year++
    }
}

export function mondayOf(value: Day): Day {
    return value - ((((value + 3) % 7) + 7) % 7)
}
