import type { Page } from '@playwright/test'
import { mailTo, sign } from '../../support/families'
import { look } from '../../support/look'
import { demo, person, school } from '../../support/platform'
import { api, expect, signIn, test } from '../../support/test'

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

interface Subject {
  id: string
  firstName: string
  className: string
}

/** A parent of two children of a class of their own, with an address, entered as the office would. */
async function aParentOfTwo(page: Page, name: string) {
  const className = `Family ${Date.now() % 10_000}`
  const children: Subject[] = []
  for (const firstName of ['Ada', 'Ben']) {
    const child = await api<Subject>(page, `/api/media/settings/${demo.settings[school]}/subjects`, {
      method: 'POST',
      body: { kind: 'CHILD', firstName, surname: 'Family', className },
    })
    expect(child.status).toBe(201)
    children.push(child.body)
    const entered = await api(page, `/api/media/subjects/${child.body.id}/consents`, {
      method: 'POST',
      body: {
        giver: { name, type: 'PARENT', relation: 'Parent', responsibility: 'YES', email: `${name.replaceAll(' ', '.').toLowerCase()}@family.example` },
        answers: [{ purpose: 'FULL_NAME', answer: 'NO' }],
      },
    })
    expect(entered.status).toBe(201)
  }
  return { className, children }
}

test('MED-03 MED-11 MED-23 SEC-15 a parent decides for two children by link and withdraws the same way', async ({ page, browser }, info) => {
  test.setTimeout(240_000)
  const name = `Dana Family${Date.now() % 100_000}`
  await signIn(page, person('head'))
  const setting = page.getByLabel(/Setting/)
  if (await setting.isVisible()) await setting.selectOption({ label: school })
  const { className, children } = await aParentOfTwo(page, name)

  await page.goto(`/families?className=${encodeURIComponent(className)}`)
  await expect(page.getByText(name)).toBeVisible()
  await look(page, info, 'head-families')
  await page.getByRole('button', { name: 'Ask for answers' }).click()
  await page.getByRole('button', { name: 'Send the invitations' }).click()
  await expect(page.getByText(/Asking families: \d+ of \d+ families/)).toBeVisible({ timeout: 30_000 })

  const invitation = await mailTo(page, 'Invitation', name)
  await look(page, info, 'head-outbox')
  const own = await browser.newContext({ viewport: page.viewportSize(), locale: 'en-GB' })
  const family = await own.newPage()
  await family.goto(invitation)
  await expect(heading(family, 'You are asked for your answer')).toBeVisible()
  await look(family, info, 'family-invitation')
  await family.getByRole('button', { name: 'Send me my link' }).click()
  await expect(heading(family, 'Look in your mail')).toBeVisible()

  const entry = await mailTo(page, 'Link', name)
  await family.goto('about:blank')
  await family.goto(entry)
  await heading(family, 'Open your page').waitFor()
  expect(family.url()).not.toContain('#')
  await family.getByRole('button', { name: 'Open my page' }).click()
  await expect(heading(family, `Pictures at ${school}`)).toBeVisible()
  await look(family, info, 'family-home')

  // One question a page; every answer is pressed.
  await family.getByRole('button', { name: 'Answer the questions' }).click()
  await look(family, info, 'family-question')
  for (;;) {
    const title = (await family.getByRole('heading', { level: 1 }).innerText()).trim()
    if (title.startsWith('The same answers')) break
    await family.getByRole('button', { name: /press|full name/.test(title) ? 'No' : 'Yes', exact: true }).click()
    await expect(family.getByRole('heading', { level: 1 })).not.toHaveText(title)
  }
  await look(family, info, 'family-same')
  await family.getByRole('button', { name: /Use the same answers/ }).click()
  await sign(family, name)
  await look(family, info, 'family-receipt')
  for (const child of children) await expect(heading2(family, child.firstName)).toBeVisible()

  // Taking one back: page, question, sign, receipt: as many as giving one.
  await family.getByRole('button', { name: 'Back to my page' }).click()
  await family.getByRole('button', { name: `Change: Website, ${children[0]?.firstName}` }).click()
  await expect(family.getByText('Your answer so far: Yes.')).toBeVisible()
  await family.getByRole('button', { name: 'No', exact: true }).click()
  await sign(family, name)
  await expect(family.getByText('Website')).toBeVisible()
  await own.close()

  await page.goto(`/families?className=${encodeURIComponent(className)}`)
  await expect(page.getByRole('row', { name: new RegExp(name) }).or(page.getByRole('listitem').filter({ hasText: name }))).toContainText('Answered')

  // The link is used up, and says no more than any other that is.
  const again = await browser.newContext({ viewport: page.viewportSize(), locale: 'en-GB' })
  const stranger = await again.newPage()
  await stranger.goto(entry)
  await stranger.getByRole('button', { name: 'Open my page' }).click()
  await expect(heading(stranger, 'This link does not work any more')).toBeVisible()
  await again.close()
})

const heading2 = (page: Page, child: string) => page.getByRole('heading', { level: 2, name: `For ${child}` })

test('MED-23 a slow network shows that something is on its way, and a broken one loses nothing', async ({ page }, info) => {
  await page.route('**/api/family/links', async (route) => {
    await new Promise((done) => setTimeout(done, 1_500))
    await route.abort()
  })
  await page.goto('/family#i=AAAA')
  await page.getByRole('button', { name: 'Send me my link' }).click()
  await expect(page.getByText('One moment, please')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'We could not reach the service' })).toBeVisible()
  await look(page, info, 'family-broken')
  await page.unroute('**/api/family/links')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(heading(page, 'Look in your mail')).toBeVisible()
  await page.getByRole('button', { name: 'Cymraeg' }).click()
  await expect(heading(page, 'Edrychwch yn eich e-bost')).toBeVisible()
})
