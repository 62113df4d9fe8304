import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import type { Question } from '../../api/types'
import { answerTo, problem } from '../../testing/handlers'
import { account, as, decision } from '../../testing/people'
import { open } from '../../testing/render'
import { server } from '../../testing/server'

function recordQuestions() {
  const asked: { question: Question; key: string | null; token: string | null }[] = []
  server.use(
    http.post('/api/media/decisions', async ({ request }) => {
      const question = (await request.json()) as Question
      asked.push({
        question,
        key: request.headers.get('Idempotency-Key'),
        token: request.headers.get('X-XSRF-TOKEN'),
      })
      return HttpResponse.json(answerTo(question))
    }),
  )
  return asked
}

const search = () => screen.findByRole('searchbox', { name: 'Find people by name' })
const found = (name: RegExp) => screen.findByRole('button', { name })

async function add(user: UserEvent, name: string) {
  await user.type(await search(), name)
  await user.click(await found(new RegExp(`^\\W*${name}`)))
}

test('asks by typing names, and shows the answer at its own address', async () => {
  const asked = recordQuestions()
  const { user, router } = open('/ask')
  await add(user, 'Amara Okonjo')
  await add(user, 'Bryn Castellan')
  await user.click(screen.getByRole('button', { name: '2' }))
  await user.type(screen.getByRole('textbox', { name: /What will the post say/ }), 'A day in the woods')
  await user.click(screen.getByRole('button', { name: 'Get the answer' }))

  expect(await screen.findByRole('heading', { level: 1, name: 'Answer for Willow Lane page: No' })).toBeVisible()
  expect(router.state.location.pathname).toBe('/decisions/decision-2')
  expect(asked).toHaveLength(1)
  expect(asked[0]?.token).toBe('a-token')
  expect(asked[0]?.key).toMatch(/^[0-9a-f]{32}$/)
  expect(asked[0]?.question).toEqual({
    accountId: 'account-1',
    plannedFor: null,
    nobody: false,
    people: ['subject-1', 'subject-2'],
    notIdentifiable: [],
    headcount: 2,
    unlistedPeople: false,
    caption: 'A day in the woods',
    names: [
      { subjectId: 'subject-1', form: 'NONE' },
      { subjectId: 'subject-2', form: 'NONE' },
    ],
    links: [],
    hashtags: [],
    eventDate: null,
    eventName: null,
    confirmations: [],
    selfCheck: {
      reflectsPoorly: null,
      professionalReason: null,
      reasonableToOthers: null,
      followsPolicy: null,
      contentSuitable: null,
    },
    device: null,
    picture: null,
    reasons: [],
  })
})

