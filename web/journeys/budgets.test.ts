import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decisions_words } from '../src/text/tables/decisions'
import { events_words } from '../src/text/tables/events'
import { progress_words, record_words } from '../src/text/tables/record'
import { roadmap } from '../src/text/tables/roadmap'
import { page_names } from '../src/text/tables/shell'
import { table_words } from '../src/text/tables/table'
import { Actions, startBrowser } from './browser'
import { answered, asSide, changeField, proposeSomething, signByBoth, visit } from './sandbox'
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

/** Clicks and fields that the design allows for each of these, from the overview on. */
describe.each(['en', 'ar'] as const)('in %s', (lang) => {
    it('an event is added in at most 12 actions, of a form of at most seven fields', async () => {
        const { page, errors } = await visit(browser, server.address, { lang })
        const act = new Actions(page)
        await act.click(page_names.table[lang], 'link')
        await answered(page)
        await act.click(table_words.add[lang], 'link')
        const form = page.locator('#record-form')
        await form.locator('.field-row').first().waitFor()
        expect(await form.locator('.field-row').filter({ hasNot: page.locator('#add-field') }).count()).toBeLessThanOrEqual(7)
        await act.fillIn(form.locator('input[lang=en]'), 'Winter staff course')
        await act.fillIn(form.locator('input[lang=ar]'), 'دورة أركان شتوية')
        const fields = form.locator('select.field:not(#add-field)')
        await act.chooseIn(fields.nth(0), 'l2')
        await act.chooseIn(fields.nth(1), 'ae-mod')
        await act.fillIn(form.getByPlaceholder('15/25/45wd'), '5wd')
        await act.click(record_words.save[lang])
        await page.getByRole('status').filter({ hasText: lang === 'en' ? 'Winter staff course' : 'دورة أركان شتوية' }).waitFor()
        expect(act.count).toBeLessThanOrEqual(12)
        expect(errors).toEqual([])
        await page.context().close()
    })

    it('a holiday is moved, and what it moves is told, in at most 4 actions', async () => {
        const { page, errors } = await visit(browser, server.address, { lang })
        const act = new Actions(page)
        await act.click(page_names.roadmap[lang], 'link')
        await answered(page)
        await act.click(new RegExp(roadmap.days_off_of[lang].replace('{side}', '.*')), 'link')
        // Gregorian New Year, 1 January, becomes the day on which something starts.
        const field = page.locator('#record-form').getByPlaceholder('07-04').first()
        await field.waitFor()
        await act.fillIn(field, '01-25')
        await act.click(record_words.save[lang])
        await page.getByRole('status').filter({ hasText: /[0-9]/ }).first().waitFor({ timeout: 120_000 })
        expect(act.count).toBeLessThanOrEqual(4)
        expect(errors).toEqual([])
        await page.context().close()
    })

    it('all notices of the next 30 days are found in at most 2 actions', async () => {
        const { page, plan, errors } = await visit(browser, server.address, { lang })
        const due = (await (await page.request.get(`${server.address}/api/v1/plans/${plan}/due?days=30`)).json()) as { items: unknown[] }
        const act = new Actions(page)
        await act.click(page_names.events[lang], 'link')
        await answered(page)
        const listed = page.locator('section').filter({ hasText: events_words.due_title[lang] }).locator('li')
        await listed.first().waitFor()
        expect(await listed.count()).toBe(due.items.length)
        expect(act.count).toBeLessThanOrEqual(2)
        expect(errors).toEqual([])
        await page.context().close()
    })

    it('an event is recorded as done, with its cost, in at most 6 actions', async () => {
        const { page, plan, errors } = await visit(browser, server.address, { lang })
        const act = new Actions(page)
        await act.click(page_names.events[lang], 'link')
        await answered(page)
        await act.clickIn(page.locator('tbody button[aria-expanded]').first())
        await act.click(events_words.done[lang], 'link')
        await act.click(progress_words.add_cost[lang])
        await act.fillIn(page.getByLabel(progress_words.amount[lang]), '12k USD')
        await act.click(progress_words.record[lang])
        await page.locator('dialog').waitFor({ state: 'detached' })
        expect(act.count).toBeLessThanOrEqual(6)
        const status = (await (await page.request.get(`${server.address}/api/v1/plans/${plan}/status`)).json()) as { finished: number }
        expect(status.finished).toBe(1)
        const record = await (await page.request.get(`${server.address}/api/v1/plans/${plan}/records/postings?full=true`)).text()
        expect(record).toContain('12k USD')
        expect(errors).toEqual([])
        await page.context().close()
    })

    it('what changed since we signed is found in at most 3 actions', async () => {
        const { page, errors } = await visit(browser, server.address, { lang })
        await proposeSomething(page)
        await signByBoth(page, 1)
        await asSide(page, 'uae')
        await changeField(page, 'activities', 'gov-002', 'duration', '21/26/46wd')
        await page.reload()
        await answered(page)
        const act = new Actions(page)
        await act.click(page_names.decisions[lang], 'link')
        await answered(page)
        await act.click(decisions_words.since_signed[lang])
        const listed = page.locator('section').filter({ has: page.getByRole('heading', { name: decisions_words.since[lang] }) }).locator('li')
        await listed.filter({ hasText: '21/26/46' }).first().waitFor()
        expect(await listed.count()).toBe(1)
        expect(act.count).toBeLessThanOrEqual(3)
        expect(errors).toEqual([])
        await page.context().close()
    })

    it('no form asks for more than seven fields before it can be saved', async () => {
        const { page, at } = await visit(browser, server.address, { lang })
        // Every form of every page, counted by what it insists on, filled in beforehand or not.
        const forms = ['table&progress=gov-002', 'why', 'outcomes', 'decisions', 'import', 'roadmap&sel=gov-002']
        const addresses = [...forms.map((form) => at(form.split('&')[0] ?? '', form.replace(/^[^&]*/, ''))), ...['new', 'sign-in', 'set-up?token=none'].map((form) => `${server.address}/${form}${form.includes('?') ? '&' : '?'}lang=${lang}`)]
        for (const address of addresses) {
            await page.goto(address)
            await answered(page)
            const asked = await page.locator('form').evaluateAll((all) => all.map((form) => form.querySelectorAll('[required]').length))
            expect.soft(Math.max(0, ...asked), address).toBeLessThanOrEqual(7)
        }
        const { kinds } = (await (await page.request.get(`${server.address}/api/v1/vocabulary`)).json()) as { kinds: { section: string | null }[] }
        for (const { section } of kinds) {
            if (!section) continue
            await page.goto(at('table', `&record=${section}:`))
            const rows = page.locator('#record-form .field-row').filter({ hasNot: page.locator('#add-field') })
            await rows.first().waitFor()
            expect.soft(await rows.count(), section).toBeLessThanOrEqual(7)
        }
        await page.context().close()
    })
})
