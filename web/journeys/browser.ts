import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Locator, type Page } from 'playwright-core'
import { expect } from 'vitest'

/** Debian's Chromium, without anything that would talk to other places. */
export function startBrowser(): Promise<Browser> {
    const executablePath = process.env['MASAR_CHROMIUM'] ?? '/usr/bin/chromium'
    if (!existsSync(executablePath)) throw new Error(`${executablePath} is missing: apt-get install chromium`)
    return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
}

export type Lang = 'en' | 'ar'
export interface Look {
    lang: Lang
    theme?: 'light' | 'dark'
    width?: number
    height?: number
}

/** A page whose errors fail the test that opened it, refusals of the content policy among them. */
export async function openPage(browser: Browser, { lang, theme = 'light', width = 1440, height = 900 }: Look): Promise<{ page: Page; errors: string[] }> {
    const context = await browser.newContext({ viewport: { width, height }, locale: lang === 'ar' ? 'ar-AE' : 'en-GB', colorScheme: theme })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    // Long, because a machine that also builds is slow; nothing waits for longer than what it waits for takes.
    context.setDefaultTimeout(120_000)
    const page = await context.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => {
        if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) errors.push(message.text())
    })
    return { page, errors }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
    id: string
    nodes: { target: string[]; failureSummary?: string }[]
}

/** WCAG 2.2 AA as far as a program can tell. */
export async function expectAccessible(page: Page, where = page.url()): Promise<void> {
    await page.evaluate(axe)
    const found = (await page.evaluate('axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] })')) as { violations: Violation[] }
    expect.soft(found.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(', ')}`), where).toEqual([])
}

export async function expectNoSideScroll(page: Page, where = page.url()): Promise<void> {
    expect.soft(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), where).toBeLessThanOrEqual(0)
}

const pictures = process.env['MASAR_PICTURES_IN'] ?? fileURLToPath(new URL('../../docs/img', import.meta.url))

/** A picture for the documents, only when asked for: MASAR_PICTURES=1. */
export async function picture(page: Page, name: string): Promise<void> {
    if (!process.env['MASAR_PICTURES']) return
    mkdirSync(pictures, { recursive: true })
    await page.screenshot({ path: join(pictures, `${name}.jpg`), type: 'jpeg', quality: 72, animations: 'disabled' })
}

/** A message of the pages with its values, as it stands there: each value between the marks that keep directions apart. */
export const filled = (message: string, values: Record<string, string>): string => message.replace(/\{(\w+)\}/g, (_, key: string) => `\u2068${values[key] ?? ''}\u2069`)

/** Words without the marks that keep directions apart. */
export const bare = (text: string | null): string => (text ?? '').replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim()

/** Clicks and fields that were needed: the budgets of the design are in these. */
export class Actions {
    count = 0
    constructor(readonly page: Page) {}

    async click(what: string | RegExp, role: 'button' | 'link' = 'button'): Promise<void> {
        await this.clickIn(this.page.getByRole(role, { name: what, exact: typeof what === 'string' }).first())
    }
    async clickIn(what: Locator): Promise<void> {
        this.count++
        await what.click()
    }
    async fillIn(field: Locator, value: string): Promise<void> {
        this.count++
        await field.fill(value)
    }
    async chooseIn(field: Locator, value: string): Promise<void> {
        this.count++
        await field.selectOption(value)
    }
}