test('adds a whole class press by press', async () => {
  const { user } = open('/ask')
  await search()
  await screen.findByRole('option', { name: 'Squirrels' })
  await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'Squirrels')
  for (const name of [/Amara Okonjo/, /Bryn Castellan/, /Chiyo Lindqvist/]) await user.click(await found(name))
  expect(screen.getByRole('heading', { name: '3 people in the picture' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Take out Bryn Castellan' }))
  expect(screen.getByText('Bryn Castellan taken out. 2 in the picture.')).toBeInTheDocument()
})

test('works by keyboard alone', async () => {
  const { user } = open('/ask')
  await user.type(await search(), 'e')
  await found(/Esme/)
  await user.keyboard('{ArrowDown}')
  const list = screen.getByRole('list', { name: 'People found' })
  expect(within(list).getAllByRole('button')[0]).toHaveFocus()
  await user.keyboard('{Enter}')
  expect(screen.getByRole('heading', { name: '1 person in the picture' })).toBeVisible()
  expect(await search()).toHaveFocus()
})

test('marks somebody as not recognisable and says how they are named', async () => {
  const asked = recordQuestions()
  const { user } = open('/ask')
  await add(user, 'Amara Okonjo')
  await user.click(screen.getByText('Not named', { selector: 'summary' }))
  await user.click(screen.getByRole('checkbox', { name: 'Cannot be recognised' }))
  await user.selectOptions(screen.getByRole('combobox', { name: 'Named in the post' }), 'FIRST_ONLY')
  await user.click(screen.getByRole('button', { name: '1' }))
  await user.click(screen.getByRole('button', { name: 'Get the answer' }))
  await waitFor(() => expect(asked).toHaveLength(1))
  expect(asked[0]?.question).toMatchObject({
    people: [],
    notIdentifiable: ['subject-1'],
    names: [{ subjectId: 'subject-1', form: 'FIRST_ONLY' }],
  })
})

test('says what is missing before it asks, and leads there', async () => {
  const asked = recordQuestions()
  const { user } = open('/ask')
  await search()
  await user.click(screen.getByRole('button', { name: 'Get the answer' }))
  await waitFor(() => expect(screen.getByRole('alert')).toHaveFocus())
  await user.click(screen.getByRole('link', { name: 'Say how many people you can count in the picture' }))
  expect(screen.getByRole('textbox', { name: /How many people/ })).toHaveFocus()
  expect(asked).toHaveLength(0)
})

test('asks about a picture without people', async () => {
  const asked = recordQuestions()
  const { user } = open('/ask')
  await user.click(await screen.findByRole('checkbox', { name: 'Nobody is in it' }))
  await user.click(screen.getByRole('button', { name: 'Get the answer' }))
  await waitFor(() => expect(asked[0]?.question).toMatchObject({ nobody: true, people: [], headcount: null }))
})

test.each([
  ['a part is down', () => problem(503, 'media.unavailable'), /not answering/],
  ['nobody answers', () => HttpResponse.error(), /could not be reached/],
  ['the answer is broken off', () => new HttpResponse('{"verdict":"PER', { headers: { 'content-type': 'application/json' } }), /could not be reached/],
  ['a proxy answers with a page', () => new HttpResponse('<html>', { status: 502 }), /not answering/],
])('says "Do not post" when %s', async (_what, answer, why) => {
  server.use(http.post('/api/media/decisions', answer))
  const { user, router } = open('/ask')
  await add(user, 'Amara Okonjo')
  await user.click(screen.getByRole('button', { name: '1' }))
  await user.click(screen.getByRole('button', { name: 'Get the answer' }))
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('Do not post')
  expect(alert).toHaveTextContent('We could not check this.')
  expect(alert).toHaveTextContent(why)
  expect(alert).toHaveFocus()
  expect(router.state.location.pathname).toBe('/ask')
})

test('sends the same question again with the same key, and another question with another', async () => {
  const keys: (string | null)[] = []
  server.use(
    http.post('/api/media/decisions', ({ request }) => {
      keys.push(request.headers.get('Idempotency-Key'))
      return HttpResponse.error()
    }),
  )
  const { user } = open('/ask')
  await add(user, 'Amara Okonjo')
  await user.click(screen.getByRole('button', { name: '1' }))
  const send = screen.getByRole('button', { name: 'Get the answer' })
  for (let times = 1; times <= 2; times++) {
    await user.click(send)
    await waitFor(() => expect(keys).toHaveLength(times))
    await screen.findByText('Do not post')
  }
  await user.type(screen.getByRole('textbox', { name: /What will the post say/ }), 'Hello')
  await user.click(send)
  await waitFor(() => expect(keys).toHaveLength(3))
  expect(keys[1]).toBe(keys[0])
  expect(keys[2]).not.toBe(keys[0])
})

test('shows beside the field what the service objects to', async () => {
  server.use(
    http.post('/api/media/decisions', () =>
      problem(422, 'media.invalid', 'Invalid', [{ pointer: '/plannedFor', message: 'This time has passed' }]),
    ),
  )
  const { user } = open('/ask')
  await user.click(await screen.findByRole('checkbox', { name: 'Nobody is in it' }))
  await user.click(screen.getByRole('button', { name: 'Get the answer' }))
  expect(await screen.findByRole('link', { name: 'This time has passed' })).toBeVisible()
})

test('offers the same people again in one press, and stores no name', async () => {
  const asked = recordQuestions()
  const first = open('/ask')
  await add(first.user, 'Amara Okonjo')
  await add(first.user, 'Chiyo Lindqvist')
  await first.user.click(screen.getByRole('button', { name: '2' }))
  await first.user.click(screen.getByRole('button', { name: 'Get the answer' }))
  await waitFor(() => expect(asked).toHaveLength(1))
  await screen.findByText('Each rule')
  const kept = JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage })
  expect(kept).toContain('decision-2')
  for (const name of ['Amara', 'Okonjo', 'Chiyo', 'Lindqvist', 'Willow']) expect(kept).not.toContain(name)
  first.unmount()

  server.use(http.get('/api/media/decisions/decision-2', () => HttpResponse.json(answerTo(asked[0]!.question))))
  const { user } = open('/ask')
  await user.click(await found(/Amara Okonjo, Chiyo Lindqvist/))
  await user.click(screen.getByRole('button', { name: '2' }))
  await user.click(screen.getByRole('button', { name: 'Get the answer' }))
  await waitFor(() => expect(asked).toHaveLength(2))
  expect(asked[1]?.question.people).toEqual(['subject-1', 'subject-3'])
})

