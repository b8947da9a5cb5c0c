import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

const dist = fileURLToPath(new URL('dist', import.meta.url))
const built = existsSync(dist) ? readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name)) : []
const kilobytes = (names: string[]): number => names.reduce((sum, name) => sum + gzipSync(readFileSync(join(dist, name))).length, 0) / 1000

describe('the built pages', () => {
    it('are there', () => expect(built, 'npm run build first').toContain('index.html'))
    it('weigh at most 300 kB compressed, everything that can be fetched taken together without the letters', () => {
        expect(kilobytes(built.filter((name) => !name.endsWith('.woff2')))).toBeLessThan(300)
    })
    it('show a page after at most 60 kB of code and style', () => {
        const first = [...readFileSync(join(dist, 'index.html'), 'utf8').matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((found) => found[1] ?? '')
        expect(first.length).toBeGreaterThan(1)
        expect(kilobytes(first)).toBeLessThan(60)
    })
})
