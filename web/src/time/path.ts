/** Points as an SVG path: straight from one to the next, or in steps that hold a value until the next day. */
export function linePath(points: readonly (readonly [number, number])[]): string {
    return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
}

/** A spread known on single days: on each a line from one end to the other, with a cap on both. Nothing is drawn in between, where nothing is known. */
export function whiskerPath(upper: readonly (readonly [number, number])[], lower: readonly (readonly [number, number])[], cap: number): string {
    const across = (x: number, y: number): string => `M${(x - cap).toFixed(1)} ${y.toFixed(1)}h${2 * cap}`
    return upper.map(([x, high], index) => across(x, high) + across(x, lower[index]?.[1] ?? high) + linePath([[x, high], [x, lower[index]?.[1] ?? high]])).join('')
}
