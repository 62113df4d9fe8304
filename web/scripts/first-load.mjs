// Adds up what a phone loads before it can ask "may we post this?", and for a family's pages; fails above the budgets.
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

const familyBudget = 80_000
const family = [...withImports('family.html')].flatMap((key) => [manifest[key].file, ...(manifest[key].css ?? [])])
const familyTotal = [...new Set(family)]
  .filter((file) => /\.(js|css)$/.test(file))
  .reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length, 0)
console.log(`Family pages: ${(familyTotal / 1000).toFixed(1)} kB of JavaScript and styles, gzip (budget ${familyBudget / 1000} kB)`)
if (familyTotal > familyBudget) {
  console.error('The family pages are over their budget.')
  process.exit(1)
}
