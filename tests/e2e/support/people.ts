import type { Page } from '@playwright/test'
import { demo, school } from './platform'
import { api, expect } from './test'

const setting = demo.settings[school] ?? ''

interface Entered {
  id: string
  name: string
}

interface Answers {
  giver: { name: string; type: 'PARENT' | 'PUPIL_ABLE' | 'ADULT_SELF'; email?: string }
  yes?: string[]
  no?: string[]
}

/** Letters that no run before has used: what a test finds by name is its own. */
export const ownName = (start: string) =>
  start +
  Date.now()
    .toString(16)
    .slice(-6)
    .replace(/./g, (digit) => 'abcdefghijklmnop'[parseInt(digit, 16)]!)

/** Puts somebody on the roster of the school, as its office would. */
export async function enterPerson(
  page: Page,
  who: { kind?: 'CHILD' | 'STAFF' | 'VOLUNTEER'; firstName: string; surname: string; className?: string },
): Promise<Entered> {
  const entered = await api<{ id: string }>(page, `/api/media/settings/${setting}/subjects`, {
    method: 'POST',
    body: { kind: 'CHILD', ...who },
  })
  expect(entered.status, JSON.stringify(entered.body)).toBe(201)
  return { id: entered.body.id, name: `${who.firstName} ${who.surname}` }
}

/** Records what somebody answered on a form signed today. */
export async function recordAnswers(page: Page, subject: string, { giver, yes = [], no = [] }: Answers) {
  const recorded = await api(page, `/api/media/subjects/${subject}/consents`, {
    method: 'POST',
    body: {
      giver: { responsibility: giver.type === 'PARENT' ? 'YES' : 'UNKNOWN', ...giver },
      answers: [...yes.map((purpose) => ({ purpose, answer: 'YES' })), ...no.map((purpose) => ({ purpose, answer: 'NO' }))],
      ...(yes.length > 0 && {
        formVersion: '2026-1',
        signedOn: new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' }),
        keptAt: 'Office',
      }),
    },
  })
  expect(recorded.status, JSON.stringify(recorded.body)).toBe(201)
}
