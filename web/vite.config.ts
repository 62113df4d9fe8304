import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const compressible = /\.(js|css|svg|json|webmanifest)$/

/** Writes a .br beside every asset once the files are final: compressing earlier stores placeholders unreplaced. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    writeBundle(options) {
      const root = options.dir ?? 'target/dist'
      for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
        if (entry.isFile() && compressible.test(entry.name)) {
          const file = join(entry.parentPath, entry.name)
          const source = readFileSync(file)
          writeFileSync(
            `${file}.br`,
            brotliCompressSync(source, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
          )
        }
      }
    },
  }
}

export default defineConfig({
  plugins: [react(), precompress()],
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: 'target/dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
    // The pages of families share no file with those of staff.
    rolldownOptions: { input: { index: 'index.html', family: 'family.html' } },
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/api-docs', '/login', '/oauth2', '/logout', '/password', '/.well-known'].map((path) => [
        path,
        'http://localhost:8080',
      ]),
    ),
  },
  test: {
    environment: 'happy-dom',
    environmentOptions: { happyDOM: { url: 'http://localhost:3000' } },
    setupFiles: ['src/testing/setup.ts'],
    css: false,
    restoreMocks: true,
    testTimeout: 30_000,
    reporters: ['default', ['junit', { outputFile: 'target/vitest.xml' }]],
  },
})
