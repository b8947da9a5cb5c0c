import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { note_words } from '../src/text/tables/notes'
import { notice_words } from '../src/text/tables/notices'
import { bare, expectAccessible, expectNoSideScroll, picture, startBrowser } from './browser'
import { answered, asSide, visit } from './sandbox'
import { startServer, type Server } from './server'

let server: Server
let browser: Browser
beforeAll(async () => {
    server = await startServer(['--plan', 'examples/uae-us'])
    browser = await startBrowser()
})
afterAll(async () => {
    await browser?.close()
    await server?.stop()
})

const notesOf = (page: Page): Locator => page.locator('section[aria-labelledby=notes-of-record]')
const bell = (page: Page): Locator => page.locator('header summary').filter({ has: page.locator('svg path[d^="M7 1.2c"]') })

describe.each(['en', 'ar'] as const)('in %s', (lang) => {
    it('both sides speak of a record, each keeps something to itself, and the answer is announced', async () => {
        const { page, at, errors } = await visit(browser, server.address, { lang })
        const words = (key: keyof typeof note_words): string => note_words[key][lang]
        const record = at('table', '&record=activities:gov-002')
        const write = async (label: string, text: string, button: string, shared: boolean): Promise<void> => {
            const form = notesOf(page).locator('form').filter({ hasText: label })
            await form.locator('textarea').fill(text)
            if (shared) await form.getByRole('button', { name: words('both_sides'), exact: true }).click()
            await form.getByRole('button', { name: button, exact: true }).click()
            await notesOf(page).getByText(text.split('\n')[0] ?? '', { exact: false }).first().waitFor()
        }
        // Who reads both sides stands for none: the page says so instead of offering a field.
        await page.goto(record)
        await notesOf(page).getByText(words('choose_side')).waitFor()
        await asSide(page, 'uae')
        await page.goto(record)
        const attack = '<img src=x onerror=alert(1)> \u202Eقاعة\nسطر ثانٍ'
        await write(words('new_note'), 'for us alone · لنا وحدنا', words('write'), false)
        await write(words('new_note'), attack, words('write'), true)
        expect(await notesOf(page).locator('img').count()).toBe(0)
        expect(await notesOf(page).locator('.text').nth(1).textContent()).toBe(attack)
        await expectAccessible(page, 'notes on a record')
        await picture(page, `notes-${lang}`)

        await asSide(page, 'usa')
        await page.goto(record)
        await notesOf(page).getByText('onerror').waitFor()
        expect(bare(await notesOf(page).textContent())).not.toContain('for us alone')
        await notesOf(page).getByRole('button', { name: words('reply'), exact: true }).click()
        await write(words('your_reply'), 'the small hall · القاعة الصغيرة', words('send_reply'), true)
        await notesOf(page).getByRole('button', { name: words('resolve'), exact: true }).click()
        await notesOf(page).getByRole('button', { name: words('reopen'), exact: true }).waitFor()
        await notesOf(page).locator('.replies').getByRole('button', { name: words('withdraw'), exact: true }).click()
        await notesOf(page).getByText(words('withdrawn')).waitFor()
        await write(words('new_note'), 'what of the day?', words('write'), true)

        // The other side finds it on My work and in the notices, which lead to the record.
        await asSide(page, 'uae')
        await page.goto(at('work'))
        await answered(page)
        const work = page.locator('main section').filter({ hasText: words('new_to_you') })
        await work.getByText('what of the day?').waitFor()
        await bell(page).focus()
        await page.keyboard.press('Enter')
        const notices = page.locator('details[open] .menu')
        await notices.getByRole('heading', { name: notice_words.title[lang] }).waitFor()
        await expectAccessible(page, 'notices')
        await picture(page, `notices-${lang}`)
        await notices.getByRole('button', { name: notice_words.seen[lang], exact: true }).click()
        await notices.getByRole('button', { name: notice_words.seen[lang], exact: true }).waitFor({ state: 'detached' })
        await page.keyboard.press('Escape')
        await notices.waitFor({ state: 'detached' })
        expect(errors).toEqual([])
        await page.context().close()
    })

    it('a note comes to a page that is open already', async () => {
        const { page, at, errors } = await visit(browser, server.address, { lang, width: 390, theme: 'dark' })
        await asSide(page, 'usa')
        await page.goto(at('table', '&record=activities:gov-002'))
        await notesOf(page).getByText(note_words.none[lang]).waitFor()
        const elsewhere = await page.context().newPage()
        await elsewhere.goto(at('table', '&record=activities:gov-002'))
        const form = notesOf(elsewhere).locator('form')
        await form.locator('textarea').fill('seen without asking')
        await form.getByRole('button', { name: note_words.write[lang], exact: true }).click()
        await notesOf(page).getByText('seen without asking').waitFor()
        await expectNoSideScroll(page)
        await expectAccessible(page, 'notes, narrow and dark')
        expect(errors).toEqual([])
        await page.context().close()
    })
})
