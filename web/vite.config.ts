import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

// While pages are written, /api goes to a running `masar serve`.
const server = process.env['MASAR_SERVER'] ?? 'http://127.0.0.1:8080'
const passed_on = { target: server, changeOrigin: false }

export default defineConfig({
    plugins: [svelte()],
    resolve: { alias: { $: fileURLToPath(new URL('./src', import.meta.url)) } },
    // Named by number: a bare system may not know the name localhost.
    server: { host: '127.0.0.1', proxy: { '/api': passed_on, '/calendar': passed_on, '/healthz': passed_on } },
    build: {
        target: 'es2022',
        // The content policy allows nothing but files of the server itself: no data: addresses, no inline script.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        reportCompressedSize: true,
    },
    test: { include: ['src/**/*.test.ts', 'bundle.test.ts'], environment: 'node', setupFiles: ['./test_setup.ts'] },
})
