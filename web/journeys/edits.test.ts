import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { account } from '../src/text/tables/account'
import { record_words } from '../src/text/tables/record'
import { bare, expectAccessible, openPage, startBrowser } from './browser'
import { answered, visit } from './sandbox'
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

const password = 'long enough for a journey'
const durationOf = (page: Page) => page.locator('#record-form').getByPlaceholder('15/25/45wd').or(page.locator('#record-form').getByLabel(/^Working days|أيام العمل/)).first()

describe.each(['en', 'ar'] as const)('in %s', (lang) => {
    it('of two people who edit one record the second sees both versions and loses nothing', async () => {
        const { page: first, plan, at, errors } = await visit(browser, server.address, { lang })
        const second = await first.context().newPage()
        const record = at('table', '&record=activities:gov-002')
        for (const page of [first, second]) {
            await page.goto(record)
            await durationOf(page).waitFor()
        }
        await durationOf(first).fill('16/21/41wd')
        await durationOf(second).fill('17/22/42wd')
        const notes = 'typed while the other saved · كُتب أثناء حفظ الآخر'
        await second.locator('#add-field').selectOption('notes')
        await second.locator('#record-form textarea').last().fill(notes)
        await first.getByRole('button', { name: record_words.save[lang], exact: true }).click()
        await first.locator('dialog').waitFor({ state: 'detached' })

        const refused = second.waitForResponse((response) => response.request().method() === 'PATCH')
        await second.getByRole('button', { name: record_words.save[lang], exact: true }).click()
        expect((await refused).status()).toBe(412)
        const conflict = second.locator('.conflict')
        await conflict.waitFor()
        const told = bare(await conflict.textContent())
        for (const version of ['16/21/41wd', '17/22/42wd', notes]) expect(told).toContain(version)
        await expectAccessible(second, 'both versions')
        await second.getByRole('button', { name: record_words.save_choice[lang] }).click()
        await second.locator('dialog').waitFor({ state: 'detached' })
        const saved = (await (await second.request.get(`${server.address}/api/v1/plans/${plan}/records/activities/gov-002`)).json()) as { fields: Record<string, string> }
        expect([saved.fields['duration'], saved.fields['notes']]).toEqual(['17/22/42wd', notes])
        expect(errors).toEqual([])
        await first.context().close()
    })

    it('a session that ends during a long edit costs nothing that was typed', async () => {
        const side = lang === 'en' ? 'usa' : 'uae'
        const token = new RegExp(`side ${side}[^:]*: (\\S+)`).exec(server.output())?.[1] ?? ''
        const { page, errors } = await openPage(browser, { lang })
        await page.goto(`${server.address}/set-up?lang=${lang}&token=${token}`)
        await page.getByLabel(account.login[lang]).fill('planner')
        await page.getByLabel(account.password[lang]).fill(password)
        await page.getByRole('button', { name: account.set_up_button[lang] }).click()
        await page.locator('main section li a').first().waitFor()
        // The first account of a side administers it; here it plans, too.
        const session = (await (await page.request.get(`${server.address}/api/v1/session`)).json()) as { account: { id: number }; csrf: string; roles: string[] }
        await page.request.patch(`${server.address}/api/v1/accounts/${session.account.id}`, { headers: { 'X-CSRF-Token': session.csrf }, data: { roles: [...new Set([...session.roles, 'planner'])] } })
        await page.locator('main section li a').first().click()
        await answered(page)
        await page.goto(`${page.url().replace('/work', '/table')}&record=activities:gov-002`)
        await durationOf(page).fill('18/23/43wd')
        await page.context().clearCookies()
        await page.getByRole('button', { name: record_words.save[lang], exact: true }).click()
        const again = page.locator('dialog').filter({ hasText: account.ended[lang] })
        await again.waitFor()
        await expectAccessible(page, 'signing in again')
        await again.getByLabel(account.password[lang]).fill(password)
        await again.getByRole('button', { name: account.sign_in_button[lang] }).click()
        await again.waitFor({ state: 'detached' })
        expect(await durationOf(page).inputValue()).toBe('18/23/43wd')
        await page.getByRole('button', { name: record_words.save[lang], exact: true }).click()
        await page.locator('dialog').waitFor({ state: 'detached' })
        expect(errors).toEqual([])
        await page.context().close()
    })
})
