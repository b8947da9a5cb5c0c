/** Which page an address names. */
export interface Route {
    plan: string
    page: string
}

export function route(path: string): Route {
    const parts = path.split('/').filter((part) => part !== '').map(decodeURIComponent)
    if (parts[0] === 'plans' && parts[1]) return { plan: parts[1], page: parts[2] ?? 'overview' }
    return { plan: '', page: parts[0] ?? 'start' }
}

/** The state of the address that opens a record over any page. */
export function recordState(section: string, id: string): string {
    return `${section}:${id}`
}

export function planPath(plan: string, page: string): string {
    return `/plans/${encodeURIComponent(plan)}/${page}`
}