test('makes one of the edits of an answer and asks again, in one press', async () => {
  const asked = recordQuestions()
  const { user } = open('/ask')
  await add(user, 'Amara Okonjo')
  await add(user, 'Bryn Castellan')
  await user.click(screen.getByRole('button', { name: '2' }))
  await user.type(screen.getByRole('textbox', { name: /What will the post say/ }), 'A day in the woods')
  await user.click(screen.getByRole('button', { name: 'Get the answer' }))
  await user.click(await screen.findByRole('button', { name: 'Leave Bryn Castellan out of the picture.' }))
  await waitFor(() => expect(asked).toHaveLength(2))
  expect(await screen.findByText('Each rule')).toBeVisible()
  expect(asked[1]?.question).toMatchObject({ people: ['subject-1'], headcount: 1, caption: 'A day in the woods' })
})

test('says of the post what only somebody who looks can say, with nothing ticked beforehand', async () => {
  const asked = recordQuestions()
  const { user } = open('/ask')
  await add(user, 'Amara Okonjo')
  await user.click(screen.getByRole('button', { name: '1' }))
  const clothing = await screen.findByRole('checkbox', { name: 'Children in it are suitably dressed' })
  for (const tick of screen.getAllByRole<HTMLInputElement>('checkbox')) expect(tick).not.toBeChecked()
  for (const choice of screen.getAllByRole<HTMLInputElement>('radio')) expect(choice).not.toBeChecked()
  expect(screen.queryByRole('checkbox', { name: /good light/ })).toBeNull()
  await user.click(clothing)
  await user.click(screen.getByRole('radio', { name: "The setting's" }))
  const policy = screen.getByRole('group', { name: "Does it follow your setting's policy?" })
  await user.click(within(policy).getByRole('radio', { name: 'Yes' }))
  await user.click(screen.getByRole('button', { name: 'Get the answer' }))
  await waitFor(() => expect(asked).toHaveLength(1))
  expect(asked[0]?.question).toMatchObject({
    confirmations: ['CLOTHING_SUITABLE'],
    device: 'WORK',
    selfCheck: { followsPolicy: true, reflectsPoorly: null },
  })
})

test('asks about words only when there are words, and hints at contact details in them', async () => {
  const { user } = open('/ask')
  await user.click(await screen.findByRole('checkbox', { name: 'Nobody is in it' }))
  await screen.findByRole('checkbox', { name: 'The safeguarding policy has been followed' })
  expect(screen.queryByRole('group', { name: 'Whose device took the picture?' })).toBeNull()
  expect(screen.queryByText(/looks like a telephone number/)).toBeNull()
  await user.type(screen.getByRole('textbox', { name: /What will the post say/ }), 'Ring 01632 960001')
  expect(await screen.findByText(/looks like a telephone number/)).toBeVisible()
  expect(screen.getByRole('checkbox', { name: 'It shows everybody in a good light' })).toBeVisible()
})

