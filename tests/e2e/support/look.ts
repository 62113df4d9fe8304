import AxeBuilder from '@axe-core/playwright'
import type { Page, TestInfo } from '@playwright/test'
import { expect } from './test'

/** Holds the page against what a checker can see, and keeps a picture of it for what only eyes can. */
export async function look(page: Page, info: TestInfo, name: string) {
  await page.waitForLoadState('networkidle')
  const width = page.viewportSize()?.width ?? 0
  await page.screenshot({ path: `target/looks/${name}-${width}.png`, fullPage: true })

  const axe = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect.soft(axe.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])

  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect.soft(over, `${name} is wider than ${width} px`).toBeLessThanOrEqual(0)
  expect.soft(await faintBorders(page), `${name}: borders of fields below 3:1`).toEqual([])
  expect.soft(await withoutRing(page), `${name}: tab stops without a ring`).toEqual([])
}

/** Text fields whose border stands out less than 3:1 from what is around them (1.4.11, which axe does not check). */
function faintBorders(page: Page) {
  return page.evaluate(() => {
    const light = (colour: string) => {
      const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
      const part = (value: number) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4)
      return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
    }
    const behind = (element: Element | null): string => {
      for (let at = element; at; at = at.parentElement) {
        const colour = getComputedStyle(at).backgroundColor
        if (!/rgba\(\d+, \d+, \d+, 0\)|transparent/.test(colour)) return colour
      }
      return 'rgb(255, 255, 255)'
    }
    return [...document.querySelectorAll('input:not([type=hidden]):not([type=radio]):not([type=checkbox]):not([type=file]), select, textarea')]
      .filter((field) => (field as HTMLElement).offsetParent !== null)
      .flatMap((field) => {
        const [one, two] = [light(getComputedStyle(field).borderTopColor), light(behind(field.parentElement))]
        const contrast = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05)
        return contrast < 3 ? [`${field.id || field.tagName}: ${contrast.toFixed(2)}`] : []
      })
  })
}

/** Things the Tab key reaches that show no outline, shadow or underline of focus. */
async function withoutRing(page: Page) {
  const bare: string[] = []
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  for (let stop = 0; stop < 25; stop++) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(() => {
      const at = document.activeElement
      if (!at || at === document.body) return 'end'
      const shows = (element: Element | null) => {
        if (!element) return false
        return [getComputedStyle(element), getComputedStyle(element, '::after')].some(
          (style) => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none',
        )
      }
      const label = at.id ? document.querySelector(`label[for="${CSS.escape(at.id)}"]`) : null
      const ringed = shows(at) || shows(at.parentElement) || shows(at.closest('label')) || shows(label)
      return ringed ? '' : (at.id || at.textContent?.trim().slice(0, 30) || at.tagName)
    })
    if (found === 'end') break
    if (found) bare.push(found)
  }
  return bare
}
