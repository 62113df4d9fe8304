import type { Page } from '@playwright/test'
import { look } from '../../support/look'
import { demo, person, school } from '../../support/platform'
import { api, ask, expect, signIn, test } from '../../support/test'

const facebook = 'Larkmere Primary on Facebook (Facebook)'
const letters = 'abcdefghijklmnop'

/** A child nobody has asked about yet, so that each run stands for itself. */
async function newChild(page: Page) {
  const surname = `Ferrow${Date.now()
    .toString(16)
    .replace(/./g, (digit) => letters[parseInt(digit, 16)]!)}`
  const entered = await api<{ id: string }>(page, `/api/media/settings/${demo.settings[school]}/subjects`, {
    method: 'POST',
    body: { kind: 'CHILD', firstName: 'Ivo', surname, className: 'Year 4 Larch' },
  })
  expect(entered.status).toBe(201)
  return { id: entered.body.id, name: `Ivo ${surname}` }
}

async function enter(page: Page, child: string, giver: string, answer: 'YES' | 'NO', scan: boolean) {
  const day = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' }).split('-')
  await page.goto(`/people/${child}/consent`)
  await page.getByLabel('Name', { exact: true }).fill(giver)
  await page.getByRole('group', { name: /hold parental responsibility/ }).getByLabel('Yes').check()
  await page.locator(`#answer-SOCIAL_MEDIA-${answer}`).check()
  await page.getByLabel('Version of the form').fill('2026-1')
  const signed = page.getByRole('group', { name: 'Signed on' })
  await signed.getByLabel('Day').fill(day[2]!)
  await signed.getByLabel('Month').fill(day[1]!)
  await signed.getByLabel('Year').fill(day[0]!)
  if (scan) {
    await page.locator('input[type=file]').setInputFiles({
      name: 'form.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\n% a signed form, for a test\n'),
    })
    await expect(page.getByText('The scan form.pdf is kept.')).toBeVisible()
  }
}

