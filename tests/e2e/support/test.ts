import { test as base, expect, type Page } from '@playwright/test'
import { person } from './platform'

/** A page that fails its test when anything breaks the content security policy. */
export const test = base.extend({
  page: async ({ page }, use) => {
    const violations: string[] = []
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) violations.push(message.text())
    })
    await use(page)
    expect(violations, 'breaches of the content security policy').toEqual([])
  },
})

export { expect }

/** Signs in through the pages, as a person does. */
export async function signIn(page: Page, who: ReturnType<typeof person>) {
  await page.goto('/')
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByLabel('E-mail address').fill(who.email)
  await page.getByLabel('Password').fill(who.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(who.name)
}

/** What the service answers to a question sent from the page's own session. */
export async function api<T>(page: Page, path: string, init: { method?: string; body?: unknown; headers?: Record<string, string> } = {}) {
  return page.evaluate(
    async ({ path, init }) => {
      const token = /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? ''
      const answer = await fetch(path, {
        method: init.method ?? 'GET',
        headers: {
          'X-XSRF-TOKEN': token,
          ...(init.body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...init.headers,
        },
        body: init.body === undefined ? undefined : JSON.stringify(init.body),
      })
      const text = await answer.text()
      return { status: answer.status, etag: answer.headers.get('ETag'), body: (text ? JSON.parse(text) : null) as unknown }
    },
    { path, init },
  ) as Promise<{ status: number; etag: string | null; body: T }>
}

/** Finds people by words, which stand in no address. */
export const search = <T>(page: Page, list: string, query: string) =>
  api<{ items: T[] }>(page, `${list}/search`, { method: 'POST', body: { query } })

/** Asks "may we post this?" through the page about children picked by name. */
export async function ask(page: Page, account: string, names: string[]) {
  await fill(page, account, names)
  await answer(page)
}

/** Fills in account, people and headcount. */
export async function fill(page: Page, account: string, names: string[]) {
  await page.goto('/ask')
  await page.getByLabel('Account').selectOption({ label: account })
  for (const name of names) {
    await page.getByLabel('Find people by name').fill(name)
    await page.getByRole('button', { name: new RegExp(name) }).first().click()
  }
  await page.getByLabel('How many people can you count?').fill(String(names.length))
}

export async function answer(page: Page) {
  await page.getByRole('button', { name: 'Get the answer' }).click()
  await page.waitForURL(/\/decisions\//)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Answer for')
}
