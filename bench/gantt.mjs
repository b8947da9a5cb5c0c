// How fluid the roadmap is with many activities: frames per second in headless Chromium while it scrolls and while it zooms.
//
//     node bench/gantt.mjs [--activities 10000] [--seconds 5] [--binary build/release/masar] [--least 50]
//
// `masar generate` makes the plan and `masar serve` shows it, both from this checkout; needs web/node_modules (./run web) and
// chromium. One line of JSON says what was measured. Fails when any of it is below --least frames a second.
import { spawn, execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { cpus, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const { chromium } = createRequire(join(root, 'web/package.json'))('playwright-core')
const option = (name, fallback) => {
    const at = process.argv.indexOf(`--${name}`)
    return at < 0 ? fallback : process.argv[at + 1]
}
const activities = Number(option('activities', 10_000))
const seconds = Number(option('seconds', 5))
const least = Number(option('least', 50))
const binary = option('binary', join(root, 'build/release/masar'))

const freePort = () =>
    new Promise((resolve) => {
        const probe = createServer().listen(0, '127.0.0.1', () => {
            const { port } = probe.address()
            probe.close(() => resolve(port))
        })
    })

async function serve(folder) {
    const plan = join(folder, 'plan.yaml')
    execFileSync(binary, ['generate', String(activities), '--seed', '1', '-o', plan], { stdio: 'ignore' })
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

/** Signs in as the first account of a side, and opens every line of effort: as many rows as the plan has activities. */
async function open(page, { address, token }) {
    page.setDefaultTimeout(600_000)
    await page.goto(`${address}/set-up?token=${token}`)
    await page.locator('input[autocomplete=username]').fill('planner')
    await page.locator('input[type=password]').fill('long enough for a benchmark')
    await page.locator('form button[type=submit]').click()
    const link = page.locator('main section li a').first()
    await link.waitFor()
    const path = new URL(await link.evaluate((anchor) => anchor.href)).pathname.replace('/work', '')
    const frame = await (await page.request.get(`${address}/api/v1${path}`)).json()
    const lanes = frame.lines.map((line) => line.id).join(',')
    const from = Date.now()
    await page.goto(`${address}${path}/roadmap?dates=earliest&ghost=none&open=${lanes}`)
    await page.locator('[role=treeitem][aria-level="2"]').first().waitFor()
    return Date.now() - from
}

/** In the page: acts once a frame for some time; tells how often a frame came, and how long the slowest of twenty took. */
const measure = ([how, lasting]) =>
    new Promise((resolve) => {
        const pane = document.querySelector('.pane')
        const times = []
        let turn = 0
        const act = {
            scroll: () => {
                pane.scrollTop += 60
                if (pane.scrollTop + pane.clientHeight >= pane.scrollHeight - 1) pane.scrollTop = 0
            },
            // Each step of zoom moves every bar; a hand turns the wheel about four times a second.
            zoom: () => {
                if (turn++ % 15 === 0) pane.dispatchEvent(new WheelEvent('wheel', { deltaY: Math.floor(turn / 60) % 2 ? 100 : -100, ctrlKey: true, bubbles: true, cancelable: true }))
            },
        }[how]
        const frame = (now) => {
            times.push(now)
            if (now - times[0] < lasting * 1000) {
                act()
                requestAnimationFrame(frame)
                return
            }
            const steps = times.slice(1).map((time, index) => time - times[index]).sort((a, b) => a - b)
            resolve({ fps: ((times.length - 1) * 1000) / (times.at(-1) - times[0]), p95_ms: steps[Math.floor(steps.length * 0.95)] })
        }
        requestAnimationFrame(frame)
    })

const folder = mkdtempSync(join(tmpdir(), 'masar-gantt-'))
let server, browser
try {
    server = await serve(folder)
    browser = await chromium.launch({ executablePath: process.env.MASAR_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking'] })
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
    const shown_ms = await open(page, server)
    const rows = await page.locator('.pane svg[role=img]').evaluate((svg) => svg.getAttribute('height') / 26)
    const drawn = await page.locator('.pane svg[role=img] *').count()
    const round = ({ fps, p95_ms }) => ({ fps: Math.round(fps * 10) / 10, p95_ms: Math.round(p95_ms * 10) / 10 })
    const scroll = round(await page.evaluate(measure, ['scroll', seconds]))
    await page.goto(page.url().replace(/[?]/, '?zoom=year&'))
    await page.locator('[role=treeitem][aria-level="2"]').first().waitFor()
    const zoomed_scroll = round(await page.evaluate(measure, ['scroll', seconds]))
    const zoom = round(await page.evaluate(measure, ['zoom', seconds]))
    console.log(JSON.stringify({ activities, rows, drawn, shown_ms, scroll, zoomed_scroll, zoom, cpus: cpus().length }))
    if (Math.min(scroll.fps, zoomed_scroll.fps, zoom.fps) < least) process.exitCode = 1
} finally {
    await browser?.close()
    server?.child.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
}
