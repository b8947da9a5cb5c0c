// How fluid the roadmap is with many activities: frames per second in headless Chromium while it scrolls down, scrolls along time,
// and zooms; and how soon a moved activity is answered.
//
//     ./run bench gantt [--activities 10000] [--seconds 5] [--least 50] [--answer 1000] [--binary build/release/masar]
//
// `masar generate` makes the plan and `masar serve` shows it. One line of JSON says what was measured, with the load of the machine.
// Fails when any of it comes below --least frames a second, or the answer after --answer milliseconds.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { binary, machine, option, tenth, withPage } from './browse.mjs'

const activities = Number(option('activities', 10_000))
const seconds = Number(option('seconds', 5))

/** In the page: acts once a frame for some time; tells how often a frame came, and how long the slowest of twenty took. */
const frames = ([how, lasting]) =>
    new Promise((resolve) => {
        const pane = document.querySelector('.pane')
        const away = getComputedStyle(pane).direction === 'rtl' ? -1 : 1
        const times = []
        let turn = 0
        const act = {
            down: () => {
                pane.scrollTop += 60
                if (pane.scrollTop + pane.clientHeight >= pane.scrollHeight - 1) pane.scrollTop = 0
            },
            along: () => {
                pane.scrollLeft += 40 * away
                if (Math.abs(pane.scrollLeft) + pane.clientWidth >= pane.scrollWidth - 1) pane.scrollLeft = 0
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

/** A row is moved by a day with the keyboard, as a drag does when it is dropped; until the strip tells what that means. */
async function answered(page) {
    await page.locator('[role=treeitem][aria-level="2"]').nth(2).focus()
    const from = Date.now()
    await page.keyboard.press(']')
    await page.locator('.strip:not(.busy) p').waitFor()
    return Date.now() - from
}

const plan = (folder) => {
    const made = join(folder, 'plan.yaml')
    execFileSync(binary, ['generate', String(activities), '--seed', '1', '-o', made], { stdio: 'ignore' })
    return made
}
await withPage(plan, async ({ page, address, path }) => {
    const { lines } = await (await page.request.get(`${address}/api/v1${path}`, { timeout: 0 })).json()
    const states = `dates=earliest&ghost=none&open=${lines.map((line) => line.id).join(',')}`
    const from = Date.now()
    await page.goto(`${address}${path}/roadmap?${states}`)
    const first = page.locator('[role=treeitem][aria-level="2"]').first()
    await first.waitFor()
    const found = { activities, shown_ms: Date.now() - from, elements: await page.locator('.pane *').count() }
    const measure = async (how) => {
        const { fps, p95_ms } = await page.evaluate(frames, [how, seconds])
        found[how] = { fps: tenth(fps), p95_ms: tenth(p95_ms), load: machine().load }
    }
    await measure('down')
    await measure('zoom')
    await page.goto(`${address}${path}/roadmap?${states}&zoom=year`)
    await first.waitFor()
    await measure('along')
    found.answer_ms = await answered(page)
    console.log(JSON.stringify({ ...found, ...machine() }))
    const least = Math.min(found.down.fps, found.along.fps, found.zoom.fps)
    if (least < Number(option('least', 50)) || found.answer_ms > Number(option('answer', 1000))) process.exitCode = 1
})