test('MED-21 OPT-16 asks about notice and objection where somebody is not listed, with nothing ticked beforehand', async () => {
  const asked = recordQuestions()
  const { user } = open('/ask')
  await add(user, 'Amara Okonjo')
  await user.type(screen.getByRole('textbox', { name: /How many people/ }), '4')
  await screen.findByRole('checkbox', { name: 'The safeguarding policy has been followed' })
  expect(screen.queryByRole('checkbox', { name: /was told that pictures would be taken/ })).toBeNull()
  await user.click(screen.getByRole('radio', { name: /Yes, not on the list/ }))
  const notice = await screen.findByRole('checkbox', { name: /was told that pictures would be taken/ })
  const objected = screen.getByRole('checkbox', { name: 'Nobody in it who is not listed has objected' })
  expect(notice).not.toBeChecked()
  expect(objected).not.toBeChecked()
  await user.click(notice)
  await user.click(screen.getByRole('button', { name: 'Get the answer' }))
  await waitFor(() => expect(asked).toHaveLength(1))
  expect(asked[0]?.question).toMatchObject({ unlistedPeople: true, confirmations: ['EVENT_NOTICE_GIVEN'] })
})

test('names the caption where the service refuses it', async () => {
  server.use(
    http.post('/api/media/decisions', () =>
      problem(422, 'kit.invalid', 'No', [{ pointer: '/caption', message: 'This looks like a password or PIN.' }]),
    ),
  )
  const { user } = open('/ask')
  await add(user, 'Amara Okonjo')
  await user.click(screen.getByRole('button', { name: '1' }))
  await user.click(screen.getByRole('button', { name: 'Get the answer' }))
  await user.click(await screen.findByRole('link', { name: 'This looks like a password or PIN.' }))
  expect(screen.getByRole('textbox', { name: /What will the post say/ })).toHaveFocus()
  expect(screen.getByRole('textbox', { name: /What will the post say/ })).toBeInvalid()
})

test('asks for a reason where the last answer wanted one', async () => {
  const asked = recordQuestions()
  const warned = decision({
    rules: [{ rule: 'PST-14', title: 'Words', result: 'WARN', sentence: 'A reason is wanted.', because: null }],
  })
  server.use(http.get('/api/media/decisions/:id', () => HttpResponse.json(warned)))
  const { user } = open('/ask?from=decision-1')
  await user.type(await screen.findByRole('textbox', { name: 'Why are these words right here?' }), 'A song')
  await user.click(screen.getByRole('button', { name: '2' }))
  await user.click(screen.getByRole('button', { name: 'Get the answer' }))
  await waitFor(() => expect(asked[0]?.question.reasons).toEqual([{ rule: 'PST-14', reason: 'A song' }]))
})

test('keeps what was written when something cannot be brought up to date', async () => {
  const { user, queries } = open('/ask')
  await add(user, 'Amara Okonjo')
  server.use(http.get('/api/media/settings/:id/accounts', () => problem(503, 'gateway.unavailable')))
  await queries.invalidateQueries()
  expect(await screen.findByText(/could not be brought up to date/)).toBeVisible()
  expect(screen.getByRole('heading', { name: '1 person in the picture' })).toBeVisible()
})

test('says that no account is on the register', async () => {
  server.use(http.get('/api/media/settings/:id/accounts', () => HttpResponse.json({ items: [], next: null })))
  open('/ask')
  expect(await screen.findByRole('heading', { name: 'No account is on the register yet' })).toBeVisible()
})

test('chooses the account used last, never one that is not live', async () => {
  const accounts = [account(), account({ id: 'account-2', name: 'Old page', status: 'SUSPENDED' }), account({ id: 'account-3', name: 'Website', platform: 'WEBSITE' })]
  server.use(http.get('/api/media/settings/:id/accounts', () => HttpResponse.json({ items: accounts, next: null })))
  const { unmount } = open('/ask')
  expect(await screen.findByRole('combobox', { name: 'Account' })).toHaveValue('')
  unmount()
  const place = 'clearpost.ask.person-1.0190aaaa-0000-7000-8000-000000000001'
  localStorage.setItem(place, JSON.stringify({ account: 'account-3', groups: [] }))
  const second = open('/ask')
  expect(await screen.findByRole('combobox', { name: 'Account' })).toHaveValue('account-3')
  second.unmount()
  localStorage.setItem(place, JSON.stringify({ account: 'account-2', groups: [] }))
  open('/ask')
  expect(await screen.findByRole('combobox', { name: 'Account' })).toHaveValue('')
})

test('is not offered to somebody without the role', async () => {
  server.use(http.get('/api/directory/me', () => HttpResponse.json(as('GOVERNOR'))))
  open('/ask')
  expect(await screen.findByRole('heading', { name: 'This page is not yours to see' })).toBeVisible()
})
