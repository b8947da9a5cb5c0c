// The few things of a browser that modules touch when they are loaded; tests set the address as a reader would.
Object.assign(globalThis, {
    location: { pathname: '/', search: '' },
    addEventListener: () => {},
    scrollTo: () => {},
    localStorage: { getItem: () => null, setItem: () => {} },
    history: {
        pushState: (_: unknown, __: string, target: string) => goTo(target),
        replaceState: (_: unknown, __: string, target: string) => goTo(target),
    },
})

function goTo(target: string): void {
    const url = new URL(target, 'http://masar.invalid')
    Object.assign(location, { pathname: url.pathname, search: url.search })
}
