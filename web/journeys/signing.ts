import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { decisions_words } from '../src/text/tables/decisions'
import { shell } from '../src/text/tables/shell'
import { filled, type Lang } from './browser'

/** What both sides do on the page of decisions. */

export const sides = {
    en: [['uae', 'United Arab Emirates'], ['usa', 'United States of America']],
    ar: [['uae', 'دولة الإمارات العربية المتحدة'], ['usa', 'الولايات المتحدة الأمريكية']],
} as const

export interface Line {
    number: number
    state: string
    signed: string[]
}

/** A click that makes a proposal. */
export async function expectMade(page: Page, act: () => Promise<void>): Promise<void> {
    const made = page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/proposals'))
    await act()
    expect((await made).status(), await (await made).text()).toBe(201)
}

/** A visitor stands for one side, then for the other, and signs the proposal that is shown; one side alone never suffices. */
export async function signOnPage(page: Page, lang: Lang, number: number): Promise<void> {
    const plan = /\/plans\/([^/]+)\//.exec(page.url())?.[1] ?? ''
    for (const [index, [side, name]] of sides[lang].entries()) {
        await page.locator(`summary[aria-label^="${shell.standing_for[lang]}"]`).click()
        await page.locator('.menu').getByRole('button', { name, exact: true }).click()
        await page.keyboard.press('Escape')
        const sign = filled(decisions_words.sign[lang], { side: name })
        await page.getByRole('button', { name: sign }).first().click()
        await page.locator('dialog').getByRole('button', { name: sign }).click()
        await page.locator('dialog').waitFor({ state: 'detached' })
        const { proposals } = (await (await page.request.get(`${new URL(page.url()).origin}/api/v1/plans/${plan}/proposals`)).json()) as { proposals: Line[] }
        const line = proposals.find((each) => each.number === number)
        expect([line?.state, line?.signed.includes(side)]).toEqual([index === 0 ? 'open' : 'approved', true])
    }
}
