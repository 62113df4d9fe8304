import { join } from 'node:path'
import { person } from '../../support/platform'
import { ask, expect, signIn, test } from '../../support/test'

const example = join(
  import.meta.dirname,
  '../../../../media-consent-service/src/test/resources/examples/arbor-consents.csv',
)

test('MED-01 MED-12 SEC-07 a head brings in a school system’s file and a contributor can ask about its children', async ({
  page,
  browser,
}) => {
  await signIn(page, person('head of service', 'Millbrook Youth Service'))
  await page.goto('/import')
  await page.getByLabel(/File with people/).setInputFiles(example)

  await expect(page.getByRole('heading', { name: 'What is in each column?' })).toBeVisible()
  await page.getByRole('button', { name: 'Show the preview' }).click()
  await expect(page.getByRole('heading', { name: 'What this file would do' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('"Y?" is neither yes nor no')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { name: 'The signed forms' })).toBeVisible()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: /Take in 21 rows/ }).click()
  await expect(page.getByText('Done', { exact: true })).toBeVisible({ timeout: 60_000 })
  await page.getByRole('link', { name: 'See people and consent' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('People and consent')

  const other = await browser.newContext()
  const contributor = await other.newPage()
  await signIn(contributor, person('contributor', 'Millbrook Youth Service'))
  await ask(contributor, 'Youth pages (Website)', ['Adaeze Nwankwo', 'Emil Sørensen'])
  const people = contributor.getByRole('region', { name: 'Each person' })
  await expect(people.getByRole('listitem').filter({ hasText: 'Adaeze' })).toContainText('Cleared')
  await expect(people.getByRole('listitem').filter({ hasText: 'Emil' })).toContainText('Not cleared')
  await other.close()
})
