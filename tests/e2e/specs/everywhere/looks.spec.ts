import { look } from '../../support/look'
import { person } from '../../support/platform'
import { api, ask, expect, signIn, test } from '../../support/test'

const heading = { level: 1 } as const

test('UI-05 UI-06 pages before signing in', async ({ page }, info) => {
  await page.goto('/')
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await look(page, info, 'welcome')
  await page.goto('/login')
  await look(page, info, 'sign-in')
  await page.goto('/password')
  await look(page, info, 'set-password')
  await page.goto('/nothing/here')
  await expect(page.getByRole('heading', heading)).toContainText('not found')
  await look(page, info, 'not-found')
})

test('UI-01 UI-05 UI-06 what a contributor sees', async ({ page }, info) => {
  await signIn(page, person('contributor'))
  await look(page, info, 'contributor-home')
  await expect(page.getByRole('main').getByRole('link', { name: /Settings|Import|Options/ })).toHaveCount(0)
  await page.goto('/ask')
  await expect(page.getByLabel('Account')).toBeVisible()
  await look(page, info, 'ask')
  await page.getByRole('button', { name: 'Get the answer' }).click()
  await look(page, info, 'ask-errors')
  await ask(page, 'Larkmere Primary on Facebook (Facebook)', ['Zainab Hollis', 'Leo Kilbride', 'Padma Keating'])
  await look(page, info, 'answer')
  for (const name of ['roster', 'words']) {
    await page.goto(`/${name}`)
    await expect(page.getByRole('heading', heading)).toBeVisible()
    await look(page, info, `contributor-${name}`)
  }
})

test('UI-05 UI-06 PST-27 a post that has to come down', async ({ page }, info) => {
  await signIn(page, person('contributor'))
  await ask(page, 'Larkmere Primary on Facebook (Facebook)', ['Zainab Hollis'])
  const decision = page.url().split('/').at(-1)?.split('?')[0]
  await page.getByRole('button', { name: 'Show the card' }).click()
  await expect(page.getByRole('img', { name: /QR/ })).toBeVisible()
  await page.getByRole('button', { name: 'I posted it' }).click()
  await look(page, info, 'posted-errors')
  const code = await page.locator('strong', { hasText: /^[0-9A-Z]{5}-[0-9A-Z]{5}$/ }).innerText()
  await page.goto(`/d/${code}`)
  await expect(page.getByText(/Still so at/)).toBeVisible()
  await look(page, info, 'card')
  const out = await api<{ openTakedown: string }>(page, `/api/media/decisions/${decision}/already-out`, {
    method: 'POST',
    body: { address: 'https://www.facebook.com/larkmere/posts/1' },
  })
  expect(out.status).toBe(201)
  await page.goto('/takedowns')
  await expect(page.getByText(/Put out without being cleared/).first()).toBeVisible()
  await look(page, info, 'takedowns')
  await page.goto(`/takedowns/${out.body.openTakedown}`)
  await page.getByRole('button', { name: 'It is gone' }).click()
  await look(page, info, 'takedown')
  await page.goto('/notices')
  await expect(page.getByText(/has to come down/).first()).toBeVisible()
  await look(page, info, 'notices')
  const done = await api(page, `/api/media/takedowns/${out.body.openTakedown}/done`, {
    method: 'POST',
    body: { seenGoneAt: new Date().toISOString(), how: 'SCREENSHOT', proof: 'Kept in the office.' },
  })
  expect(done.status).toBe(200)
})

test('UI-01 UI-05 UI-06 what a head sees', async ({ page }, info) => {
  await signIn(page, person('head'))
  await look(page, info, 'head-home')
  for (const name of ['roster', 'import', 'options', 'words', 'decisions']) {
    await page.goto(`/${name}`)
    await expect(page.getByRole('heading', heading)).toBeVisible()
    await look(page, info, `head-${name}`)
  }
})

test('UI-01 UI-05 UI-06 what the group admin sees', async ({ page }, info) => {
  await signIn(page, person('group admin', null))
  await look(page, info, 'admin-home')
  for (const name of ['directory', 'options', 'status']) {
    await page.goto(`/${name}`)
    await expect(page.getByRole('heading', heading)).toBeVisible()
    await look(page, info, `admin-${name}`)
  }
})
