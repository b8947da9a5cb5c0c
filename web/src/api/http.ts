import { settings } from '$/address/settings.svelte'

/** The one place that talks to the server. Everything else calls the functions of this folder, one a route. */

/** RFC 9457, as every error of the server is. */
export interface Problem {
    type?: string
    title: string
    status: number
    detail?: string
    code?: string
    field?: string
    hint?: string
    errors?: Fault[]
    current?: unknown
    yours?: unknown
}
export interface Fault {
    code: string
    section?: string
    id?: string
    field?: string
    message: string
    hint?: string
}

export class ProblemError extends Error {
    constructor(readonly problem: Problem) {
        super(problem.detail ?? problem.title)
    }
}

export interface Reply<T> {
    value: T
    etag: string | null
    location: string | null
}

export interface Call {
    query?: Record<string, string | number | undefined>
    body?: unknown
    /** Sent as it is: a file or a text. */
    content?: { type: string; bytes: BodyInit; name?: string }
    ifMatch?: string | undefined
    signal?: AbortSignal
}

export const root = '/api/v1'
let csrf = ''
export function useCsrf(token: string): void {
    csrf = token
}

/** What happens when the server no longer knows who asks: one may sign in again where one is. */
let expired = (): void => {}
export function whenExpired(act: () => void): void {
    expired = act
}

/** Changes on their way, and what waits until they are answered. */
let changes = 0
let waiting: (() => void)[] = []

/**
 * Acts when no change is on its way. The server tells of a change as soon as it is made, often before it answers whoever made it:
 * what is told then would be asked for twice.
 */
export function afterChanges(act: () => void): void {
    if (changes === 0) act()
    else waiting.push(act)
}

function answered(): void {
    if (--changes > 0) return
    const acts = waiting
    waiting = []
    // After whoever asked for the change has acted on its answer.
    setTimeout(() => acts.forEach((act) => act()), 0)
}

export async function call<T>(method: string, path: string, options: Call = {}): Promise<Reply<T>> {
    if (method === 'GET') return ask(method, path, options)
    changes++
    try {
        return await ask(method, path, options)
    } finally {
        answered()
    }
}

/** Questions that were asked while the page that wants the answers was still on its way; each answer is taken once. */
const early = new Map<string, Promise<Response>>()
const earlyKey = (url: string): string => `${settings.lang} ${url}`

export function askEarly(path: string, query: Call['query']): void {
    const url = root + path + queryText(query)
    const asked = reached(url, init('GET', {}))
    asked.catch(() => {}) // told to whoever takes it
    early.set(earlyKey(url), asked)
}

/** What the page did not take when it stood is asked for anew when it is wanted. */
export function dropEarly(): void {
    early.clear()
}

function taken(method: string, url: string): Promise<Response> | undefined {
    const found = method === 'GET' ? early.get(earlyKey(url)) : undefined
    if (found) early.delete(earlyKey(url))
    return found
}

async function ask<T>(method: string, path: string, options: Call): Promise<Reply<T>> {
    const url = root + path + queryText(options.query)
    const sent = csrf
    let response = await (taken(method, url) ?? reached(url, init(method, options)))
    let text = await response.text()
    if (lacksToken(method, response, text) && (await renewedToken(sent))) {
        response = await reached(url, init(method, options))
        text = await response.text()
    }
    if (response.status === 401) expired()
    if (!response.ok) throw new ProblemError(problemOf(response, text))
    const json = response.headers.get('Content-Type')?.includes('json') ?? false
    return { value: (json ? JSON.parse(text) : text) as T, etag: response.headers.get('ETag'), location: response.headers.get('Location') }
}

/** Asked before the session was known, or the session has ended since: nothing was done, and it can be asked again with the right token. */
function lacksToken(method: string, response: Response, text: string): boolean {
    const { code, field } = response.status === 403 ? problemOf(response, text) : {}
    return method !== 'GET' && code === 'forged' && field === 'X-CSRF-Token'
}

/** Whether there is another one than was sent: it may have come meanwhile. */
async function renewedToken(sent: string): Promise<boolean> {
    if (csrf === sent) csrf = (await get<{ csrf: string }>('/session')).csrf
    return csrf !== sent
}

export async function get<T>(path: string, query?: Call['query'], signal?: AbortSignal): Promise<T> {
    return (await call<T>('GET', path, { ...(query && { query }), ...(signal && { signal }) })).value
}

export async function post<T>(path: string, body: unknown = {}): Promise<T> {
    return (await call<T>('POST', path, { body })).value
}

/** The address of a file to download, which the browser fetches by itself. */
export function download(path: string, query?: Call['query']): string {
    return root + path + queryText({ ...query, lang: settings.lang })
}

/** One part of a path: identifiers may hold anything. */
export const part = encodeURIComponent

async function reached(url: string, request: RequestInit): Promise<Response> {
    try {
        return await fetch(url, request)
    } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') throw error
        throw new ProblemError({ title: 'unreachable', status: 0, code: 'unreachable' })
    }
}

function init(method: string, { body, content, ifMatch, signal }: Call): RequestInit {
    const headers: Record<string, string> = { 'Accept-Language': settings.lang, Accept: 'application/json' }
    if (method !== 'GET') headers['X-CSRF-Token'] = csrf
    if (ifMatch) headers['If-Match'] = ifMatch
    if (content) headers['Content-Type'] = content.type
    if (content?.name) headers['X-File-Name'] = encodeURIComponent(content.name)
    if (body !== undefined) headers['Content-Type'] = 'application/json'
    const sent = content?.bytes ?? (body === undefined ? null : JSON.stringify(body))
    return { method, headers, body: sent, credentials: 'same-origin', ...(signal && { signal }) }
}

function queryText(query: Call['query']): string {
    const named = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== '')
    return named.length === 0 ? '' : `?${new URLSearchParams(named.map(([name, value]) => [name, String(value)]))}`
}

function problemOf(response: Response, text: string): Problem {
    try {
        const problem = JSON.parse(text) as Problem
        return { ...problem, title: problem.title ?? response.statusText, status: problem.status ?? response.status }
    } catch {
        return { title: response.statusText || String(response.status), status: response.status }
    }
}
