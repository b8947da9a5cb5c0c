import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { address } from '$/address/address.svelte'
import { afterChanges, askEarly, dropEarly, get, post, useCsrf } from './http'

/** A server that answers when it is told to. */
let asked: { url: string; answer: () => void }[]
const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

beforeEach(() => {
    address.set({ lang: 'en' })
    asked = []
    vi.stubGlobal('fetch', (url: string) => new Promise((resolve) => asked.push({ url, answer: () => resolve(new Response(JSON.stringify({ of: asked.length }), { headers: { 'Content-Type': 'application/json' } })) })))
})
afterEach(() => {
    dropEarly()
    vi.unstubAllGlobals()
})

describe('a question asked early', () => {
    it('is not asked again by the page that wants its answer, and its answer is taken once', async () => {
        askEarly('/plans/p/overview', { dates: 'planned' })
        const taken = get('/plans/p/overview', { dates: 'planned' })
        expect(asked.map(({ url }) => url)).toEqual(['/api/v1/plans/p/overview?dates=planned'])
        asked[0]?.answer()
        expect(await taken).toEqual({ of: 1 })
        void get('/plans/p/overview', { dates: 'planned' })
        expect(asked).toHaveLength(2)
    })
    it('is asked anew for other dates, in another language, and after it was dropped', () => {
        askEarly('/plans/p/overview', { dates: 'planned' })
        void get('/plans/p/overview', { dates: 'earliest' })
        address.set({ lang: 'ar' })
        void get('/plans/p/overview', { dates: 'planned' })
        address.set({ lang: 'en' })
        dropEarly()
        void get('/plans/p/overview', { dates: 'planned' })
        expect(asked).toHaveLength(4)
    })
})

describe('what is heard of a change', () => {
    it('is acted on at once when no change of one’s own is on its way', () => {
        const acted = vi.fn()
        void get('/plans/p')
        afterChanges(acted)
        expect(acted).toHaveBeenCalledOnce()
    })
    it('waits for the answer to one’s own change, and for whoever asked for it', async () => {
        const told: string[] = []
        const saved = post('/plans/p/changes').then(() => told.push('saved'))
        afterChanges(() => told.push('heard'))
        await later()
        expect(told).toEqual([])
        asked[0]?.answer()
        await saved
        expect(told).toEqual(['saved'])
        await later()
        expect(told).toEqual(['saved', 'heard'])
    })
})

describe('a change asked for before the token is known', () => {
    const forged = { code: 'forged', field: 'X-CSRF-Token', status: 403, title: 'refused' }
    const json = (value: object, status = 200): Response => new Response(JSON.stringify(value), { status, headers: { 'Content-Type': 'application/json' } })
    const sent: (string | undefined)[] = []
    const server = (token: string) => (url: string, request: RequestInit) => {
        if (url.endsWith('/session')) return Promise.resolve(json({ csrf: token }))
        const own = (request.headers as Record<string, string>)['X-CSRF-Token']
        sent.push(own)
        return Promise.resolve(own === 'right' ? json({ done: true }) : json(forged, 403))
    }
    it('asks for the token and is sent once more', async () => {
        vi.stubGlobal('fetch', server('right'))
        expect(await post('/sandbox')).toEqual({ done: true })
        expect(sent.splice(0).at(-1)).toBe('right')
    })
    it('is sent once more with the token that has come meanwhile', async () => {
        useCsrf('')
        vi.stubGlobal('fetch', (url: string, request: RequestInit) => server('another')(url, request).finally(() => useCsrf('right')))
        expect(await post('/sandbox')).toEqual({ done: true })
        expect(sent.splice(0)).toEqual(['', 'right'])
    })
    it('is refused when the token does not become another one', async () => {
        useCsrf('wrong')
        vi.stubGlobal('fetch', server('wrong'))
        await expect(post('/sandbox')).rejects.toThrow('refused')
        expect(sent.splice(0)).toEqual(['wrong'])
    })
})
