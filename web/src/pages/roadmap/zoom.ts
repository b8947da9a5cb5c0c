/** How many days the width of the chart shows. */
export const zooms = ['all', 'years', 'year', 'quarter', 'month', 'week'] as const
export type Zoom = (typeof zooms)[number]

const days: Record<Exclude<Zoom, 'all'>, number> = { years: 731, year: 366, quarter: 92, month: 31, week: 7 }

export function pixelsPerDay(zoom: Zoom, width: number, all: number): number {
    const shown = zoom === 'all' ? all : Math.min(days[zoom], all)
    return width / shown
}

export function nextZoom(zoom: Zoom, step: 1 | -1): Zoom {
    const at = Math.min(zooms.length - 1, Math.max(0, zooms.indexOf(zoom) + step))
    return zooms[at] as Zoom
}
