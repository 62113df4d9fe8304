import { demo, person, school } from '../../support/platform'
import { askCompletely } from '../../support/complete'
import { api, expect, signIn, test } from '../../support/test'

interface Row {
  id: string
}

const at = demo.settings[school] ?? ''
const media = (rest: string) => `/api/media${rest}`
const post = { method: 'POST' as const }

/** A child whom everybody may see, made for this test alone. */
async function clearedChild(page: Parameters<typeof api>[0], surname: string) {
  const made = await api<Row>(page, media(`/settings/${at}/subjects`), {
    ...post,
    body: { kind: 'CHILD', firstName: 'Orla', surname, className: 'Posted' },
  })
  expect(made.status).toBe(201)
  const form = {
    giver: { name: `${surname} parent`, type: 'PARENT', responsibility: 'YES' },
    answers: ['TAKING', 'SOCIAL_MEDIA'].map((purpose) => ({ purpose, answer: 'YES' })),
    formVersion: '2026-1',
    signedOn: '2026-09-04',
    keptAt: 'Office',
  }
  const given = await api<unknown>(page, media(`/subjects/${made.body.id}/consents`), {
    ...post,
    body: form,
  })
  expect(given.status).toBe(201)
  return { id: made.body.id, name: `Orla ${surname}` }
}

async function withdrawSocial(page: Parameters<typeof api>[0], subject: string) {
  const { body } = await api<{ items: { id: string; purpose: string; state: string }[] }>(
    page,
    media(`/subjects/${subject}/consents`),
  )
  const consent = body.items.find((one) => one.purpose === 'SOCIAL_MEDIA' && one.state === 'ACTIVE')!
  expect((await api(page, media(`/consents/${consent.id}/withdrawal`), post)).status).toBe(200)
}

test('S8 MED-10 MED-11 PST-27 asked, posted, withdrawn: the answer is no and the post comes down with proof', async ({
  browser,
}) => {
  const headContext = await browser.newContext()
  const head = await headContext.newPage()
  await signIn(head, person('head'))
  const surname = `Tarn${Date.now() % 100_000}`
  const child = await clearedChild(head, surname)

  const context = await browser.newContext()
  const page = await context.newPage()
  await signIn(page, person('contributor'))
  const accounts = await api<{ items: { id: string; name: string; platform: string; status: string; address: string }[] }>(
    page,
    media(`/settings/${at}/accounts`),
  )
  const facebook = accounts.body.items.find((one) => one.platform === 'FACEBOOK' && one.status === 'LIVE')!

  await askCompletely(page, at, facebook.id, [child.id])
  const posted = page.getByRole('form', { name: 'When you have posted it' })
  const host = new URL(facebook.address.includes('://') ? facebook.address : 'https://facebook.com').host
  await posted.getByLabel('Address of the post').fill(`https://${host}/posts/${Date.now()}`)
  for (const box of await posted.getByRole('checkbox').all()) await box.check()
  await posted.getByRole('button', { name: 'I posted it' }).click()
  await expect(page.getByText(/and on record/)).toBeVisible()

  // A second question, whose post never went out before the withdrawal.
  await askCompletely(page, at, facebook.id, [child.id])
  const unposted = page.url()
  await withdrawSocial(head, child.id)

  const late = page.getByRole('form', { name: 'When you have posted it' })
  await late.getByLabel('Address of the post').fill(`https://${host}/posts/${Date.now()}`)
  for (const box of await late.getByRole('checkbox').all()) await box.check()
  await late.getByRole('button', { name: 'I posted it' }).click()
  await expect(page.getByRole('heading', { name: 'Do not post this as it is' })).toBeVisible()

  await page.goto('/notices')
  await expect(page.getByText(/has changed: ask again\./).first()).toBeVisible()
  await page.getByRole('button', { name: 'I have seen these' }).click()
  await expect(page.getByRole('button', { name: 'I have seen these' })).toBeHidden()

  await page.goto('/')
  await expect(page.getByText(/has to come down|have to come down/).first()).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Take down' }).click()
  await expect(page.getByText(`No longer cleared: ${child.name}`)).toBeVisible()
  await page.getByRole('row', { name: new RegExp(child.name) }).getByRole('link').click()
  await page.getByRole('button', { name: 'It is gone' }).click()
  await expect(page.getByRole('alert')).toContainText('Please say how you saw it.')
  const now = await page.evaluate(() => {
    const date = new Date()
    return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
  })
  await page.getByLabel('When did you see that it is gone?').fill(now)
  await page.getByLabel('I opened its address and it is not there').check()
  await page.getByLabel(/What did you see/).fill('The address says that the post is not available.')
  await page.getByRole('button', { name: 'It is gone' }).click()
  await expect(page.getByText('Seen gone')).toBeVisible()

  await page.goto(unposted)
  await page.getByRole('button', { name: 'Show the card' }).click()
  const code = await page.locator('strong', { hasText: /^[0-9A-Z]{5}-[0-9A-Z]{5}$/ }).innerText()
  await page.goto(`/d/${code}`)
  await expect(page.getByText('The answer has changed').first()).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText(surname)
  await context.close()
  await headContext.close()
})
