import { root } from './http'

/** Events that the server sends about one thing, until closed. The browser reconnects by itself. */
export type Handlers = Record<string, (data: Record<string, unknown>) => void>

export function listen(path: string, handlers: Handlers): () => void {
    const source = new EventSource(root + path)
    for (const [name, handle] of Object.entries(handlers)) {
        source.addEventListener(name, (event) => handle(dataOf(event as MessageEvent<string>)))
    }
    return () => source.close()
}

function dataOf(event: MessageEvent<string>): Record<string, unknown> {
    try {
        return JSON.parse(event.data) as Record<string, unknown>
    } catch {
        return {}
    }
}
