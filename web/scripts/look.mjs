// Opens the built pages against pretend services in a browser, at three widths, and leaves pictures in target/look.
// Fails on: something wider than the screen, an accessibility violation, a refused style or script, a fault in a page.
// Usage: npm run build && node scripts/look.mjs [part of a name]
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { getResponse } from 'msw'
import { chromium } from 'playwright-core'
import { createServer, preview } from 'vite'
import { looks } from './looks.mjs'
import { officeLooks } from './office-looks.mjs'

const only = process.argv[2] ?? ''
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-a-nonce'; style-src-attr 'unsafe-inline'; " +
  "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

mkdirSync('target/look', { recursive: true })
const vite = await createServer({ server: { middlewareMode: true, hmr: false, ws: false }, appType: 'custom', logLevel: 'error' })
const { handlers } = await vite.ssrLoadModule('/src/testing/handlers.ts')
const people = await vite.ssrLoadModule('/src/testing/people.ts')
const [imports, options, directory, planning, wording] = await Promise.all(
  ['imports', 'options', 'directory', 'planning', 'wording'].map((name) => vite.ssrLoadModule(`/src/testing/${name}.ts`)),
)
const pages = await preview({ preview: { port: 4179, strictPort: false, host: '127.0.0.1' }, logLevel: 'error' })
const base = pages.resolvedUrls.local[0].replace(/\/$/, '')

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
let faults = 0
const fault = (where, what) => {
  faults++
  console.error(`${where}: ${what}`)
}

/** A field's edge must stand out from what is around it by 3:1, which axe does not look at. */
function faintBorders() {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).map((part) => {
      const value = Number(part) / 255
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  return [...document.querySelectorAll('input:not([type=checkbox], [type=radio]), select, textarea')]
    .filter((one) => one.checkVisibility() && Number.parseFloat(getComputedStyle(one).borderTopWidth) > 0)
    .map((one) => [one, (1 + 0.05) / (light(getComputedStyle(one).borderTopColor) + 0.05)])
    .filter(([, contrast]) => contrast < 3)
    .map(([one, contrast]) => `edge ${contrast.toFixed(2)}:1 ${one.outerHTML.slice(0, 100)}`)
}

function withoutRing() {
  const one = document.activeElement
  if (!one || one === document.body) return null
  const drawn = (style) => style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2
  const seen = [one, one.closest('.mantine-PasswordInput-wrapper, .mantine-Input-wrapper')]
    .filter(Boolean)
    .some((element) => [null, '::after'].some((pseudo) => drawn(getComputedStyle(element, pseudo))))
  return seen ? null : one.outerHTML.slice(0, 140)
}

for (const look of [...looks(people), ...officeLooks({ people, imports, options, directory, planning, wording })]) {
  for (const width of [1280, 390, 320]) {
    const name = `${look.name}-${width}`
    if (!name.includes(only)) continue
    const context = await browser.newContext({
      viewport: { width, height: width === 1280 ? 900 : 780 },
      isMobile: width < 1000,
      hasTouch: width < 1000,
      locale: 'en-GB',
      serviceWorkers: 'block',
    })
    const page = await context.newPage()
    page.on('pageerror', (error) => fault(name, error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) fault(name, message.text())
    })
    await context.addCookies([{ name: 'XSRF-TOKEN', value: 'a-token', url: base }])
    await context.route('**/*', async (route) => {
      const asked = route.request()
      const url = new URL(asked.url())
      if (/^\/(api|logout)/.test(url.pathname)) {
        const answer = await getResponse(
          [...(look.handlers ?? []), ...handlers],
          new Request(asked.url(), { method: asked.method(), headers: asked.headers(), body: asked.postData() ?? undefined }),
          { baseUrl: base },
        )
        if (!answer || answer.type === 'error') return route.abort()
        return route.fulfill({
          status: answer.status,
          headers: Object.fromEntries(answer.headers),
          body: Buffer.from(await answer.arrayBuffer()),
        })
      }
      if (asked.resourceType() === 'document') {
        const answer = await route.fetch()
        return route.fulfill({
          response: answer,
          headers: { ...answer.headers(), 'content-security-policy': policy },
          body: (await answer.text()).replaceAll('__CSP_NONCE__', 'a-nonce'),
        })
      }
      return route.continue()
    })
    try {
      await page.goto(base + look.path)
      await look.until?.(page)
      await page.evaluate(() => document.fonts.ready)
      await page.waitForTimeout(150)
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      if (over > 0) {
        const who = await page.evaluate(() =>
          [...document.querySelectorAll('body *')]
            .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
            .slice(0, 3)
            .map((one) => one.outerHTML.slice(0, 120)),
        )
        fault(name, `${over} px too wide: ${who.join(' | ')}`)
      }
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('main button, header button, header select, main input, main select, main summary')]
          .filter((one) => one.checkVisibility() && !one.closest('label, .mantine-PasswordInput-wrapper'))
          .map((one) => [one, one.getBoundingClientRect()])
          .filter(([, box]) => box.height > 0 && box.height < 43.5)
          .map(([one, box]) => `${Math.round(box.height)} px high: ${one.outerHTML.slice(0, 100)}`),
      )
      for (const one of small) fault(name, one)
      await page.evaluate(axe)
      const { violations } = await page.evaluate(() =>
        globalThis.axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        }),
      )
      for (const one of violations) {
        fault(name, `${one.id}: ${one.help} ${one.nodes.slice(0, 2).map((node) => node.html.slice(0, 160)).join(' | ')}`)
      }
      await page.screenshot({ path: `target/look/${name}.png`, fullPage: !look.part })
      for (const one of await page.evaluate(faintBorders)) fault(name, one)
      for (let tabs = 0; width === 1280 && tabs < 40; tabs++) {
        await page.keyboard.press('Tab')
        const unseen = await page.evaluate(withoutRing)
        if (unseen) fault(name, `no focus ring: ${unseen}`)
      }
    } catch (error) {
      fault(name, error.message.split('\n').slice(0, 4).join(' '))
      await page.screenshot({ path: `target/look/${name}.png` }).catch(() => {})
    }
    await context.close()
  }
}

await browser.close()
await vite.close()
await new Promise((done) => pages.httpServer.close(done))
console.log(faults === 0 ? 'Nothing wrong was found. Look at target/look.' : `${faults} faults.`)
process.exit(faults === 0 ? 0 : 1)
