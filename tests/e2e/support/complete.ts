import type { Page } from '@playwright/test'
import { lighter } from './pictures'
import { api, expect } from './test'

const confirmations = [
  'NAMES_CHECKED',
  'CLOTHING_SUITABLE',
  'SAFEGUARDING_POLICY',
  'NO_PERSONAL_DATA',
  'POSITIVE_LIGHT',
  'NEUTRAL',
  'NO_PERSONAL_DETAILS_ASKED',
  'NO_JIGSAW',
  'RIGHT_MEDIUM',
  'SUBJECTS_AGREE',
  'COLLEAGUES_ASKED',
  'EVENT_NOTICE_GIVEN',
  'NOBODY_OBJECTED',
]

/** Sends a picture from the page's own session and gives the id of its cleaned copy. */
export async function sendPicture(page: Page, setting: string) {
  const sent = await page.evaluate(
    async ({ setting, png }) => {
      const token = /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? ''
      const answer = await fetch(`/api/media/settings/${setting}/pictures`, {
        method: 'POST',
        headers: { 'X-XSRF-TOKEN': token, 'Content-Type': 'application/octet-stream' },
        body: Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0)),
      })
      return { status: answer.status, text: await answer.text() }
    },
    { setting, png: lighter },
  )
  expect(sent.status, sent.text).toBe(201)
  return (JSON.parse(sent.text) as { id: string }).id
}

/** A question with everything said that only somebody who looks can say. */
export const completeQuestion = (account: string, people: string[], picture: string) => ({
  accountId: account,
  nobody: false,
  people,
  headcount: people.length,
  unlistedPeople: false,
  confirmations,
  selfCheck: {
    reflectsPoorly: false,
    professionalReason: true,
    reasonableToOthers: true,
    followsPolicy: true,
    contentSuitable: true,
  },
  device: 'WORK',
  picture,
})

/** Asks about people, leaving nothing open but what is not checked here, and goes to the answer. */
export async function askCompletely(page: Page, setting: string, account: string, people: string[]) {
  const asked = await api<{ id: string }>(page, '/api/media/decisions', {
    method: 'POST',
    body: completeQuestion(account, people, await sendPicture(page, setting)),
  })
  expect(asked.status).toBe(200)
  await page.goto(`/decisions/${asked.body.id}`)
}
