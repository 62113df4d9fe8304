import { person, school } from '../../support/platform'
import { answer, ask, expect, fill, signIn, test } from '../../support/test'

const facebook = 'Larkmere Primary on Facebook (Facebook)'

test.beforeEach(async ({ page }) => {
  await signIn(page, person('contributor'))
  await page.getByLabel(/Setting/).selectOption({ label: school })
})

test('MED-01 MED-05 MED-09 MED-12 PST-05 UI-05 UI-06 a contributor reads a reason for each person', async ({ page }) => {
  await ask(page, facebook, ['Zainab Hollis', 'Leo Kilbride', 'Padma Keating'])

  const people = page.getByRole('region', { name: 'Each person' })
  await expect(people.getByRole('listitem').filter({ hasText: 'Zainab' })).toContainText('Cleared')
  await expect(people.getByRole('listitem').filter({ hasText: 'Leo' })).toContainText('Not cleared')
  await expect(people.getByRole('listitem').filter({ hasText: 'Padma' })).toContainText('Not asked')
  await expect(page.getByText(/Not checked by Clearpost yet/)).toBeVisible()
})

test('MED-05 consent for the website is not consent for social media', async ({ page }) => {
  await ask(page, 'School website (Website)', ['Leo Kilbride'])
  await expect(page.getByRole('region', { name: 'Each person' })).toContainText('Cleared')

  await ask(page, facebook, ['Leo Kilbride'])
  await expect(page.getByRole('region', { name: 'Each person' })).toContainText('Not cleared')
})

test('PST-01 MED-14 an account that is not live is never cleared', async ({ page }) => {
  await ask(page, 'Larkmere Sports (YouTube)', ['Zainab Hollis'])

  await expect(page.getByRole('region', { name: 'Each rule' })).toContainText('The account is official and live')
  await expect(page.getByRole('region', { name: 'Each rule' })).toContainText('In the way')
})

test('MED-09 an answer stands at its own address and says the same again', async ({ page }) => {
  await ask(page, facebook, ['Zainab Hollis'])
  const read = () => page.getByRole('main').innerText()
  await expect.poll(read).toContain('Each rule')
  const first = await read()

  await page.reload()

  await expect.poll(read).toBe(first)
})

test('UI-06 the question can be asked with the keyboard alone', async ({ page }) => {
  await page.goto('/ask')
  await page.getByLabel('Account').focus()
  await page.keyboard.type('Larkmere Primary on F')
  await page.getByLabel('Find people by name').focus()
  await page.keyboard.type('Zainab Hollis')
  await expect(page.getByRole('button', { name: /Zainab Hollis/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByLabel('How many people can you count?').focus()
  await page.keyboard.type('1')
  await page.keyboard.press('Enter')

  await page.waitForURL(/\/decisions\//)
  await expect(page.getByRole('region', { name: 'Each person' })).toContainText('Zainab')
})

test('PST-07 PST-08 PST-18 GDE-12 IMG-02 nothing is ticked beforehand, and what is said answers its rule', async ({ page }) => {
  await fill(page, facebook, ['Zainab Hollis'])
  const clothing = page.getByLabel('Children in it are suitably dressed')
  await expect(clothing).not.toBeChecked()
  for (const tick of await page.getByRole('checkbox').all()) await expect(tick).not.toBeChecked()
  await clothing.check()
  await page.getByLabel("The setting's").check()
  await answer(page)

  const rules = page.getByRole('region', { name: 'Each rule' })
  const rule = (title: string) => rules.getByRole('listitem').filter({ hasText: title })
  await page.getByText(/In order \(/).click()
  await expect(rule('Children are suitably dressed')).toContainText('as you say')
  await expect(rule('The picture was taken on an allowed device')).toContainText('as you say')
  await expect(rule('The safeguarding policy has been followed')).toContainText('To do')

  await page.getByRole('button', { name: 'Say what is still open, and ask again' }).click()
  await expect(page.getByLabel('Children in it are suitably dressed')).toBeChecked()
  await expect(page.getByLabel('The safeguarding policy has been followed')).not.toBeChecked()
})

test('PST-13 PST-14 contact details and bad words are a no, and one press takes them out', async ({ page }) => {
  await fill(page, facebook, ['Zainab Hollis'])
  await page.getByLabel(/What will the post say/).fill('Shit, what a day! Ring 01632 960001.')
  await expect(page.getByText(/looks like a telephone number/)).toBeVisible()
  await answer(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('No')

  await page.getByRole('button', { name: 'Take the contact details out of the words and links.' }).click()
  await expect(page.getByRole('button', { name: 'Take the contact details out of the words and links.' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Take out the words this setting does not want.' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Not yet')
})

test('UI-02 help with 999 and the safeguarding lead is one step away', async ({ page }) => {
  await page.goto('/ask')
  await page.getByRole('button', { name: 'Help' }).click()

  await expect(page.getByRole('link', { name: /999/ })).toHaveAttribute('href', 'tel:999')
  await expect(page.getByText('Marguerite Sekyere')).toBeVisible()
})

test('SEC-17 signing out ends the session at once, everywhere', async ({ page, context }) => {
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('signed out')

  const other = await context.newPage()
  const answer = await other.request.get('/api/directory/me')
  expect(answer.status()).toBe(401)
  await other.goto('/oauth2/authorization/clearpost')
  await expect(other.getByLabel('Password')).toBeVisible()
})
