import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { openPage, picture, startBrowser } from './browser'
import { account, free_pages, looks, plan_pages, states } from './looks'
import { answered, asSide, proposeSomething, setUp, signIn, visit } from './sandbox'
import { startServer, type Server } from './server'

// Not a test: MASAR_PICTURES=1 npm run journeys pictures keeps a picture of every page in docs/img, to be looked at.
describe.runIf(process.env['MASAR_PICTURES'])('pictures for the documents', () => {
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

    // In a hand the three pages that are read there, in daylight.
    const in_hand = ['work', 'overview', 'roadmap']
    it.each(looks.filter(({ theme, width }) => width > 390 || theme === 'light'))('in $lang, $theme, $width px', async (look) => {
        const name = (page: string): string => `page-${page}-${look.lang}${look.theme === 'dark' ? '-dark' : ''}${look.width === 390 ? '-390' : ''}`
        const { page, at } = await visit(browser, server.address, look)
        await proposeSomething(page)
        await asSide(page, 'both')
        for (const key of look.width === 390 ? in_hand : plan_pages) {
            await page.goto(at(key, key === 'search' ? `&${states['search']?.[0]}` : ''))
            await answered(page)
            await picture(page, name(key))
        }
        await page.context().close()
        if (look.width === 390) return
        const other = await openPage(browser, look)
        for (const [key, path] of Object.entries(free_pages)) {
            if (key === 'new') await signIn(other.page, server.address, account)
            await other.page.goto(`${server.address}${path}${path.includes('?') ? '&' : '?'}lang=${look.lang}&theme=${look.theme}`)
            await answered(other.page)
            await picture(other.page, name(key))
        }
        await other.page.context().close()
    })
})
