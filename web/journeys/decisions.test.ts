import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decisions_words as words } from '../src/text/tables/decisions'
import { expectAccessible, startBrowser } from './browser'
import { answered, proposeSomething, signByBoth, visit } from './sandbox'
import { startServer, type Server } from './server'
import { expectMade, signOnPage } from './signing'

interface Proposal {
    differences_total: number
    dates_moved_total: number
    summary: { section: string; added: number }[]
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
