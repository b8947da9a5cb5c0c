/** The path of a link from the end of one bar to the start of another: right angles, around the row where there is no room. */
export interface End {
    x: number
    y: number
}

export function linkPath(from: End, to: End, sign: 1 | -1, row: number): string {
    const room = sign * (to.x - from.x)
    if (room > 8) {
        const turn = room > 12 ? to.x - sign * 7 : from.x + sign * 5
        return `M${from.x.toFixed(1)} ${from.y}H${turn.toFixed(1)}V${to.y}H${to.x.toFixed(1)}`
    }
    const between = to.y > from.y ? to.y - row / 2 : to.y + row / 2
    return `M${from.x.toFixed(1)} ${from.y}h${sign * 5}V${between}H${(to.x - sign * 7).toFixed(1)}V${to.y}H${to.x.toFixed(1)}`
}
