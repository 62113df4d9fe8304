import { look } from '../../support/look'
import { demo, person, school } from '../../support/platform'
import { answer, api, expect, fill, signIn, test } from '../../support/test'

interface Wording {
  revision: number
  words: { word: string; weight: string; starter: boolean }[]
  ownContacts: string[]
}

const at = `/api/media/settings/${demo.settings[school] ?? ''}/wording`

test('PST-14 UI-05 UI-06 a head adds a word, an answer goes by it, and it is taken off again', async ({ page }, info) => {
  const word = `flumdiddle${info.project.name.replace(/\D/g, '')}`
  await signIn(page, person('head'))
  await page.goto('/options')
  await page.getByRole('link', { name: 'Words to avoid in posts' }).click()
  const form = page.getByRole('form', { name: 'Add a word or a phrase' })
  await expect(form.getByRole('radio', { checked: true })).toHaveCount(0)
  await form.getByRole('button').click()
  await look(page, info, 'words-errors')

  await form.getByLabel('Word or phrase').fill(word)
  await form.getByLabel('Never in a post').check()
  await page.keyboard.press('Enter')
  await expect(page.getByText(`“${word}” is on the list.`)).toBeVisible()
  const never = page.getByRole('list', { name: 'Never in a post' })
  await expect(never.getByText(word)).toBeVisible()
  await expect(never.getByText('starter').first()).toBeVisible()

  await fill(page, 'Larkmere Primary on Facebook (Facebook)', ['Zainab Hollis'])
  await page.getByLabel(/What will the post say/).fill(`What a ${word}!`)
  await answer(page)
  await expect(page.getByText(new RegExp(`does not want in its posts: "${word}"`)).first()).toBeVisible()

  await page.goto('/words')
  await never.getByRole('button', { name: `Take “${word}” off the list` }).press('Enter')
  const told = page.getByText(`“${word}” is off the list.`)
  await expect(told).toBeFocused()
  await look(page, info, 'words-removed')
  await page.getByRole('button', { name: 'Put it back' }).press('Enter')
  await expect(never.getByText(word)).toBeVisible()
  await never.getByRole('button', { name: `Take “${word}” off the list` }).click()
  await expect(told).toBeVisible()
})

test('PST-14 a list that somebody else changed is shown as it is, and nothing of it is lost', async ({ page }, info) => {
  const own = `grimbly${info.project.name.replace(/\D/g, '')}`
  await signIn(page, person('head'))
  await page.goto('/words')
  await page.getByLabel('Word or phrase').fill(own)
  await page.getByRole('radio', { name: 'Only with a reason' }).check()
  const now = await api<Wording>(page, at)
  const elses = { word: `drabbish${now.body.revision}`, weight: 'NEVER' }
  const words = now.body.words.map(({ word, weight }) => ({ word, weight }))
  const replace = async (list: object[], etag: string | null) => {
    const done = await api<Wording>(page, at, {
      method: 'PUT',
      body: { words: list, ownContacts: now.body.ownContacts },
      headers: { 'If-Match': etag ?? '' },
    })
    expect(done.status).toBe(200)
    return done
  }
  await replace([...words, elses], now.etag)

  await page.getByRole('button', { name: 'Add to the list' }).click()
  await expect(page.getByRole('alert')).toContainText(/Somebody else changed the list/)
  await expect(page.getByRole('list', { name: 'Never in a post' }).getByText(elses.word)).toBeVisible()
  await expect(page.getByLabel('Word or phrase')).toHaveValue(own)
  await page.getByRole('button', { name: 'Add to the list' }).click()
  await expect(page.getByText(`“${own}” is on the list.`)).toBeVisible()
  await expect(page.getByRole('list', { name: 'Never in a post' }).getByText(elses.word)).toBeVisible()
  await replace(words, (await api<Wording>(page, at)).etag)
})
