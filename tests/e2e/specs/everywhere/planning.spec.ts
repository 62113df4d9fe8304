import { look } from '../../support/look'
import { demo, person, school } from '../../support/platform'
import { api, expect, search, signIn, test } from '../../support/test'

const at = demo.settings[school] ?? ''
const facebook = 'Larkmere Primary on Facebook (Facebook)'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test('MED-16 UI-05 UI-06 a contributor plans an outing and takes the list along', async ({ page }, info) => {
  await signIn(page, person('contributor'))
  await page.goto('/outing')
  await page.getByRole('button', { name: 'Show who will be cleared' }).click()
  await expect(page.getByRole('alert')).toContainText('Choose the day of the outing')
  await look(page, info, 'outing-errors')

  await page.getByLabel('Day').fill(inDays(21))
  await page.getByLabel(/Account/).selectOption({ label: facebook })
  await page.getByRole('checkbox', { name: /^Maple/ }).check()
  await page.getByRole('checkbox', { name: /^Oak/ }).check()
  await page.getByRole('button', { name: 'Show who will be cleared' }).click()

  const maple = page.getByRole('region', { name: 'Maple' })
  await expect(maple.getByRole('listitem').first()).toContainText(/Cleared|Not cleared|Not asked/)
  await expect(page.getByRole('region', { name: 'Oak' })).toBeVisible()
  await look(page, info, 'outing')

  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download as a table (CSV)' }).click()
  expect((await downloading).suggestedFilename()).toBe(`outing-${inDays(21)}.csv`)

  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: 'Show who will be cleared' })).toBeHidden()
  await expect(maple).toBeVisible()
  await page.screenshot({ path: `target/looks/outing-print-${page.viewportSize()?.width ?? 0}.png`, fullPage: true })
})

test('OPT-14 UI-05 UI-06 a head tries an answer on what was asked lately', async ({ page, browser }, info) => {
  const other = await browser.newContext()
  const contributor = await other.newPage()
  await signIn(contributor, person('contributor'))
  const found = await search<{ id: string }>(contributor, `/api/media/settings/${at}/subjects`, 'Zainab Hollis')
  const accounts = await api<{ items: { id: string; platform: string }[] }>(contributor, `/api/media/settings/${at}/accounts`)
  const zainab = found.body.items[0]?.id
  const asked = await api<{ verdict: string }>(contributor, '/api/media/decisions', {
    method: 'POST',
    body: {
      accountId: accounts.body.items.find((account) => account.platform === 'FACEBOOK')?.id,
      nobody: false,
      people: [zainab],
      headcount: 1,
      unlistedPeople: false,
      names: [{ subjectId: zainab, form: 'FIRST_ONLY' }],
    },
  })
  expect(asked.body.verdict).toBe('NEEDS_ACTION')
  await other.close()

  await signIn(page, person('head'))
  await page.goto('/options/OPT-14')
  await page.getByRole('radio', { name: 'No names' }).check()
  await page.getByRole('link', { name: 'Try this on the last 90 days' }).click()
  await expect(page.getByRole('heading', { name: /^[1-9]\d* of \d+ would have been refused$/ })).toBeVisible()
  await expect(page.getByText('Tried: No. A name is shown further than this setting allows.').first()).toBeVisible()
  await look(page, info, 'rehearsal')

  await page.getByRole('link', { name: 'Go on with this answer' }).click()
  await expect(page.getByRole('radio', { name: 'No names' })).toBeChecked()
  await page.getByRole('link', { name: 'Cancel' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Policy options')
})
