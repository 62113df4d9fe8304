// Adds up the JavaScript a phone loads before it can ask "may we post this?" and fails above the budget.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const budget = 170_000
const dist = new URL('../target/dist/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))

function withImports(key, seen = new Set()) {
  if (!seen.has(key)) {
    seen.add(key)
    for (const next of manifest[key].imports ?? []) withImports(next, seen)
  }
  return seen
}

const keys = new Set([...withImports('index.html'), ...withImports('src/features/ask/ask-page.tsx')])
const sizes = [...new Set([...keys].map((key) => manifest[key].file))]
  .filter((file) => file.endsWith('.js'))
  .map((file) => [file, gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length])
const total = sizes.reduce((sum, [, size]) => sum + size, 0)

for (const [file, size] of sizes) console.log(`  ${file} ${(size / 1000).toFixed(1)} kB`)
console.log(`First load of /ask: ${(total / 1000).toFixed(1)} kB of JavaScript, gzip (budget ${budget / 1000} kB)`)
if (total > budget) {
  console.error('The question page is over its budget.')
  process.exit(1)
}
