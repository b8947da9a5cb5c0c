/** What scrolls sideways can be reached by the keyboard, and is not stopped at where it all fits: `<div class="scroll" use:scrolls>`. */
export function scrolls(node: HTMLElement): { destroy: () => void } {
    const look = (): void => {
        if (node.scrollWidth > node.clientWidth || node.scrollHeight > node.clientHeight) node.tabIndex = 0
        else node.removeAttribute('tabindex')
    }
    const watch = new ResizeObserver(look)
    watch.observe(node)
    for (const child of node.children) watch.observe(child)
    return { destroy: () => watch.disconnect() }
}
