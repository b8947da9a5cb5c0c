import { defineConfig } from 'vitest/config'

// One browser and one server for all journeys: they follow each other as a day's work does.
export default defineConfig({
    server: { host: '127.0.0.1' },
    test: { include: ['journeys/**/*.test.ts'], environment: 'node', testTimeout: 600_000, hookTimeout: 180_000, fileParallelism: false, sequence: { concurrent: false } },
})
