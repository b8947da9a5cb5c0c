import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decisions_words as words } from '../src/text/tables/decisions'
import { record_words } from '../src/text/tables/record'
import { expectAccessible, filled, openPage, startBrowser, type Lang } from './browser'
import { answered, giveRoles, proposeSomething, setUp, signByBoth, signIn, visit } from './sandbox'
import { binary, startServer, type Server } from './server'
import { expectMade, sides, signOnPage } from './signing'

interface Proposal {
    differences_total: number
    dates_moved_total: number
    summary: { section: string; added: number }[]
    dates_state: string
    may_sign: boolean
    blocked: unknown[]
    state: string
}
const more = /^(Show more|عرض المزيد)/

let browser: Browser
beforeAll(async () => {
    browser = await startBrowser()
})
afterAll(() => browser?.close())

describe.each(['en', 'ar'] as const)('in %s', (lang) => {
    let server: Server
    beforeAll(async () => {
        server = await startServer()
    })
    afterAll(() => server?.stop())

    it('both sides go back to a version they agreed on earlier, and take back one proposal of several', async () => {
        const { page, plan, at, errors } = await visit(browser, server.address, { lang })
        const field = async (id: string): Promise<unknown> => ((await (await page.request.get(`${server.address}/api/v1/plans/${plan}/records/activities/${id}`)).json()) as { fields: { duration: unknown } }).fields.duration
        const first = await field('gov-002')
        const other = await field('gov-003')
        await proposeSomething(page)
        await signByBoth(page, 1)
        const agreed = await field('gov-002')
        expect(agreed).not.toEqual(first)
        await propose(page, plan, 'gov-003', '7/9/12wd')
        await signByBoth(page, 2)

        // Back to what the first one put in force: the second is no longer there, the first still is.
        await page.goto(at('decisions', '&proposal=1'))
        await answered(page)
        await expectMade(page, () => page.getByRole('button', { name: words.restore_by_proposal[lang], exact: true }).click())
        await page.waitForURL(/proposal=3/)
        await signOnPage(page, lang, 3)
        expect([await field('gov-002'), await field('gov-003')]).toEqual([agreed, other])

        // The newest approved one has nothing to go back to; what the first changed is taken back alone.
        await page.goto(at('decisions', '&proposal=3'))
        await answered(page)
        const undo = page.getByRole('button', { name: words.undo_by_proposal[lang], exact: true })
        await undo.waitFor()
        expect(await page.getByRole('button', { name: words.restore_by_proposal[lang], exact: true }).count()).toBe(0)
        await page.goto(at('decisions', '&proposal=1'))
        await answered(page)
        await expectMade(page, () => undo.click())
        await page.waitForURL(/proposal=4/)
        await signOnPage(page, lang, 4)
        expect([await field('gov-002'), await field('gov-003')]).toEqual([first, other])
        expect(errors).toEqual([])
        await page.context().close()
    })

    it('the first proposal, which holds the whole roadmap, is read by kind of record and piece by piece', async () => {
        const { page, plan, at, errors } = await visit(browser, server.address, { lang })
        await proposeSomething(page)
        const proposal = (await (await page.request.get(`${server.address}/api/v1/plans/${plan}/proposals/1`)).json()) as Proposal
        const activities = proposal.summary.find((group) => group.section === 'activities')?.added ?? 0
        expect(activities).toBeGreaterThan(100)
        await page.goto(at('decisions', '&proposal=1'))
        await answered(page)
        await expectAccessible(page, 'the first proposal')
        const groups = page.locator('.proposal > details').filter({ hasNot: page.locator('.texts') })
        await groups.first().waitFor()
        expect(await groups.count()).toBe(proposal.summary.length)

        const group = groups.nth(proposal.summary.findIndex(({ section }) => section === 'activities'))
        await group.locator('summary').click()
        await group.locator('li').nth(99).waitFor()
        const total = Number(((await (await page.request.get(`${server.address}/api/v1/plans/${plan}/proposals/1/differences?section=activities&from=0&count=1`)).json()) as { total: number }).total)
        await toTheEnd(group.locator('li'), group.getByRole('button', { name: more }), total)
        const moved = page.locator('.proposal ul').filter({ has: page.locator('li bdi.id') })
        await toTheEnd(moved.locator('li'), page.locator('.proposal').getByRole('button', { name: more }), proposal.dates_moved_total)
        expect(errors).toEqual([])
        await page.context().close()
    })
})

