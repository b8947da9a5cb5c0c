import type { Browser, Response } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { common } from '../src/text/tables/common'
import { decisions_words } from '../src/text/tables/decisions'
import { overview as overview_words } from '../src/text/tables/overview'
import { report_words } from '../src/text/tables/report'
import { page_names, shell } from '../src/text/tables/shell'
import { why } from '../src/text/tables/why'
import { bare, filled, openPage, startBrowser } from './browser'
import { allFiles, answered, asSide } from './sandbox'
import { expectMade, sides, signOnPage } from './signing'
import { startServer, type Server } from './server'

let server: Server
let browser: Browser
beforeAll(async () => {
    server = await startServer()
    browser = await startBrowser()
})
afterAll(async () => {
    await browser?.close()
    await server?.stop()
})

interface Gate {
    id: string
    late_days: number
    passes: boolean
    criteria: { indicator: string; wanted: number; value: number }[]
}
const gate_name = { en: /Integrate gate/, ar: /بوابة التكامل/ }

/** The whole way of a roadmap that is on time and still fails: seen, understood, mended, agreed, taken back by agreement, printed. */
describe.each(['ar', 'en'] as const)('a gate that fails on readiness, read in %s', (lang) => {
    it('is explained, repaired by an offered event, signed by both sides, and undone by another proposal', async () => {
        const other = lang === 'ar' ? 'en' : 'ar'
        const { page, errors } = await openPage(browser, { lang: other })
        await page.goto(server.address)
        await page.locator('li.first button').click()
        await page.waitForURL(/overview/)
        const plan = /\/plans\/([^/]+)\//.exec(page.url())?.[1] ?? ''
        const api = async <T>(path: string): Promise<T> => (await (await page.request.get(`${server.address}/api/v1/plans/${plan}${path}`)).json()) as T
        const gate3 = async (): Promise<Gate | undefined> => (await api<{ gates: Gate[] }>('/overview?dates=earliest')).gates.find((each) => each.id === 'gate-3')
        await page.getByRole('button', { name: shell.other_language[other], exact: true }).click()
        await page.locator(`html[lang=${lang}][dir=${lang === 'ar' ? 'rtl' : 'ltr'}]`).waitFor()
        await page.getByRole('button', { name: common.earliest_dates[lang], exact: true }).click()
        await answered(page)

        // Every activity is on time, and the gate fails on the one indicator.
        const gate = await gate3()
        const criterion = gate?.criteria.find((each) => each.indicator === 'ind-rdy-01')
        expect([gate?.late_days, gate?.passes, criterion?.wanted]).toEqual([0, false, 0.65])
        expect(criterion?.value).toBeCloseTo(0.6261, 4)
        const row = page.locator('section').filter({ hasText: overview_words.gates[lang] }).locator('tr').filter({ hasText: 'gate-3' }).first()
        expect(bare(await row.textContent())).toMatch(/0\.63.*0\.65/)

        // Why: it fades between events.
        await page.getByRole('link', { name: page_names.why[lang], exact: true }).click()
        await answered(page)
        await page.getByRole('navigation', { name: why.list[lang] }).getByRole('button', { name: gate_name[lang] }).click()
        const says = page.locator('.says')
        await says.waitFor()
        expect(bare(await says.textContent())).toMatch(/0\.65.*0\.77.*0\.5/)

        // The offered event is tried: the gate and the odds change, nothing is saved.
        const before = await texts()
        await page.getByRole('button', { name: why.try[lang], exact: true }).first().click()
        const would = page.locator('section').filter({ has: page.getByRole('heading', { name: why.would_change[lang] }) })
        const propose = would.getByRole('button', { name: filled(common.for_side[lang], { what: why.propose[lang], side: sides[lang][0][1] }) })
        await propose.and(page.locator(':enabled')).waitFor({ timeout: 300_000 })
        expect(bare(await would.textContent())).toMatch(/%/)
        expect(await texts()).toEqual(before)

        // Proposed for the one side; one side alone never suffices; with both it is the baseline.
        await expectMade(page, () => propose.click())
        await page.getByRole('status').getByRole('button').first().click()
        await page.waitForURL(/decisions/)
        await signOnPage(page, lang, 1)
        expect((await api<{ baseline: unknown }>('')).baseline).not.toBeNull()
        expect((await gate3())?.criteria.find((each) => each.indicator === 'ind-rdy-01')?.value).toBeGreaterThan(0.6261)
        expect(await whole()).not.toEqual(before)

        // Going back is a decision of both, too.
        await expectMade(page, () => page.getByRole('button', { name: decisions_words.undo_by_proposal[lang], exact: true }).click())
        await page.waitForURL(/proposal=2/)
        await signOnPage(page, lang, 2)
        expect((await gate3())?.criteria.find((each) => each.indicator === 'ind-rdy-01')?.value).toBeCloseTo(0.6261, 4)
        expect(await whole()).toEqual(before)

        // The report, from the menu of the overview: a page to read and a paper to hand over, each opened beside this page.
        await page.getByRole('link', { name: page_names.overview[lang], exact: true }).click()
        await answered(page)
        expect(await (await opened(report_words.page[lang], 'report.html')).text()).toMatch(gate_name[lang])
        const paper = await opened(report_words.brief[lang], 'report.pdf')
        expect(paper.headers()['content-type']).toBe('application/pdf')
        expect((await (await page.request.get(paper.url())).body()).subarray(0, 5).toString()).toBe('%PDF-')
        expect(errors).toEqual([])
        await page.context().close()

        /** The texts of the plan, byte for byte; what else lies in its folder is no part of what is agreed. */
        async function texts(): Promise<Map<string, string>> {
            return new Map([...(await allFiles(page, server.address, plan))].filter(([path]) => path.endsWith('.yaml')))
        }
        /** What a line of the report's menu answers, in a window of its own. */
        async function opened(line: string, file: string): Promise<Response> {
            const answer = page.context().waitForEvent('response', (response) => response.url().includes(file))
            await page.locator(`summary[aria-label^="${report_words.report[lang]}"]`).click()
            await page.locator('.menu').getByRole('link', { name: line, exact: true }).click()
            const response = await answer
            expect([response.status(), new URL(response.url()).searchParams.get('lang')]).toEqual([200, lang])
            return response
        }
        /** All texts as both sides together read them; a side alone reads what is released to it. */
        async function whole(): Promise<Map<string, string>> {
            await asSide(page, 'both')
            const read = await texts()
            await asSide(page, 'usa')
            return read
        }
    })
})
