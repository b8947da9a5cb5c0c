import { settings } from '$/address/settings.svelte'
import type { Activity, Frame } from '$/api/plans'
import type { SideOf } from '$/api/types'
import { here } from '$/shell/here.svelte'
import { day, type Day } from '$/time/day'
import { timeScale, type TimeScale } from '$/time/scale'
import type { Row } from './rows'

/** What every part of the chart draws by: the scale, the rows, and the piece of both that is seen. */
export interface Gantt {
    readonly frame: Frame
    readonly scale: TimeScale
    readonly rows: Row[]
    /** Numbers of the rows that are drawn, each in its place; see `places`. */
    readonly places: number[]
    readonly firstRow: number
    readonly lastRow: number
    readonly firstDay: Day
    readonly lastDay: Day
    /** Of the names beside the chart, which what sticks to the edge stands behind. */
    readonly listWidth: number
    readonly selected: string
}

export const ROW = 26
export const LIST = 312
export const HEAD = [24, 22, 22, 22] as const
export const HEAD_HEIGHT = HEAD.reduce((sum, height) => sum + height, 0)

/** The time that the chart can show: the plan, and whatever of it lies outside of its own dates. */
export function reach(frame: Frame, activities: Activity[]): [Day, Day] {
    const dates = [frame.start, frame.end, frame.as_of ?? frame.start, ...frame.gates.map((gate) => gate.due)]
    for (const activity of activities) {
        if (activity.start) dates.push(activity.start)
        if (activity.finish) dates.push(activity.finish)
    }
    dates.sort()
    return [day(dates[0] as string), day(dates.at(-1) as string) + 26]
}

export function chartScale([first, last]: [Day, Day], perDay: number): TimeScale {
    return timeScale(first, last, Math.round((last - first + 1) * perDay), settings.timeFromRight)
}

export function sideFill(side: SideOf): string {
    return ['var(--side-a)', 'var(--side-b)'][here.sideIndex(side)] ?? 'var(--joint)'
}

export function sideTint(side: SideOf): string {
    return ['var(--side-a-t)', 'var(--side-b-t)'][here.sideIndex(side)] ?? 'var(--sunken)'
}

/** Round ends for the first side, square for the second: the shape says it too. */
export function barRadius(side: SideOf, height: number, width: number): number {
    return here.sideIndex(side) === 0 ? Math.min(height / 2, width / 2) : here.sideIndex(side) === 1 ? 0.5 : 3
}

/** Edge of the window, in the chart's own coordinates, to a scroll position and back: in Arabic scrolling counts from the right. */
export function scrollFor(edge: number, width: number, seen: number): number {
    return settings.rtl ? edge - (width - seen) : edge
}
export function edgeOf(scroll: number, width: number, seen: number): number {
    return settings.rtl ? scroll + (width - seen) : scroll
}
