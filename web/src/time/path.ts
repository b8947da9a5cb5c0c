/** Points as an SVG path: straight from one to the next, or in steps that hold a value until the next day. */
export function linePath(points: readonly (readonly [number, number])[]): string {
    return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
}

export function areaPath(upper: readonly (readonly [number, number])[], lower: readonly (readonly [number, number])[]): string {
    return upper.length === 0 ? '' : `${linePath([...upper, ...[...lower].reverse()])}Z`
}
