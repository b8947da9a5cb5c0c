import type { Activity } from '$/api/plans'
import { released, type Name } from '$/api/types'
import { plain } from '$/text/say.svelte'

/** The rows of the chart, in order: a lane a line of effort, and under an open lane its activities by start. */
export interface Lane {
    kind: 'lane'
    id: string
    name: Name
    open: boolean
    activities: Activity[]
}
export interface Work {
    kind: 'activity'
    id: string
    activity: Activity
    /** Which of its lane's activities, of how many: only some rows are in the page, so that a reader cannot count them. */
    nth: number
    of: number
}
export type Row = Lane | Work

export interface Wanted {
    words: string
    /** '' for all, a side's id, 'moved' or 'critical'. */
    which: string
    open: (lane: string) => boolean
}

export function chartRows(activities: Activity[], lines: { id: string; name: Name }[], rest: Name, wanted: Wanted): Row[] {
    const filtering = wanted.words !== '' || wanted.which !== ''
    const words = plain(wanted.words)
    const byLine = grouped(activities.filter((activity) => fits(activity, words, wanted.which)))
    const known = new Set(lines.map((line) => line.id))
    const others = [...byLine].filter(([line]) => !known.has(line)).flatMap(([, found]) => found)
    const lanes = [...lines.map((line) => ({ ...line, found: byLine.get(line.id) ?? [] })), { id: '', name: rest, found: others }]
    return lanes
        .filter((lane) => lane.found.length > 0 || (!filtering && lane.id !== ''))
        .flatMap((lane) => laneRows(lane.id, lane.name, lane.found, filtering || wanted.open(lane.id)))
}

function grouped(activities: Activity[]): Map<string, Activity[]> {
    const groups = new Map<string, Activity[]>()
    for (const activity of activities) {
        const line = released(activity.line) ?? ''
        const group = groups.get(line)
        if (group) group.push(activity)
        else groups.set(line, [activity])
    }
    return groups
}

function laneRows(id: string, name: Name, found: Activity[], open: boolean): Row[] {
    const activities = [...found].sort((a, b) => compare(a.start ?? '9', b.start ?? '9') || compare(a.id, b.id))
    const lane: Lane = { kind: 'lane', id, name, open, activities }
    return open ? [lane, ...activities.map((activity, index): Work => ({ kind: 'activity', id: activity.id, activity, nth: index + 1, of: activities.length }))] : [lane]
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function fits(activity: Activity, words: string, which: string): boolean {
    if (words !== '' && !plain(`${activity.id} ${released(activity.name)?.en ?? ''} ${released(activity.name)?.ar ?? ''}`).includes(words)) return false
    if (which === '') return true
    if (which === 'critical') return activity.critical
    if (which === 'moved') return activity.baseline_start !== null ? activity.baseline_start !== activity.start : activity.earliest_start !== activity.start
    return activity.side === which
}

/**
 * First of the rows that meet a part of the height, and how many, with some to spare at both ends. It moves by `step` rows at a time:
 * most steps of scrolling draw nothing. The number depends on the height alone; some of these rows may lie outside of the plan.
 */
export function rowsSeen(top: number, height: number, rowHeight: number, step = 8): { first: number; count: number } {
    return { first: (Math.floor(top / rowHeight / step) - 1) * step, count: (Math.ceil(height / rowHeight / step) + 3) * step }
}

/**
 * The same rows in places that are used again: a row keeps its place as long as it is drawn, so that scrolling changes only the places
 * whose rows have left, and makes no element anew.
 */
export function places(first: number, count: number): number[] {
    return Array.from({ length: count }, (_, place) => first + ((((place - first) % count) + count) % count))
}

/** Bars of a closed lane, joined where they touch: as many pieces as the lane has gaps, however many activities it holds. */
export function joinedSpans(spans: [number, number][], gap: number): [number, number][] {
    const joined: [number, number][] = []
    for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
        const last = joined.at(-1)
        if (last && from - last[1] <= gap) last[1] = Math.max(last[1], to)
        else joined.push([from, to])
    }
    return joined
}
