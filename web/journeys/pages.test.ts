import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { page_names } from '../src/text/tables/shell'
import { bare, expectAccessible, expectNoSideScroll, openPage, picture, startBrowser } from './browser'
import { answered, asSide, proposeSomething, setUp, signIn, visit } from './sandbox'
import { startServer, type Server } from './server'

let server: Server
let browser: Browser
const account = { login: 'planner', password: 'long enough for a journey' }
beforeAll(async () => {
    server = await startServer(['--plan', 'examples/uae-us'])
    browser = await startBrowser()
    await setUp(browser, server, 'usa', account)
})
afterAll(async () => {
    await browser?.close()
    await server?.stop()
})

/** Both languages, light and dark, on a desk and in a hand: eight looks at every page. */
const looks = (['en', 'ar'] as const).flatMap((lang) => (['light', 'dark'] as const).flatMap((theme) => ([[1280, 800], [390, 844]] as const).map(([width, height]) => ({ lang, theme, width, height }))))
/** The states of a page that show more of it than it shows at first. */
const states: Record<string, string[]> = {
    roadmap: ['sel=gov-002&zoom=year', 'dates=earliest'],
    table: ['record=activities:gov-002', 'record=activities:', 'progress=gov-002'],
    why: ['gate=gate-3&dates=earliest'],
    events: ['view=months'],
    search: ['q=gov-00'],
}
const plan_pages = ['work', 'overview', 'roadmap', 'table', 'events', 'why', 'people', 'money', 'outcomes', 'risks', 'decisions', 'records', 'log', 'search', 'text', 'import']

describe('the pages that are looked at', () => {
    it('are all there are', () => {
        const free = ['start', 'sign-in', 'set-up', 'accounts', 'password', 'new']
        expect([...plan_pages, ...free].sort()).toEqual(Object.keys(page_names).sort())
    })
})

describe.each(looks)('in $lang, $theme, $width px', (look) => {
    const name = (page: string): string => `page-${page}-${look.lang}${look.theme === 'dark' ? '-dark' : ''}${look.width === 390 ? '-390' : ''}`
    const pictured = (page: string): boolean => look.width > 390 || (look.theme === 'light' && ['overview', 'roadmap', 'work'].includes(page))

    it('every page of a plan says its finding, is accessible, and breaks no rule of the content policy', async () => {
        const { page, errors, at } = await visit(browser, server.address, look)
        await proposeSomething(page)
        await asSide(page, 'both')
        for (const key of plan_pages) {
            for (const [index, more] of ['', ...(states[key] ?? [])].entries()) {
                await page.goto(at(key, more && `&${more}`))
                await answered(page)
                if (more.startsWith('record') || more.startsWith('progress')) await page.locator('dialog').waitFor()
                expect(bare(await page.locator('main h1').first().textContent()).length, key).toBeGreaterThan(5)
                expect(await page.getAttribute('html', 'dir')).toBe(look.lang === 'ar' ? 'rtl' : 'ltr')
                await expectAccessible(page)
                await expectNoSideScroll(page)
                if (index === 0 && pictured(key)) await picture(page, name(key))
            }
        }
        expect(errors).toEqual([])
        await page.context().close()
    })

    it('and so does every page without one', async () => {
        const { page, errors } = await openPage(browser, look)
        const query = `lang=${look.lang}&theme=${look.theme}`
        const check = async (key: string, address: string): Promise<void> => {
            await page.goto(`${server.address}${address}${address.includes('?') ? '&' : '?'}${query}`)
            await answered(page)
            await expectAccessible(page)
            await expectNoSideScroll(page)
            if (pictured(key)) await picture(page, name(key))
        }
        await check('start', '/')
        await check('sign-in', '/sign-in')
        await check('set-up', '/set-up?token=none')
        await signIn(page, server.address, account)
        await check('new', '/new')
        await check('accounts', '/accounts')
        await check('password', '/password')
        expect(errors).toEqual([])
        await page.context().close()
    })
})
