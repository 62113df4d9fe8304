import type { Page } from '@playwright/test'
import { expect } from './test'

/** Opens the newest mail of this kind to somebody and gives the link in it. */
export async function mailTo(page: Page, kind: string, name: string) {
  await page.goto('/outbox')
  const open = page.getByRole('button', { name: `Open: ${kind} to ${name}` }).first()
  await expect(open).toBeVisible({ timeout: 30_000 })
  await open.click()
  const link = page.getByRole('link', { name: 'Follow its link' })
  await expect(link).toBeVisible()
  return (await link.getAttribute('href')) ?? ''
}

/** Signs what was answered, and waits until it is stored. */
export async function sign(page: Page, name: string) {
  await expect(page.getByRole('heading', { level: 1, name: 'Check and sign' })).toBeVisible()
  await page.getByLabel('Your full name').fill(name)
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Send my answers' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your answers are stored' })).toBeVisible({ timeout: 30_000 })
}
