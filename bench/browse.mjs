// What the measurements in a browser share: a server of their own with a plan, Debian's Chromium, and a reader who is signed in.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { cpus, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const { chromium } = createRequire(join(root, 'web/package.json'))('playwright-core')

export const option = (name, fallback) => {
    const at = process.argv.indexOf(`--${name}`)
    return at < 0 ? fallback : process.argv[at + 1]
}
export const binary = option('binary', join(root, 'build/release/masar'))

/** The machine beside the figures: a figure without its load says nothing. */
export const machine = () => ({ cpus: cpus().length, load: Number(readFileSync('/proc/loadavg', 'utf8').split(' ')[0]) })
export const tenth = (value) => Math.round(value * 10) / 10

const freePort = () =>
    new Promise((resolve) => {
        const probe = createServer().listen(0, '127.0.0.1', () => {
            const { port } = probe.address()
            probe.close(() => resolve(port))
        })
    })

async function serve(folder, plan) {
    const address = `http://127.0.0.1:${await freePort()}`
    const child = spawn(binary, ['serve', '--port', new URL(address).port, '--data', join(folder, 'data'), '--plan', plan])
    let printed = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (printed += text))
    while (!(await fetch(`${address}/healthz`).catch(() => null))?.ok) {
        if (child.exitCode !== null) throw new Error(`the server ended: ${printed}`)
        await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return { address, child, token: /side [^:]*: (\S+)/.exec(printed)?.[1] }
}

/** Signs in as the first account of a side, who plans too; answers the path of the plan. */
async function signIn(page, { address, token }) {
    await page.goto(`${address}/set-up?token=${token}`)
    await page.locator('input[autocomplete=username]').fill('planner')
    await page.locator('input[type=password]').fill('long enough for a benchmark')
    await page.locator('form button[type=submit]').click()
    const link = page.locator('main section li a').first()
    await link.waitFor()
    const path = new URL(await link.evaluate((anchor) => anchor.href)).pathname.replace('/work', '')
    const session = await (await page.request.get(`${address}/api/v1/session`)).json()
    await page.request.patch(`${address}/api/v1/accounts/${session.account.id}`, { headers: { 'X-CSRF-Token': session.csrf }, data: { roles: [...new Set([...session.roles, 'planner'])] } })
    return path
}

/** Runs a measurement on a page of a server that shows `plan(folder)`, and cleans up after it. */
export async function withPage(plan, measure) {
    const folder = mkdtempSync(join(tmpdir(), 'masar-browse-'))
    let server, browser
    try {
        server = await serve(folder, plan(folder))
        browser = await chromium.launch({ executablePath: process.env.MASAR_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking'] })
        const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
        page.setDefaultTimeout(600_000)
        return await measure({ page, address: server.address, path: await signIn(page, server) })
    } finally {
        await browser?.close()
        server?.child.kill('SIGTERM')
        rmSync(folder, { recursive: true, force: true })
    }
}
