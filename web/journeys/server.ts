import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A server of one's own: the binary that was built, a fresh data folder, the shipped example. */
export interface Server {
    address: string
    /** What it printed, with the set-up tokens. */
    output: () => string
    stop: () => Promise<void>
}

const root = fileURLToPath(new URL('../..', import.meta.url))
/** The one that was built last; MASAR names another. */
export const binary = process.env['MASAR'] ? resolve(process.env['MASAR']) : newest(['build/release/masar', 'build/debug/masar'].map((path) => join(root, path)))

function newest(paths: string[]): string {
    const built = paths.filter((path) => existsSync(path)).sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
    if (!built[0]) throw new Error(`build masar first: none of ${paths.join(', ')} is there`)
    return built[0]
}

/** The server at MASAR_ADDRESS when one runs already, else one that lives as long as the journeys. */
export async function startServer(more: string[] = []): Promise<Server> {
    const running = process.env['MASAR_ADDRESS']
    if (running) return { address: running, output: () => '', stop: async () => {} }
    const data = mkdtempSync(join(tmpdir(), 'masar-journey-'))
    const port = await freePort()
    const child = spawn(binary, ['serve', '--port', String(port), '--data', data, ...more], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let printed = ''
    child.stdout.on('data', (text: Buffer) => (printed += text))
    child.stderr.on('data', (text: Buffer) => (printed += text))
    const address = `http://127.0.0.1:${port}`
    await answering(address, child, () => printed)
    return { address, output: () => printed, stop: () => stopped(child, data) }
}

/** A port that was free a moment ago. */
function freePort(): Promise<number> {
    return new Promise((resolve, reject) => {
        const probe = createServer()
        probe.once('error', reject)
        probe.listen(0, '127.0.0.1', () => {
            const { port } = probe.address() as AddressInfo
            probe.close(() => resolve(port))
        })
    })
}

async function answering(address: string, child: ChildProcess, printed: () => string): Promise<void> {
    const last = Date.now() + 60_000
    while (Date.now() < last) {
        if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}: ${printed()}`)
        const health = await fetch(`${address}/healthz`).catch(() => null)
        if (health?.ok) return
        await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`the server does not answer: ${printed()}`)
}

async function stopped(child: ChildProcess, data: string): Promise<void> {
    if (child.exitCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve))
        child.kill('SIGTERM')
        await ended
    }
    rmSync(data, { recursive: true, force: true })
}
