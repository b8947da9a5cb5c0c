import type { Pool } from '$/api/loads'
import { day } from '$/time/day'

/** Load of a week as one of five steps: nothing, up to half, up to four fifths, up to all of it, over it. */
export type Step = 0 | 1 | 2 | 3 | 4
export function step(load: number, capacity: number | null): Step {
    if (load <= 0) return 0
    if (capacity === null) return 2
    const share = capacity <= 0 ? Infinity : load / capacity
    return share <= 0.5 ? 1 : share <= 0.8 ? 2 : share <= 1 ? 3 : 4
}
export const heights = [0, 8, 13, 18, 24] as const

export interface Run {
    first: number
    last: number
    step: Step
}

/** Weeks of the same step that follow each other, drawn as one. */
export function runs(weeks: Pool['weeks']): Run[] {
    const found: Run[] = []
    for (const [monday, load, capacity] of weeks) {
        const at = { first: day(monday), last: day(monday) + 6, step: step(load, capacity) }
        const before = found.at(-1)
        if (before && before.step === at.step && before.last + 1 === at.first) before.last = at.last
        else if (at.step > 0) found.push(at)
    }
    return found
}
