import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { common } from '../src/text/tables/common'
import { roadmap } from '../src/text/tables/roadmap'
import { bare, expectAccessible, expectNoSideScroll, filled, startBrowser } from './browser'
import { answered, visit } from './sandbox'
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

describe.each(['en', 'ar'] as const)('the roadmap, in %s', (lang) => {
    it('asks the server nothing again when it is zoomed, and the keyboard reaches every row', async () => {
        const { page, at, errors } = await visit(browser, server.address, { lang })
        await page.goto(at('roadmap'))
        await answered(page)
        await page.locator('[role=treeitem][aria-level="2"]').first().waitFor()
        const asked: string[] = []
        page.on('request', (request) => asked.push(request.url()))
        for (const words of [roadmap.zoom_quarter, roadmap.zoom_week, roadmap.zoom_years]) await page.getByRole('button', { name: words[lang], exact: true }).click()
        expect(asked.filter((url) => url.includes('/api/'))).toEqual([])

        const rows = page.locator('[role=treeitem]')
        await rows.first().focus()
        const read = new Set<string>()
        const focused = () => page.evaluate(() => new Promise<string>((told) => requestAnimationFrame(() => told(document.activeElement?.matches('[role=treeitem]') ? (document.activeElement.textContent ?? '') : ''))))
        const first = await focused()
        await page.keyboard.press('End')
        const last = await expectFocused(focused, first)
        for (let now = last; !read.has(now); now = await expectFocused(focused, now)) {
            read.add(now)
            await page.keyboard.press('ArrowUp')
        }
        const all = (await (await page.request.get(at('roadmap').replace(/\/plans/, '/api/v1/plans').replace(/[?].*/, ''))).json()) as { activities: { id: string }[] }
        for (const { id } of all.activities) expect.soft([...read].some((label) => label.includes(id)), id).toBe(true)
        expect(errors).toEqual([])
        await page.context().close()
    })

    it('is a list in a hand: every activity with its dates and state, its details a tap away', async () => {
        const { page, at, errors } = await visit(browser, server.address, { lang, width: 390, height: 844 })
        await page.goto(at('roadmap'))
        await answered(page)
        const rows = page.locator('button[data-activity]')
        await rows.first().waitFor()
        const { activities } = (await (await page.request.get(at('roadmap').replace(/\/plans/, '/api/v1/plans').replace(/[?].*/, ''))).json()) as { activities: { id: string; name: Record<string, string>; start: string | null }[] }
        expect(await rows.count()).toBe(activities.length)
        const told = new Map((await rows.evaluateAll((buttons) => buttons.map((button) => [button.getAttribute('data-activity'), button.textContent ?? '']))) as [string, string][])
        for (const { id, name, start } of activities) {
            expect.soft(told.get(id), id).toContain(name[lang])
            if (start) expect.soft(told.get(id), id).toContain(start.slice(0, 4))
            expect.soft(bare(told.get(id) ?? '').length, `${id} says its state`).toBeGreaterThan((name[lang] ?? '').length + 3)
        }
        await expectAccessible(page, 'the list')
        await expectNoSideScroll(page)

        const third = rows.nth(2)
        await third.click()
        const details = page.locator('aside')
        await details.and(page.locator(':focus')).waitFor()
        expect(bare(await details.textContent())).toContain((await third.getAttribute('data-activity')) ?? '-')
        await expectAccessible(page, 'details over the list')
        await details.getByRole('button', { name: common.close[lang] }).click()
        await details.waitFor({ state: 'detached' })
        await third.and(page.locator(':focus')).waitFor()

        // A line is folded up, and the chart is there on request.
        await page.locator('h2 button[aria-expanded=true]').first().click()
        expect(await rows.count()).toBeLessThan(activities.length)
        await page.getByRole('button', { name: roadmap.as_chart[lang], exact: true }).click()
        await page.locator('.pane svg .bar').first().waitFor()
        await expectAccessible(page, 'the chart in a hand')
        expect(errors).toEqual([])
        await page.context().close()
    })

    it('a drag is tried while it moves, proposed for a side, and kept for signatures', async () => {
        const { page, plan, at, errors } = await visit(browser, server.address, { lang })
        await page.goto(at('roadmap', '&zoom=year'))
        await answered(page)
        const row = page.locator('[role=treeitem][aria-level="2"]').nth(2)
        await row.focus()
        for (let day = 0; day < 7; day++) await page.keyboard.press(']')
        const side = lang === 'en' ? 'United Arab Emirates' : 'دولة الإمارات العربية المتحدة'
        const propose = page.getByRole('button', { name: filled(common.for_side[lang], { what: common.propose[lang], side }) })
        await propose.and(page.locator(':enabled')).waitFor({ timeout: 300_000 })
        await expectAccessible(page, 'a trial')
        const made = page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/proposals'))
        await propose.click()
        expect((await made).status(), await (await made).text()).toBe(201)
        const { proposals } = (await (await page.request.get(`${server.address}/api/v1/plans/${plan}/proposals`)).json()) as { proposals: { number: number; state: string; made_by: { side: string } }[] }
        expect(proposals.map(({ state, made_by }) => [state, made_by.side])).toEqual([['open', 'uae']])
        const { dates_moved } = (await (await page.request.get(`${server.address}/api/v1/plans/${plan}/proposals/1`)).json()) as { dates_moved: unknown[] }
        expect(dates_moved.length).toBeGreaterThan(0)
        expect(bare(await page.locator('[role=status]').first().textContent())).not.toBe('')
        expect(errors).toEqual([])
        await page.context().close()
    })
})

/** The row that has the focus once it is another than before, in some frames; at the first row it stays. */
async function expectFocused(read: () => Promise<string>, before: string): Promise<string> {
    let now = await read()
    for (let frame = 0; frame < 60 && (now === before || now === ''); frame++) now = await read()
    return now
}
