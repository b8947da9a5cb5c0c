import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { openPage, type Look } from './browser'

/** A visitor with a copy of the example of their own. */
export interface Visit {
    page: Page
    plan: string
    errors: string[]
    /** The address of one of the plan's pages. */
    at: (page: string, states?: string) => string
}

export async function visit(browser: Browser, address: string, look: Look): Promise<Visit> {
    const { page, errors } = await openPage(browser, look)
    const states = `lang=${look.lang}&theme=${look.theme ?? 'light'}`
    await page.goto(`${address}/?${states}`)
    await page.locator('li.first button').click()
    await page.waitForURL(/\/plans\/[^/]+\/overview/)
    const plan = /\/plans\/([^/]+)\//.exec(page.url())?.[1] ?? ''
    return { page, plan, errors, at: (name, more = '') => `${address}/plans/${plan}/${name}?${states}${more}` }
}

/** Waits until the page has its answer. */
export async function answered(page: Page): Promise<void> {
    await page.locator('main h1').first().waitFor()
    await page.waitForFunction('!document.querySelector("[aria-busy=true]")')
}

/** Every file of the plan, byte for byte, as its visitor reads it. */
export async function allFiles(page: Page, address: string, plan: string): Promise<Map<string, string>> {
    const root = `${address}/api/v1/plans/${plan}/files`
    const listed = (await (await page.request.get(root)).json()) as { path: string }[] | { files: { path: string }[] }
    const paths = (Array.isArray(listed) ? listed : listed.files).map((file) => file.path)
    expect(paths.length).toBeGreaterThan(0)
    const texts = await Promise.all(paths.map(async (path) => [path, await (await page.request.get(`${root}/${path.split('/').map(encodeURIComponent).join('/')}`)).text()] as const))
    return new Map(texts)
}