describe.each(['en', 'ar'] as const)('a large roadmap, in %s', (lang) => {
    let server: Server
    let folder: string
    beforeAll(async () => {
        folder = mkdtempSync(join(tmpdir(), 'masar-large-'))
        execFileSync(binary, ['generate', '320', '--seed', '3', '-o', join(folder, 'plan.yaml')])
        server = await startServer(['--plan', join(folder, 'plan.yaml')])
    })
    afterAll(async () => {
        await server?.stop()
        rmSync(folder, { recursive: true, force: true })
    })

    it('gets its dates by itself after an edit, and is signed only once it has them', async () => {
        const pages: Record<string, Page> = {}
        const errors: string[][] = []
        for (const [side] of sides[lang]) {
            const account = { login: `planner-${side}`, password: 'long enough for a journey' }
            await setUp(browser, server, side, account)
            const opened = await openPage(browser, { lang })
            errors.push(opened.errors)
            await signIn(opened.page, server.address, account)
            await giveRoles(opened.page, ['planner', 'approver'])
            pages[side] = opened.page
        }
        const [mine, theirs] = [pages['uae'] as Page, pages['usa'] as Page]
        const { plans } = (await (await mine.request.get(`${server.address}/api/v1/plans`)).json()) as { plans: { id: string }[] }
        const plan = plans[0]?.id ?? ''
        const at = (page: string, more = ''): string => `${server.address}/plans/${plan}/${page}?lang=${lang}${more}`

        // A window opens later than its activity starts: the answer does not wait for new dates, it says which search brings them.
        const { id, window } = await laterWindow(mine, plan)
        await mine.goto(at('table', `&record=activities:${id}`))
        await mine.locator('#record-form .field-row').filter({ has: mine.locator('bdi', { hasText: /^window$/ }) }).locator('input').fill(window)
        const saved = mine.waitForResponse((response) => response.request().method() === 'PATCH')
        await mine.getByRole('button', { name: record_words.save[lang], exact: true }).click()
        const told = (await (await saved).json()) as { dates_state: string; dates_job: string | null }
        expect([told.dates_state, typeof told.dates_job]).toEqual(['stale', 'string'])

        // Whatever is read of the proposal until it is dated says that it cannot be signed yet.
        const read: Proposal[] = []
        mine.on('response', (response) => {
            if (/\/proposals\/1$/.test(new URL(response.url()).pathname) && response.request().method() === 'GET') void response.json().then((proposal) => read.push(proposal as Proposal))
        })
        await mine.goto(at('decisions'))
        await answered(mine)
        await mine.getByRole('button', { name: words.propose_draft[lang], exact: true }).click()
        await expectMade(mine, () => mine.locator('dialog').getByRole('button').filter({ hasText: /^(Propose|اقترح)$/ }).click())
        await mine.waitForURL(/proposal=1/)
        await sign(mine, lang, 0)
        expect(read.filter((proposal) => proposal.dates_state !== 'current' && (proposal.may_sign || proposal.blocked.length === 0))).toEqual([])
        expect(read.some((proposal) => proposal.dates_state === 'current' && proposal.may_sign)).toBe(true)
        await theirs.goto(at('decisions', '&proposal=1'))
        await answered(theirs)
        await sign(theirs, lang, 1)
        const proposal = (await (await mine.request.get(`${server.address}/api/v1/plans/${plan}/proposals/1`)).json()) as Proposal
        expect([proposal.state, proposal.dates_state]).toEqual(['approved', 'current'])
        expect(errors.flat()).toEqual([])
        for (const page of Object.values(pages)) await page.context().close()
    })
})

/** Asks for more until all of them stand there. */
async function toTheEnd(items: Locator, button: Locator, total: number): Promise<void> {
    for (let shown = await items.count(); shown < total; shown = await items.count()) {
        await button.first().click()
        await items.nth(shown).waitFor()
    }
    expect(await items.count()).toBe(total)
    await button.first().waitFor({ state: 'detached' })
}

async function propose(page: Page, plan: string, id: string, duration: string): Promise<void> {
    const { csrf } = (await (await page.request.get(`${new URL(page.url()).origin}/api/v1/session`)).json()) as { csrf: string }
    const made = await page.request.post(`${new URL(page.url()).origin}/api/v1/plans/${plan}/proposals`, { headers: { 'X-CSRF-Token': csrf }, data: { title: { en: 'A shorter review', ar: 'مراجعة أقصر' }, changes: [{ op: 'set', section: 'activities', id, field: 'duration', value: duration }] } })
    expect(made.status(), await made.text()).toBe(201)
}

/** A new window for an activity that the first side may edit by itself, with much room after its present dates: three weeks later. */
async function laterWindow(page: Page, plan: string): Promise<{ id: string; window: string }> {
    const read = async <T>(path: string): Promise<T> => (await (await page.request.get(`${new URL(page.url()).origin}/api/v1/plans/${plan}${path}`)).json()) as T
    const { records } = await read<{ records: { id: string; may_edit: boolean }[] }>('/records/activities?full=true')
    const mine = new Set(records.filter((record) => record.may_edit).map((record) => record.id))
    const { activities } = await read<{ activities: { id: string; start: string; finish: string; window: { first: string; last: string } | null }[] }>('/roadmap?dates=planned')
    const days = (text: string): number => Date.parse(text) / 86_400_000
    const room = ({ finish, window }: (typeof activities)[number]): number => days(window?.last ?? finish) - days(finish)
    const [found] = activities.filter((activity) => mine.has(activity.id) && activity.start && activity.window).sort((a, b) => room(b) - room(a))
    expect(found && room(found)).toBeGreaterThan(60)
    return { id: found?.id ?? '', window: `${new Date((days(found?.start ?? '') + 21) * 86_400_000).toISOString().slice(0, 10)}..${found?.window?.last}` }
}

/** Signs the proposal that is shown, as soon as that is offered. */
async function sign(page: Page, lang: Lang, index: 0 | 1): Promise<void> {
    const name = filled(words.sign[lang], { side: sides[lang][index][1] })
    await page.getByRole('button', { name }).first().click({ timeout: 300_000 })
    await page.locator('dialog').getByRole('button', { name }).click()
    await page.locator('dialog').waitFor({ state: 'detached' })
}
