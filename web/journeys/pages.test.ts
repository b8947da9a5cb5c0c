import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { page_names } from '../src/text/tables/shell'
import { bare, expectAccessible, expectNoSideScroll, openPage, startBrowser } from './browser'
import { account, free_pages, looks, plan_pages, states } from './looks'
import { answered, asSide, proposeSomething, setUp, signIn, visit } from './sandbox'
import { startServer, type Server } from './server'

let server: Server
let browser: Browser
beforeAll(async () => {
    server = await startServer(['--plan', 'examples/uae-us'])
    browser = await startBrowser()
    await setUp(browser, server, 'usa', account)
})
afterAll(async () => {
    await browser?.close()
    await server?.stop()
})

describe('the pages that are looked at', () => {
    it('are all there are', () => {
        expect([...plan_pages, ...Object.keys(free_pages)].sort()).toEqual(Object.keys(page_names).sort())
    })
})

describe.each(looks)('in $lang, $theme, $width px', (look) => {
    it('every page of a plan says its finding, is accessible, and breaks no rule of the content policy', async () => {
        const { page, errors, at } = await visit(browser, server.address, look)
        await proposeSomething(page)
        await asSide(page, 'both')
        for (const key of plan_pages) {
            for (const more of ['', ...(states[key] ?? [])]) {
                await page.goto(at(key, more && `&${more}`))
                await answered(page)
                if (more.startsWith('record') || more.startsWith('progress')) await page.locator('dialog').waitFor()
                expect(bare(await page.locator('main h1').first().textContent()).length, key).toBeGreaterThan(5)
                expect(await page.getAttribute('html', 'dir')).toBe(look.lang === 'ar' ? 'rtl' : 'ltr')
                await expectAccessible(page)
                await expectNoSideScroll(page)
            }
        }
        expect(errors).toEqual([])
        await page.context().close()
    })

    it('and so does every page without one', async () => {
        const { page, errors } = await openPage(browser, look)
        for (const [key, path] of Object.entries(free_pages)) {
            if (key === 'new') await signIn(page, server.address, account)
            await page.goto(`${server.address}${path}${path.includes('?') ? '&' : '?'}lang=${look.lang}&theme=${look.theme}`)
            await answered(page)
            await expectAccessible(page)
            await expectNoSideScroll(page)
        }
        expect(errors).toEqual([])
        await page.context().close()
    })
})
