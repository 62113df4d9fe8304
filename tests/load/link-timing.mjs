// Does the time an answer takes tell one link from another? 500 tries of each key, in turn, against a running platform.
//   node tests/load/link-timing.mjs http://localhost:8080 links KEY [KEY …]     (or: session KEY …)
// Without keys it compares two guesses. Compare a key that is in force with one that is used, over or barred. Start the
// platform with LIMIT_FAMILY_PER_MINUTE and LIMIT_FAMILY_BURST high enough for it to be let through.
import { randomBytes } from 'node:crypto'

const [address = 'http://localhost:8080', step = 'links', ...given] = process.argv.slice(2)
const guess = () => randomBytes(48).toString('base64url')
const keys = given.length ? [guess(), ...given] : [guess(), guess()]
const times = keys.map(() => [])

for (let i = 0; i < 500; i++) {
  for (const [n, key] of keys.entries()) {
    const began = performance.now()
    const answer = await fetch(`${address}/api/family/${step}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Clearpost-Family': '1' },
      body: JSON.stringify({ key }),
    })
    await answer.text()
    if (answer.status === 429) throw new Error('The rate limit is in the way: raise LIMIT_FAMILY_PER_MINUTE and _BURST.')
    times[n].push(performance.now() - began)
  }
}

const mean = (all) => all.reduce((sum, one) => sum + one, 0) / all.length
const variance = (all) => mean(all.map((one) => (one - mean(all)) ** 2))
const median = (all) => [...all].sort((a, b) => a - b)[all.length >> 1]
for (const [n, all] of times.entries()) {
  // Welch's t against the guess: beyond 4 the two can be told apart.
  const t = (mean(all) - mean(times[0])) / Math.sqrt(variance(all) / all.length + variance(times[0]) / times[0].length)
  console.log(`${n === 0 ? 'guess' : `key ${n}`}: median ${median(all).toFixed(1)} ms, mean ${mean(all).toFixed(1)} ms, t ${n ? t.toFixed(2) : '-'}`)
}
