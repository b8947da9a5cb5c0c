import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shell } from '../src/text/tables/shell'
import { import_words as words } from '../src/text/tables/text_pane'
import { bare, expectAccessible, startBrowser } from './browser'
import { allFiles, answered, visit } from './sandbox'
import { startServer, type Server } from './server'

const workbook = fileURLToPath(new URL('../../tests/data/import/events.xlsx', import.meta.url))
/** The faults that tests/data/import/make_events.py puts in, and what staff would answer; E9 and H20 are chosen from a list. */
const faults: Record<string, string> = { E9: '2028-03-04', E14: '2028-02-28', H20: 'us-tx', G25: '1', I31: '85000 USD', F38: '2028-11-29', A45: 'دورة أركان 3 مكرر' }

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

describe.each(['en', 'ar'] as const)('last year’s spreadsheet, in %s', (lang) => {
    it('becomes part of the plan after its seven faults are settled, and leaves no byte behind when it is taken back', async () => {
        const { page, plan, at, errors } = await visit(browser, server.address, { lang })
        const before = await allFiles(page, server.address, plan)
        await page.goto(at('import'))
        await page.locator('input[type=file]').setInputFiles(workbook)
        const doubts = page.locator('form.card tbody tr')
        await doubts.nth(6).waitFor()
        expect(await doubts.count()).toBe(7)
        const named = await doubts.locator('td:first-child').allTextContents()
        expect(named.map((cell) => bare(cell))).toEqual(Object.keys(faults).map((cell) => `Events 2028!${cell}`))
        await expectAccessible(page, 'import with doubts')
        const accept = page.getByRole('button', { name: words.accept[lang] })
        expect(await accept.isDisabled(), 'nothing is taken in while anything is in doubt').toBe(true)
        expect(await allFiles(page, server.address, plan)).toEqual(before)

        for (const [cell, answer] of Object.entries(faults)) {
            const field = page.getByLabel(`${words.answer[lang]} ${cell}`, { exact: true })
            if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(answer)
            else await field.fill(answer)
        }
        await page.getByRole('button', { name: words.settle[lang] }).click()
        await doubts.first().waitFor({ state: 'detached' })
        await accept.click()
        await page.waitForURL(/\/table/)
        await answered(page)
        expect([...(await allFiles(page, server.address, plan)).values()].join('')).toContain('دورة أركان 3 مكرر')

        await page.getByRole('button', { name: shell.undo[lang], exact: true }).click()
        await page.getByRole('button', { name: shell.redo[lang], exact: true }).and(page.locator(':enabled')).waitFor()
        expect(await allFiles(page, server.address, plan)).toEqual(before)
        expect(errors).toEqual([])
        await page.context().close()
    })
})
