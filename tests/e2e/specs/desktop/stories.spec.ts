import type { Browser, Page } from '@playwright/test'
import { askCompletely } from '../../support/complete'
import { mailTo, sign } from '../../support/families'
import { enterPerson, ownName, recordAnswers } from '../../support/people'
import { chosen, darker, lighter } from '../../support/pictures'
import { demo, person, school } from '../../support/platform'
import { answer, api, expect, fill, signIn, test } from '../../support/test'

const at = demo.settings[school] ?? ''
const media = (rest: string) => `/api/media${rest}`

/** A page of somebody's own, with what they are signed in to and nobody else is. */
async function pageOf(browser: Browser, who?: ReturnType<typeof person>) {
  const page = await (await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London' })).newPage()
  if (who) await signIn(page, who)
  return page
}

test('S7 MED-03 MED-05 MED-09 PST-05 PST-06 a contributor is told who stands in the way, changes the post, and knows what is left', async ({
  browser,
}) => {
  const surname = ownName('Marl')
  const head = await pageOf(browser, person('head'))
  const child = (firstName: string) => enterPerson(head, { firstName, surname, className: 'Year 6 Alder' })
  const parent = { name: `Parent ${surname}`, type: 'PARENT' } as const

  const cleared = await child('Ida')
  await recordAnswers(head, cleared.id, { giver: parent, yes: ['TAKING', 'SOCIAL_MEDIA'] })
  const website = await child('Bo')
  await recordAnswers(head, website.id, { giver: parent, yes: ['TAKING', 'WEBSITE'], no: ['SOCIAL_MEDIA'] })
  const able = await child('Cai')
  const judged = await api(head, media(`/subjects/${able.id}/ability`), {
    method: 'POST',
    body: { assessor: 'Form tutor', assessedOn: '2026-09-10', reason: 'Explains what a post is and who sees it.' },
  })
  expect(judged.status, JSON.stringify(judged.body)).toBe(200)
  await recordAnswers(head, able.id, { giver: { name: able.name, type: 'PUPIL_ABLE' }, yes: ['TAKING', 'SOCIAL_MEDIA'] })
  const named = await child('Dot')
  await recordAnswers(head, named.id, { giver: parent, yes: ['TAKING', 'SOCIAL_MEDIA'] })
  const volunteer = await enterPerson(head, { kind: 'VOLUNTEER', firstName: 'Vee', surname })
  await recordAnswers(head, volunteer.id, { giver: { name: volunteer.name, type: 'ADULT_SELF' }, yes: ['TAKING', 'SOCIAL_MEDIA'] })

  const page = await pageOf(browser, person('contributor'))
  const everybody = [cleared, website, able, named, volunteer].map(({ name }) => name)
  await fill(page, 'Larkmere Primary on Facebook (Facebook)', everybody)
  await page.getByLabel('Choose a picture').setInputFiles(chosen(lighter))
  await expect(page.getByText('The clean copy is ready.')).toBeVisible()
  await page.getByLabel(/What will the post say/).fill(`${named.name} opened the garden.`)
  await page.getByText('More about the post', { exact: true }).click()
  await page.getByLabel('Links in it').fill('https://www.larkmere.example/garden')
  await answer(page)

  const people = page.getByRole('region', { name: 'Each person' })
  const entry = (name: string) => people.getByRole('listitem').filter({ hasText: name })
  await expect(page.getByRole('heading', { level: 1 })).toContainText('No')
  for (const { name } of [cleared, able, volunteer]) {
    await expect(entry(name)).toContainText(/^(?!.*Not cleared).*Cleared/s)
  }
  await expect(entry(website.name)).toContainText('Not cleared')
  const rules = page.getByRole('region', { name: 'Each rule' })
  await expect(rules.getByRole('listitem').filter({ hasText: 'Names are shown no further than allowed' })).toContainText('In the way')

  // Another picture, without the child who is not cleared.
  await page.getByRole('button', { name: `Leave ${website.name} out of the picture and the text.` }).click()
  await expect(page.getByRole('button', { name: new RegExp(`Leave ${website.name}`) })).toHaveCount(0)
  await expect(entry(website.name)).toHaveCount(0)
  await page.getByRole('link', { name: 'Ask again from here' }).click()
  await page.getByRole('button', { name: 'Remove the picture' }).click()
  await page.getByLabel('Choose a picture').setInputFiles(chosen(darker))
  await expect(page.getByText('The clean copy is ready.')).toBeVisible()
  await answer(page)
  await page.getByRole('button', { name: /^Write "Dot/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Not yet')

  // What only the head or a later look can settle stays open, and says so: nothing passes by being absent.
  await page.getByText(/Not checked by Clearpost yet/).click()
  await expect(rules.getByRole('listitem').filter({ hasText: /link/i }).first()).toContainText('Not checked')
  await expect(page.getByRole('heading', { name: 'Yes' })).toHaveCount(0)
  await page.context().close()
  await head.context().close()
})

/** Answers every question put to a parent of one child with yes, by a link sent to her address. */
async function sayYesByLink(family: Page, name: string) {
  await family.getByRole('button', { name: 'Answer the questions' }).click()
  const title = family.getByRole('heading', { level: 1 })
  for (;;) {
    const asked = (await title.innerText()).trim()
    if (asked === 'Check and sign') break
    await family.getByRole('button', { name: 'Yes', exact: true }).click()
    await expect(title).not.toHaveText(asked)
  }
  await sign(family, name)
}

/** Follows the invitation to a link of one use, and opens the page it leads to. */
async function openByLink(head: Page, family: Page, invitation: string, name: string) {
  await family.goto('about:blank')
  await family.goto(invitation)
  await family.getByRole('button', { name: 'Send me my link' }).click()
  await expect(family.getByRole('heading', { level: 1, name: 'Look in your mail' })).toBeVisible()
  const link = await mailTo(head, 'Link', name)
  await family.goto('about:blank')
  await family.goto(link)
  await family.getByRole('button', { name: 'Open my page' }).click()
  await expect(family.getByRole('heading', { level: 1, name: `Pictures at ${school}` })).toBeVisible()
}

async function sayPosted(page: Page, address: string) {
  const posted = page.getByRole('form', { name: 'When you have posted it' })
  await posted.getByLabel('Address of the post').fill(address)
  for (const box of await posted.getByRole('checkbox').all()) await box.check()
  await posted.getByRole('button', { name: 'I posted it' }).click()
}

test('S8 MED-10 MED-11 MED-17 PST-23 PST-27 a parent and a colleague take their yes back: the answer is no and the posts come down with proof', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const surname = ownName('Tarn')
  const parent = `Wren ${surname}`
  const head = await pageOf(browser, person('head'))
  const className = `Posted ${surname}`
  const child = await enterPerson(head, { firstName: 'Orla', surname, className })
  await recordAnswers(head, child.id, {
    giver: { name: parent, type: 'PARENT', email: `${surname.toLowerCase()}@family.example` },
    no: ['FULL_NAME'],
  })
  const colleague = await enterPerson(head, { kind: 'STAFF', firstName: 'Gwil', surname })
  const self = { name: colleague.name, type: 'ADULT_SELF' } as const
  await recordAnswers(head, colleague.id, { giver: self, yes: ['TAKING', 'SOCIAL_MEDIA'] })

  await head.goto(`/families?className=${encodeURIComponent(className)}`)
  await head.getByRole('button', { name: 'Ask for answers' }).click()
  await head.getByRole('button', { name: 'Send the invitations' }).click()
  await expect(head.getByText(/Asking families: \d+ of \d+ families/)).toBeVisible({ timeout: 30_000 })
  const invitation = await mailTo(head, 'Invitation', parent)
  const family = await pageOf(browser)
  await openByLink(head, family, invitation, parent)
  await sayYesByLink(family, parent)

  const page = await pageOf(browser, person('contributor'))
  const accounts = await api<{ items: { id: string; platform: string; status: string; address: string }[] }>(
    page,
    media(`/settings/${at}/accounts`),
  )
  const facebook = accounts.body.items.find((one) => one.platform === 'FACEBOOK' && one.status === 'LIVE')!
  const host = new URL(facebook.address.includes('://') ? facebook.address : 'https://facebook.com').host
  const address = () => `https://${host}/posts/${Date.now()}`

  await askCompletely(page, at, facebook.id, [child.id, colleague.id])
  const posted = page.url()
  await sayPosted(page, address())
  await expect(page.getByText(/and on record/)).toBeVisible()
  // A second question, whose post never went out before the withdrawal.
  await askCompletely(page, at, facebook.id, [child.id])
  const unposted = page.url()

  await openByLink(head, family, invitation, parent)
  await family.getByRole('button', { name: `Change: Social media: Facebook, Orla` }).click()
  await family.getByRole('button', { name: 'No', exact: true }).click()
  await sign(family, parent)

  await sayPosted(page, address())
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

  // A colleague who asks is taken down too.
  await askCompletely(page, at, facebook.id, [colleague.id])
  await sayPosted(page, address())
  await expect(page.getByText(/and on record/)).toBeVisible()
  await recordAnswers(head, colleague.id, { giver: self, no: ['SOCIAL_MEDIA'] })
  await page.goto('/takedowns')
  await expect(page.getByText(`No longer cleared: ${colleague.name}`).first()).toBeVisible()

  // The old answer stands as it was given, and is worked out again to the same.
  const replayed = await api<{ same: boolean }>(head, media(`/decisions/${posted.split('/').pop()}/replay`))
  expect(replayed.status).toBe(200)
  expect(replayed.body.same).toBe(true)

  await page.goto(unposted)
  await page.getByRole('button', { name: 'Show the card' }).click()
  const code = await page.locator('strong', { hasText: /^[0-9A-Z]{5}-[0-9A-Z]{5}$/ }).innerText()
  await page.goto(`/d/${code}`)
  await expect(page.getByText('The answer has changed').first()).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText(surname)
  for (const one of [family, page, head]) await one.context().close()
})
