import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bare, expectAccessible, expectNoSideScroll, picture, startBrowser } from './browser'
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

const looks = [
    { lang: 'en', theme: 'light', width: 1440, height: 900 },
    { lang: 'ar', theme: 'dark', width: 1440, height: 900 },
    { lang: 'ar', theme: 'light', width: 390, height: 844 },
] as const
const pages = ['work', 'overview', 'roadmap', 'table', 'events', 'why', 'people', 'money', 'outcomes', 'risks', 'records', 'log', 'search?q=gov-00', 'text', 'import']

describe.each(looks)('in $lang, $theme, $width px', (look) => {
    it('every page says its finding, is accessible, and breaks no rule of the content policy', async () => {
        const { page, errors, at } = await visit(browser, server.address, look)
        for (const name of pages) {
            const [path = '', states = ''] = name.split('?')
            await page.goto(at(path, states && `&${states}`))
            await answered(page)
            expect(bare(await page.locator('main h1').first().textContent()).length, name).toBeGreaterThan(5)
            expect(await page.getAttribute('html', 'dir')).toBe(look.lang === 'ar' ? 'rtl' : 'ltr')
            await expectAccessible(page, name)
            await expectNoSideScroll(page, name)
            await picture(page, `page-${name.replace(/\?.*/, '')}-${look.lang}${look.theme === 'dark' ? '-dark' : ''}${look.width === 390 ? '-390' : ''}`)
        }
        expect(errors).toEqual([])
        await page.context().close()
    })
})
