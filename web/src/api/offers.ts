import { get } from './http'

/** What this server answers, as it describes itself: "post /plans/{plan}/jobs". A control without an answer is not shown. */
export async function offeredRoutes(): Promise<Set<string>> {
    const { paths } = await get<{ paths: Record<string, object> }>('/openapi.json')
    return new Set(Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path.replace(/^\/api\/v1/, '')}`)))
}
