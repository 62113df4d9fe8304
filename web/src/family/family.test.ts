import axe from 'axe-core'
import { screen, waitFor, within } from '@testing-library/dom'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import type { FamilyAnswers, FamilyPage, FamilyReceipt, FamilyWording } from '../api/types'
import { server } from '../testing/server'
import { start } from './pages'

const wording = (hello: string, ask: string): FamilyWording => ({
  introduction: hello,
  declaration: `${hello} I am responsible.`,
  questions: {
    TAKING: `${ask} take {child}?`,
    WEBSITE: `${ask} web {child}?`,
    SOCIAL_MEDIA: `${ask} {child} on {channel}?`,
  } as FamilyWording['questions'],
})

const family: FamilyPage = {
  setting: 'Oak Lane School',
  wordingVersion: 3,
  wording: { EN: wording('Hello.', 'May we'), CY: wording('Helo.', 'A gawn ni') },
  questions: [
    { purpose: 'TAKING', channel: null },
    { purpose: 'WEBSITE', channel: null },
    { purpose: 'SOCIAL_MEDIA', channel: 'FACEBOOK' },
  ],
  children: [
    { id: 'c1', firstName: 'Leo', answers: [] },
    { id: 'c2', firstName: 'Mia', answers: [{ purpose: 'WEBSITE', channel: null, answer: 'YES', at: '2026-11-03T10:00:00Z' }] },
  ],
  receipts: [],
  until: '2026-11-21T16:00:00Z',
}

const receipt: FamilyReceipt = {
  id: 'r1',
  reference: 'K7QM-2D4X',
  at: '2026-11-21T15:30:00Z',
  language: 'EN',
  wordingVersion: 3,
  signedName: 'Dana Thompson',
  answers: [{ child: 'c1', firstName: 'Leo', purpose: 'WEBSITE', channel: null, answer: 'YES' }],
}

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name })

let sent: { body: FamilyAnswers; key: string | null }[] = []

beforeEach(() => {
  sent = []
  location.hash = ''
  server.use(
    http.get('/api/family/session', () => HttpResponse.json(family)),
    http.post('/api/family/session', () => HttpResponse.json(family)),
    http.post('/api/family/answers', async ({ request }) => {
      sent.push({ body: (await request.json()) as FamilyAnswers, key: request.headers.get('Idempotency-Key') })
      return HttpResponse.json(receipt, { status: 201 })
    }),
  )
})

function open(hash = '') {
  location.hash = hash
  document.body.innerHTML = '<div id="root"></div>'
  start(document.getElementById('root')!)
}

test('MED-23 two children, one question per page, the same answers only when pressed', async () => {
  open('#e=abc')
  await heading('Open your page')
  await press('Open my page')
  await heading('Pictures at Oak Lane School')
  await press('Answer the questions')
  await heading('May we take Leo?')
  const [yes, no] = within(document.querySelector('.pair') as HTMLElement).getAllByRole('button')
  expect(yes?.className).toBe(no?.className)
  await press('Yes')
  await heading('May we web Leo?')
  await press('Cymraeg')
  await heading('A gawn ni web Leo?')
  expect(document.documentElement.lang).toBe('cy-GB')
  await press('English')
  await press('No')
  await heading('May we Leo on Facebook?')
  await press('Leave this one unanswered')
  await heading('The same answers for Mia?')
  await press('Use the same answers for Mia')
  await heading('Check and sign')
  expect((screen.getByRole('checkbox') as HTMLInputElement).checked).toBe(false)
  await press('Send my answers')
  expect((await screen.findByRole('alert')).textContent).toContain('Type your full name.')
  expect(sent).toHaveLength(0)
  await userEvent.type(screen.getByLabelText('Your full name'), 'Dana Thompson')
  await userEvent.click(screen.getByRole('checkbox'))
  await press('Send my answers')
  await heading('Your answers are stored')
  expect(screen.getByText('K7QM-2D4X')).toBeTruthy()
  expect(sent[0]?.body.answers.map((one) => `${one.child} ${one.purpose} ${one.answer}`)).toEqual([
    'c1 TAKING YES',
    'c1 WEBSITE NO',
    'c2 TAKING YES',
    'c2 WEBSITE NO',
  ])
  expect(sent[0]?.body.wordingVersion).toBe(3)
})

test('MED-11 taking a yes back is as many steps as giving it', async () => {
  open()
  await heading('Pictures at Oak Lane School')
  await press('Change: Website, Mia')
  await heading('May we web Mia?')
  await press('No')
  await heading('Check and sign')
  await userEvent.type(screen.getByLabelText('Your full name'), 'Dana Thompson')
  await userEvent.click(screen.getByRole('checkbox'))
  await press('Send my answers')
  await heading('Your answers are stored')
  expect(sent[0]?.body.answers).toEqual([{ child: 'c2', purpose: 'WEBSITE', channel: null, answer: 'NO' }])
})

test('a network that fails loses nothing, and sending again has one effect', async () => {
  let calls = 0
  server.use(
    http.post('/api/family/answers', async ({ request }) => {
      sent.push({ body: (await request.json()) as FamilyAnswers, key: request.headers.get('Idempotency-Key') })
      calls += 1
      return calls === 1 ? HttpResponse.error() : HttpResponse.json(receipt, { status: 201 })
    }),
  )
  open()
  await heading('Pictures at Oak Lane School')
  await press('Change: Website, Mia')
  await press('No')
  await userEvent.type(await screen.findByLabelText('Your full name'), 'Dana Thompson')
  await userEvent.click(screen.getByRole('checkbox'))
  await press('Send my answers')
  await screen.findByRole('heading', { name: 'We could not reach the service' })
  expect((screen.getByLabelText('Your full name') as HTMLInputElement).value).toBe('Dana Thompson')
  await press('Try again')
  await heading('Your answers are stored')
  expect(sent[0]?.key).toBe(sent[1]?.key)
  expect(sent[0]?.body).toEqual(sent[1]?.body)
})

test('a link that lets nobody in says so and nothing more, in both languages', async () => {
  server.use(http.post('/api/family/session', () => HttpResponse.json({ code: 'media.link-unusable' }, { status: 404 })))
  open('#e=used')
  await press('Open my page')
  await heading('This link does not work any more')
  await press('Cymraeg')
  await heading("Nid yw'r ddolen hon yn gweithio mwyach")
})

test('the key of an entry leaves the address at once and nothing is asked before the button', async () => {
  let asked = 0
  server.use(
    http.all('/api/family/*', () => {
      asked += 1
      return HttpResponse.json(family)
    }),
  )
  open('#e=abc')
  await heading('Open your page')
  expect(location.hash).toBe('')
  expect(asked).toBe(0)
})

test('the button of an invitation says the same to everybody', async () => {
  server.use(http.post('/api/family/links', () => HttpResponse.json({ accepted: true }, { status: 202 })))
  open('#i=abc')
  await press('Send me my link')
  await heading('Look in your mail')
})

test('no pictures at all leaves nothing more to ask', async () => {
  open()
  await heading('Pictures at Oak Lane School')
  await press('Answer the questions')
  await press('No')
  await heading('The same answers for Mia?')
})

test('every page has one heading that takes the focus, and axe finds nothing', async () => {
  open()
  await heading('Pictures at Oak Lane School')
  for (const name of ['Answer the questions', 'Yes', 'Yes', 'Yes', 'Use the same answers for Mia']) {
    await press(name)
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'))
    const found = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })
    expect(found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([])
  }
})
