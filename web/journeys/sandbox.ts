import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { openPage, type Look } from './browser'

/** A visitor with a copy of the example of their own. */
export interface Visit {
    page: Page
    plan: string
    errors: string[]
    /** The address of one of the plan's pages. */
    at: (page: string, states?: string) => string
}

export async function visit(browser: Browser, address: string, look: Look): Promise<Visit> {
    const { page, errors } = await openPage(browser, look)
    const states = `lang=${look.lang}&theme=${look.theme ?? 'light'}`
    await page.goto(`${address}/?${states}`)
    await page.locator('li.first button').click()
    await page.waitForURL(/\/plans\/[^/]+\/overview/)
    const plan = /\/plans\/([^/]+)\//.exec(page.url())?.[1] ?? ''
    return { page, plan, errors, at: (name, more = '') => `${address}/plans/${plan}/${name}?${states}${more}` }
}

/** Waits until the page has its answer. */
export async function answered(page: Page): Promise<void> {
    await page.locator('main h1').first().waitFor()
    // By a locator: a function that is polled in the page would be `eval`, which the content policy refuses.
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
}

/** Every file of the plan, byte for byte, as its visitor reads it. */
export async function allFiles(page: Page, address: string, plan: string): Promise<Map<string, string>> {
    const root = `${address}/api/v1/plans/${plan}/files`
    const listed = (await (await page.request.get(root)).json()) as { path: string }[] | { files: { path: string }[] }
    const paths = (Array.isArray(listed) ? listed : listed.files).map((file) => file.path)
    expect(paths.length).toBeGreaterThan(0)
    const texts = await Promise.all(paths.map(async (path) => [path, await (await page.request.get(`${root}/${path.split('/').map(encodeURIComponent).join('/')}`)).text()] as const))
    return new Map(texts)
}

interface Known {
    csrf: string
    plan: string
    account: { id: number }
    roles: string[]
}
const sessionOf = async (page: Page): Promise<Known> => (await (await page.request.get(`${new URL(page.url()).origin}/api/v1/session`)).json()) as Known

async function send(page: Page, method: string, path: string, data: object): Promise<void> {
    const { csrf } = await sessionOf(page)
    const answer = await page.request.fetch(`${new URL(page.url()).origin}/api/v1${path}`, { method, headers: { 'X-CSRF-Token': csrf }, data })
    expect(answer.ok(), await answer.text()).toBe(true)
}

/** Stands for a side of the sandbox from now on. */
export const asSide = (page: Page, side: string): Promise<void> => send(page, 'PUT', '/session/persona', { side })

/** A change that waits for the signatures of both sides. */
export async function proposeSomething(page: Page): Promise<void> {
    await asSide(page, 'uae')
    const { plan } = await sessionOf(page)
    const changes = [{ op: 'set', section: 'activities', id: 'gov-002', field: 'duration', value: '16/21/41wd' }]
    await send(page, 'POST', `/plans/${plan}/proposals`, { title: { en: 'A longer first round', ar: 'جولة أولى أطول' }, note: 'after the talks · بعد المباحثات', changes })
}

/** Both sides of the sandbox sign a proposal: it becomes the baseline. */
export async function signByBoth(page: Page, number: number): Promise<void> {
    const { plan } = await sessionOf(page)
    for (const side of ['uae', 'usa']) {
        await asSide(page, side)
        const path = `/plans/${plan}/proposals/${number}`
        const { hash } = (await (await page.request.get(`${new URL(page.url()).origin}/api/v1${path}`)).json()) as { hash: string }
        await send(page, 'POST', `${path}/sign`, { hash })
    }
}

/** One field of one record, changed by whoever the visitor stands for. */
export async function changeField(page: Page, section: string, id: string, field: string, value: string): Promise<void> {
    const { plan } = await sessionOf(page)
    await send(page, 'POST', `/plans/${plan}/changes`, { changes: [{ op: 'set', section, id, field, value }] })
}

export interface Account {
    login: string
    password: string
}

/** The first account of a side, made with the token that the server printed. It administers its side, and plans. */
export async function setUp(browser: Browser, server: { address: string; output: () => string }, side: string, { login, password }: Account): Promise<void> {
    const token = new RegExp(`side ${side}[^:]*: (\\S+)`).exec(server.output())?.[1] ?? ''
    const { page } = await openPage(browser, { lang: 'en' })
    await page.goto(`${server.address}/set-up?token=${token}`)
    await page.locator('input[autocomplete=username]').fill(login)
    await page.locator('input[type=password]').first().fill(password)
    await page.locator('form button[type=submit]').click()
    await page.locator('main section li a').first().waitFor()
    await giveRoles(page, ['planner'])
    await page.context().close()
}

/** Whoever administers a side takes further roles there. */
export async function giveRoles(page: Page, more: string[]): Promise<void> {
    const { account, roles } = await sessionOf(page)
    await send(page, 'PATCH', `/accounts/${account.id}`, { roles: [...new Set([...roles, ...more])] })
}

export async function signIn(page: Page, address: string, { login, password }: Account): Promise<void> {
    await page.goto(`${address}/sign-in`)
    await page.locator('input[autocomplete=username]').fill(login)
    await page.locator('input[type=password]').fill(password)
    await page.locator('form button[type=submit]').click()
    await page.locator('main section li a').first().waitFor()
}