test('S7 MED-02 MED-03 MED-11 MED-19 UI-05 UI-06 a second parent’s no turns the answer', async ({ page }, info) => {
  await signIn(page, person('head'))
  const child = await newChild(page)

  await page.goto(`/people/${child.id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(child.name)
  await expect(page.getByText('Nothing is on file yet')).toBeVisible()

  await enter(page, child.id, 'Hanna Ferrow', 'YES', true)
  await look(page, info, 'consent-enter')
  await page.getByRole('button', { name: 'Record the answers' }).click()
  await page.waitForURL(new RegExp(`/people/${child.id}(\\?|$)`))
  const answers = page.getByRole('region', { name: 'Answers on file' })
  await expect(answers).toContainText('Hanna Ferrow')
  await expect(answers.getByRole('link', { name: /Open the scan/ })).toBeVisible()

  await ask(page, facebook, [child.name])
  const people = page.getByRole('region', { name: 'Each person' })
  await expect(people.getByRole('listitem').filter({ hasText: 'Ivo' })).toContainText(/^(?!.*Not cleared).*Cleared/s)

  await enter(page, child.id, 'Otto Ferrow', 'NO', false)
  await page.getByRole('button', { name: 'Record the answers' }).click()
  await page.waitForURL(new RegExp(`/people/${child.id}(\\?|$)`))
  await expect(answers).toContainText('Otto Ferrow')
  await look(page, info, 'consent-person')

  await ask(page, facebook, [child.name])
  await expect(people.getByRole('listitem').filter({ hasText: 'Ivo' })).toContainText('Not cleared')

  // A look back: before the second parent spoke, the person was cleared.
  await page.goto(`/people/${child.id}`)
  const history = page.getByRole('region', { name: 'What held when' })
  await expect(history).toContainText('Change 2 of 2')
  await history.getByRole('slider').press('ArrowLeft')
  await expect(history).toContainText('Change 1 of 2')
  await expect(history).not.toContainText('Otto Ferrow')

  const scan = await answers.getByRole('link', { name: /Open the scan/ }).getAttribute('href')
  const file = await page.request.get(scan!)
  expect(file.headers()['content-disposition']).toContain('attachment')
  expect(file.headers()['x-content-type-options']).toBe('nosniff')
  expect(file.headers()['cache-control']).toContain('no-store')
})

test('MED-03 MED-13 MED-16 UI-05 UI-06 lists, forecast, restrictions and ability', async ({ page }, info) => {
  await signIn(page, person('head'))
  const child = await newChild(page)
  await page.goto('/consents')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Consent on file')
  await look(page, info, 'consent-list')
  await page.goto('/consents/lapses')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is going to lapse')
  await look(page, info, 'consent-lapses')

  await page.goto(`/people/${child.id}`)
  await page.getByRole('button', { name: 'Record a judgement' }).click()
  await page.getByLabel('Who judged it').fill('Ms Alder')
  const when = page.getByRole('group', { name: 'When', exact: true })
  await when.getByLabel('Day').fill('2')
  await when.getByLabel('Month').fill('11')
  await when.getByLabel('Year').fill('2026')
  await page.getByLabel('Why the pupil is able to decide').fill('Explained each use in their own words')
  await page.getByRole('button', { name: 'Record the judgement' }).click()
  await expect(page.getByText('Judged able by Ms Alder on 2 November 2026')).toBeVisible()

  await page.getByRole('button', { name: 'Add a restriction' }).click()
  await look(page, info, 'consent-restriction')
  await page.getByLabel('What it says, and where it is kept').fill('Letter in the safe')
  await page.getByRole('button', { name: 'Add it' }).click()
  await expect(page.getByText('Letter in the safe')).toBeVisible()
  await expect(page.getByRole('region', { name: 'What may be shown today' })).not.toContainText('Not asked')
})

test('MED-13 MED-23 UI-05 UI-06 one button asks the families whose yes is going to lapse, once', async ({ page }, info) => {
  await signIn(page, person('head'))
  const child = await newChild(page)
  const giver = `Hanna ${child.name.split(' ')[1]}`
  const lastDay = new Date(Date.now() + 20 * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'Europe/London' })
  const entered = await api(page, `/api/media/subjects/${child.id}/consents`, {
    method: 'POST',
    body: {
      giver: {
        name: giver,
        type: 'PARENT',
        relation: 'Mother',
        responsibility: 'YES',
        email: `${giver.replace(' ', '.').toLowerCase()}@family.example`,
      },
      answers: [{ purpose: 'WEBSITE', answer: 'YES' }],
      formVersion: '2026-1',
      signedOn: '2026-09-04',
      keptAt: 'Office, file 3',
      validUntil: lastDay,
    },
  })
  expect(entered.status).toBe(201)

  await page.goto('/consents/lapses')
  await page.getByLabel('By', { exact: true }).selectOption('30')
  const row = page
    .getByRole('row', { name: new RegExp(child.name) })
    .or(page.getByRole('listitem').filter({ hasText: child.name }))
  await expect(row).toContainText('Not asked yet')
  await look(page, info, 'consent-renewal')
  await page.getByRole('button', { name: 'Ask all of them to renew' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(/\d+ famil(y|ies) will be written to, about \d+ child/)
  await look(page, info, 'consent-renewal-asks')
  await dialog.getByRole('button', { name: 'Send the invitations' }).click()
  await expect(page.getByText(/Written to: \d+ famil/)).toBeVisible()
  await expect(row).toContainText(/Asked on \d+ \w+ \d{4}/)
  await expect(page.getByText('Nobody is left to be written to.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Ask all of them to renew' })).toHaveCount(0)
  await look(page, info, 'consent-renewal-asked')

  // A second press elsewhere, such as on another tab, writes to nobody.
  const again = await api<{ total: number; mailed: number }>(
    page,
    `/api/media/settings/${demo.settings[school]}/family-rounds`,
    { method: 'POST', body: { kind: 'RENEW', until: lastDay } },
  )
  expect(again.status).toBe(202)
  expect(again.body.mailed).toBe(0)
  await page.goto('/outbox')
  await expect(page.getByRole('button', { name: `Open: Invitation to ${giver}` })).toHaveCount(1)
})
