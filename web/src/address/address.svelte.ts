/** Where the reader is: the address of the browser as reactive state. Every state of a view lives here, so that a link shows it. */

export type Query = Record<string, string | null | undefined>

class Address {
    path = $state(location.pathname)
    #query = $state.raw(new URLSearchParams(location.search))

    constructor() {
        addEventListener('popstate', () => this.#read())
    }

    /** A state of the view; the fallback is never written into the address. */
    get(name: string, fallback = ''): string {
        return this.#query.get(name) ?? fallback
    }

    /** A choice among known words: an address typed by hand cannot put a view into a state that does not exist. */
    choice<T extends string>(name: string, choices: readonly T[]): T {
        const found = choices.find((choice) => choice === this.#query.get(name))
        return found ?? (choices[0] as T)
    }

    /** Every state of the view, for a link that changes one of them. */
    all(): Query {
        return Object.fromEntries(this.#query)
    }

    list(name: string): string[] {
        return this.get(name).split(',').filter((item) => item !== '')
    }

    /** Changes states of the view. Small steps (typing, zooming) replace the entry of the history, others add one. */
    set(states: Query, entry: 'add' | 'replace' = 'replace'): void {
        const query = withStates(this.#query, states)
        this.#write(this.path, query, entry)
    }

    go(path: string, states: Query = {}): void {
        this.#write(path, withStates(kept(this.#query), states), 'add')
        scrollTo(0, 0)
    }

    /** The address of another page, keeping what belongs to the reader and not to the page. */
    href(path: string, states: Query = {}): string {
        return joined(path, withStates(kept(this.#query), states))
    }

    /** A link inside these pages, followed without loading everything again. */
    follow(target: string): void {
        history.pushState(null, '', target)
        this.#read()
        scrollTo(0, 0)
    }

    #write(path: string, query: URLSearchParams, entry: 'add' | 'replace'): void {
        const target = joined(path, query)
        if (target === location.pathname + location.search) return
        if (entry === 'add') history.pushState(null, '', target)
        else history.replaceState(null, '', target)
        this.#read()
    }

    #read(): void {
        this.path = location.pathname
        this.#query = new URLSearchParams(location.search)
    }
}

/** Belongs to the reader and goes along from page to page. */
const kept_names = ['lang', 'theme', 'digits', 'calendars', 'time', 'dates']

function kept(query: URLSearchParams): URLSearchParams {
    return new URLSearchParams([...query].filter(([name]) => kept_names.includes(name)))
}

export function withStates(query: URLSearchParams, states: Query): URLSearchParams {
    const next = new URLSearchParams(query)
    for (const [name, value] of Object.entries(states)) {
        if (value === null || value === undefined || value === '') next.delete(name)
        else next.set(name, value)
    }
    return next
}

export function joined(path: string, query: URLSearchParams): string {
    // Commas and colons are legal in a query; left readable, because people send these addresses to each other.
    const text = query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')
    return text === '' ? path : `${path}?${text}`
}

export const address = new Address()
