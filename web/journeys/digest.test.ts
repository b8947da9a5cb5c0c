import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digest_words } from '../src/text/tables/digest'
import { expectAccessible, openPage, startBrowser } from './browser'
import { setUp, signIn } from './sandbox'
import { startServer, type Server } from './server'

let server: Server
let browser: Browser
beforeAll(async () => {
    // Nobody listens there, and nobody needs to: what is asked for here is not sent before the next look.
    server = await startServer(['--plan', 'examples/first', '--smtp', '127.0.0.1:9', '--smtp-from', 'masar@example.org', '--smtp-tls', 'none'])
    browser = await startBrowser()
})
afterAll(async () => {
    await browser?.close()
    await server?.stop()
})

describe.each([
    ['en', 'usa'],
    ['ar', 'uae'],
] as const)('in %s', (lang, side) => {
    it('somebody asks for a daily message in their language, and ends it', async () => {
        const person = { login: `planner-${side}`, password: 'long enough for a journey' }
        await setUp(browser, server, side, person)
        const { page, errors } = await openPage(browser, { lang })
        await signIn(page, server.address, person)
        await page.goto(`${server.address}/password?lang=${lang}`)
        const form = page.locator('form').filter({ hasText: digest_words.title[lang] })
        await form.getByLabel(digest_words.wanted[lang]).check()
        await form.locator('input[type=email]').fill('planner@example.org')
        await form.getByRole('button', { name: digest_words[lang === 'ar' ? 'arabic' : 'english'][lang], exact: true }).click()
        await expectAccessible(page, 'daily message')
        const wish = async (): Promise<Record<string, unknown>> => (await (await page.request.get(`${server.address}/api/v1/session/digest`)).json()) as Record<string, unknown>
        const saved = page.waitForResponse((response) => response.request().method() === 'PUT')
        await form.getByRole('button', { name: digest_words.save[lang], exact: true }).click()
        expect((await saved).status()).toBe(200)
        expect(await wish()).toMatchObject({ offered: true, wanted: true, address: 'planner@example.org', language: lang })
        const ended = page.waitForResponse((response) => response.request().method() === 'PUT')
        await form.getByLabel(digest_words.wanted[lang]).uncheck()
        await form.getByRole('button', { name: digest_words.save[lang], exact: true }).click()
        expect((await ended).status()).toBe(200)
        expect(await wish()).toMatchObject({ wanted: false })
        expect(errors).toEqual([])
        await page.context().close()
    })
})
