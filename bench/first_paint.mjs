// How soon the pages show something useful: the overview of the example, opened anew, until its finding can be read.
//
//     ./run bench first-paint [--most 1000] [--times 5] [--binary build/release/masar]
//
// One line of JSON: the first paint and the finding, the middle of so many times, with the load of the machine. Fails after --most milliseconds.
import { join } from 'node:path'
import { machine, option, root, withPage } from './browse.mjs'

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

await withPage(() => join(root, 'examples/uae-us'), async ({ page, address, path }) => {
    const times = []
    for (let turn = 0; turn < Number(option('times', 5)); turn++) {
        // Another page in between, and nothing kept: each time is a first time for the browser.
        await page.goto('about:blank')
        const client = await page.context().newCDPSession(page)
        await client.send('Network.clearBrowserCache')
        await page.goto(`${address}${path}/overview`)
        await page.locator('main h1').waitFor()
        times.push(
            await page.evaluate(() => ({
                painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
                useful: performance.now(),
            })),
        )
    }
    const found = { first_paint_ms: Math.round(middle(times.map((time) => time.painted))), finding_ms: Math.round(middle(times.map((time) => time.useful))) }
    console.log(JSON.stringify({ ...found, ...machine() }))
    if (found.finding_ms > Number(option('most', 1000))) process.exitCode = 1
})
