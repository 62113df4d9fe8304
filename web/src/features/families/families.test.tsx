import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import type { FamilyList, FamilyRound, FamilyWording, FamilyWordings, Outbox } from '../../api/types'
import { problem } from '../../testing/handlers'
import { as, contributor } from '../../testing/people'
import { open } from '../../testing/render'
import { server } from '../../testing/server'
// Pages are loaded when they are opened; here they are at hand, however busy the machine is.
import './families-page'

const families: FamilyList = {
  items: [
    {
      giverId: 'g1',
      name: 'Dana Thompson',
      hasAddress: true,
      children: [
        { id: 'c1', firstName: 'Mia', surname: 'Thompson', className: 'Ash' },
        { id: 'c2', firstName: 'Leo', surname: 'Thompson', className: 'Birch' },
      ],
      status: 'ASKED',
      askedAt: '2026-11-20T10:00:00Z',
      remindedAt: null,
      answeredAt: null,
    },
    {
      giverId: 'g2',
      name: 'Sam Reed',
      hasAddress: false,
      children: [{ id: 'c3', firstName: 'Ivy', surname: 'Reed', className: '' }],
      status: 'NO_ADDRESS',
      askedAt: '2026-11-20T10:00:00Z',
      remindedAt: null,
      answeredAt: null,
    },
  ],
  next: null,
  counts: { ASKED: 1, NO_ADDRESS: 1 },
}

const round: FamilyRound = {
  id: 'r1',
  settingId: 's1',
  kind: 'REMIND',
  className: null,
  until: null,
  state: 'DONE',
  total: 1,
  done: 1,
  mailed: 1,
  withoutAddress: 0,
  startedAt: '2026-11-21T10:00:00Z',
  finishedAt: '2026-11-21T10:00:01Z',
}

beforeEach(() =>
  server.use(
    http.get('/api/directory/me', () => HttpResponse.json(as('SETTING_HEAD'))),
    http.get('/api/media/settings/:id/families', () => HttpResponse.json(families)),
    http.get('/api/media/settings/:id/family-rounds', () => HttpResponse.json({ items: [] })),
  ),
)

test('MED-23 shows where each family stands and reminds those who have not answered, after asking', async () => {
  let sent: unknown
  server.use(
    http.post('/api/media/settings/:id/family-rounds', async ({ request }) => {
      sent = await request.json()
      server.use(http.get('/api/media/settings/:id/family-rounds', () => HttpResponse.json({ items: [round] })))
      return HttpResponse.json(round, { status: 202 })
    }),
  )
  const { user } = open('/families')
  expect(await screen.findByText('Mia Thompson (Ash), Leo Thompson (Birch)')).toBeVisible()
  expect(screen.getByText('No e-mail address')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Remind who has not answered' }))
  expect(sent).toBeUndefined()
  await user.click(screen.getByRole('button', { name: 'Send the reminders' }))
  expect(await screen.findByText(/Reminding families: 1 of 1 families, 1 mails/)).toBeVisible()
  expect(sent).toEqual({ kind: 'REMIND', className: null })
})

test('shows a code only once somebody has said how they know who it is', async () => {
  let sent: unknown
  server.use(
    http.post('/api/media/settings/:id/families/g2/entry', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ link: 'http://localhost:3000/family#e=abc', until: '2026-11-21T10:10:00Z' }, { status: 201 })
    }),
  )
  const { user } = open('/families')
  await user.click(await screen.findByRole('button', { name: 'Show a code for Sam Reed' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'A code for Sam Reed' }))
  await user.click(dialog.getByRole('button', { name: 'Show the code' }))
  expect(await dialog.findByRole('alert')).toHaveTextContent('Say how you know')
  expect(sent).toBeUndefined()
  await user.click(dialog.getByRole('radio', { name: 'I have seen photo identification' }))
  await user.click(dialog.getByRole('button', { name: 'Show the code' }))
  expect(await dialog.findByRole('img', { name: 'Code that opens the page of Sam Reed' })).toBeVisible()
  expect(sent).toEqual({ confirmed: 'PHOTO_ID' })
})

test('opens a mail that waits, and says when there is a mail server instead', async () => {
  const outbox: Outbox = {
    server: false,
    items: [{ id: 'm1', kind: 'INVITATION', to: 'Dana Thompson', at: '2026-11-21T10:00:00Z' }],
  }
  server.use(
    http.get('/api/media/settings/:id/outgoing-mails', () => HttpResponse.json(outbox)),
    http.post('/api/media/outgoing-mails/m1/opening', () =>
      HttpResponse.json({ subject: 'Oak Lane asks', text: 'Open this', link: 'http://localhost/family#i=abc' }),
    ),
  )
  const { user } = open('/outbox')
  await user.click(await screen.findByRole('button', { name: 'Open: Invitation to Dana Thompson' }))
  expect(await screen.findByRole('link', { name: 'Follow its link' })).toHaveAttribute('href', 'http://localhost/family#i=abc')
  outbox.server = true
  open('/outbox')
  expect(await screen.findByRole('heading', { name: 'Mails go through the mail server' })).toBeVisible()
})

test('saves the words as a new version and shows what is wrong beside the field', async () => {
  const text = {
    introduction: 'Hello',
    declaration: 'I sign',
    questions: { TAKING: 'May we take {child}?' } as FamilyWording['questions'],
  }
  const words: FamilyWordings = { version: 1, wording: { EN: text, CY: text } }
  server.use(
    http.get('/api/media/settings/:id/family-wordings', () => HttpResponse.json(words)),
    http.post('/api/media/settings/:id/family-wordings', () =>
      problem(422, 'kit.invalid', 'No', [{ pointer: '/wording/CY/questions/PRESS', message: 'Please fill this in.' }]),
    ),
  )
  const { user } = open('/families/words')
  await user.click(await screen.findByRole('button', { name: 'Save as a new version' }))
  expect(await screen.findByText('Please fill this in.')).toBeVisible()
})

test('is not offered to a contributor', async () => {
  server.use(http.get('/api/directory/me', () => HttpResponse.json(contributor)))
  open('/families')
  expect(await screen.findByRole('heading', { name: 'This page is not yours to see' })).toBeVisible()
})
