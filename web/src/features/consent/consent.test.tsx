import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test, vi } from 'vitest'
import type { AsOf, Consent, Givers, LapsingConsent } from '../../api/consent'
import type { Renewal } from '../../api/types'
import { problem } from '../../testing/handlers'
import { as, subjects, willow } from '../../testing/people'
import { open } from '../../testing/render'
import { server } from '../../testing/server'
// Pages are loaded when they are opened; here they are at hand, however busy the machine is.
import './enter-page'
import './lapses-page'
import './list-page'
import './person-page'

const id = 'subject-1'

const consent = (over: Partial<Consent> = {}): Consent => ({
  id: 'consent-1',
  subjectId: id,
  purpose: 'WEBSITE',
  channel: null,
  state: 'ACTIVE',
  giver: {
    id: 'giver-1',
    name: 'Dana Okonjo',
    type: 'PARENT',
    email: null,
    relation: 'Mother',
    responsibility: 'YES',
  },
  formVersion: '2026-1',
  signedOn: '2026-09-04',
  keptAt: null,
  evidenceId: 'scan-1',
  esignReference: null,
  validUntil: null,
  recordedAt: '2026-09-05T09:00:00Z',
  withdrawnAt: null,
  supersededAt: null,
  ...over,
})

const asOf = (over: Partial<AsOf> = {}): AsOf => ({
  subjectId: id,
  on: '2026-11-20T12:00:00Z',
  known: '2026-11-20T12:00:00Z',
  purposes: { WEBSITE: 'CLEARED' },
  answers: [consent()],
  changes: ['2026-09-05T09:00:00Z'],
  ...over,
})

const givers: Givers = {
  subjectId: id,
  givers: [{ giver: consent().giver, barred: false, bars: [] }],
  able: false,
  judgements: [],
}

const head = (...roles: string[]) =>
  server.use(http.get('/api/directory/me', () => HttpResponse.json(as(...(roles.length ? roles : ['SETTING_HEAD'])))))

beforeEach(() => {
  server.use(
    http.get('/api/media/subjects/:id', () =>
      HttpResponse.json({ ...subjects[0], id, settingId: willow.id, endedOn: null, version: 1 }),
    ),
    http.get('/api/media/subjects/:id/consents/as-of', () => HttpResponse.json(asOf())),
    http.get('/api/media/subjects/:id/givers', () => HttpResponse.json(givers)),
    http.get('/api/media/subjects/:id/restrictions', () => HttpResponse.json({ subjectId: id, items: [] })),
    http.get('/api/media/subjects/:id/hold', () => HttpResponse.json({ subjectId: id, held: false, placements: [] })),
  )
})

test('MED-16 shows what is on file with its scan', async () => {
  head()
  open(`/people/${id}`)
  const answers = within(await screen.findByRole('region', { name: 'Answers on file' }))
  expect(await answers.findByText('Dana Okonjo (Parent)')).toBeVisible()
  expect(answers.getByRole('link', { name: /Open the scan/ })).toHaveAttribute(
    'href',
    `/api/media/subjects/${id}/evidence/scan-1/content`,
  )
})

test('MED-20 shows a hold to a safeguarding lead and asks for none on behalf of a head', async () => {
  let asked = 0
  server.use(
    http.get('/api/media/subjects/:id/hold', () => {
      asked++
      return HttpResponse.json({ subjectId: id, held: false, placements: [] })
    }),
  )
  head()
  const { unmount } = open(`/people/${id}`)
  await screen.findAllByText('Dana Okonjo (Parent)')
  expect(screen.queryByRole('region', { name: 'Must not be identified' })).toBeNull()
  expect(asked).toBe(0)
  unmount()
  head('DSL')
  open(`/people/${id}`)
  expect(await screen.findByRole('region', { name: 'Must not be identified' })).toBeVisible()
})

test('MED-19 asks for restrictions on behalf of heads and safeguarding leads alone', async () => {
  head('SLT')
  open(`/people/${id}`)
  await screen.findAllByText('Dana Okonjo (Parent)')
  expect(screen.queryByRole('region', { name: 'Restrictions' })).toBeNull()
})

test('SEC-01 shows a contributor nothing of what is on file', async () => {
  open(`/people/${id}`)
  expect(await screen.findByRole('heading', { name: 'This page is not yours to see' })).toBeVisible()
  expect(screen.queryByText('Dana Okonjo (Parent)')).toBeNull()
})

test('MED-12 starts with nothing answered and sends only what was chosen', async () => {
  head()
  let sent: unknown
  server.use(
    http.post('/api/media/subjects/:id/consents', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ items: [] }, { status: 201 })
    }),
  )
  const { user } = open(`/people/${id}/consent`)
  await screen.findByRole('button', { name: 'Record the answers' })
  for (const box of screen.getAllByRole('radio', { name: /^(Yes|No)$/ })) expect(box).not.toBeChecked()
  await user.click(screen.getByRole('button', { name: 'Record the answers' }))
  expect(await screen.findByText('Choose at least one answer.')).toBeVisible()

  await user.type(screen.getByLabelText('Name'), 'Dana Okonjo')
  await user.click(within(screen.getByRole('group', { name: /parental responsibility/ })).getByLabelText('Yes'))
  await user.click(within(screen.getByRole('group', { name: 'Website' })).getByLabelText('No'))
  await user.click(screen.getByRole('button', { name: 'Record the answers' }))
  expect(await screen.findByRole('region', { name: 'Answers on file' })).toBeVisible()
  expect(sent).toEqual({
    giver: { name: 'Dana Okonjo', type: 'PARENT', responsibility: 'YES' },
    answers: [{ purpose: 'WEBSITE', answer: 'NO' }],
  })
})

test('SEC-13 says in words what is wrong with a scan', async () => {
  head()
  server.use(http.post('/api/media/subjects/:id/evidence', () => problem(415, 'kit.unsupported')))
  const { user, container } = open(`/people/${id}/consent`)
  await screen.findByRole('button', { name: 'Record the answers' })
  await user.upload(
    container.querySelector<HTMLInputElement>('input[type=file]')!,
    new File(['hello'], 'form.pdf', { type: 'application/pdf' }),
  )
  expect(await screen.findByText(/This is no PDF, JPEG or PNG/)).toBeVisible()
})

test('MED-11 withdraws only after asking', async () => {
  head()
  let withdrawn = 0
  server.use(
    http.post('/api/media/consents/:id/withdrawal', () => {
      withdrawn++
      return HttpResponse.json(consent({ state: 'WITHDRAWN' }))
    }),
  )
  const { user } = open(`/people/${id}`)
  await user.click(await screen.findByRole('button', { name: 'Withdraw Website by Dana Okonjo' }))
  expect(withdrawn).toBe(0)
  await user.click(await screen.findByRole('button', { name: 'Withdraw it now' }))
  await waitFor(() => expect(withdrawn).toBe(1))
})

test('SEC-07 MED-16 saves the table of what is looked for, and names nobody in an address', async () => {
  head()
  const bodies: unknown[] = []
  const asked: string[] = []
  server.events.on('request:start', ({ request }) => asked.push(request.url))
  const found = { subjectId: id, firstName: 'Amara', surname: 'Okonjo', className: 'Hedgehogs', endedOn: null, consent: consent() }
  server.use(
    http.get('/api/media/settings/:id/consents', () => HttpResponse.json({ items: [], next: null })),
    http.post('/api/media/settings/:id/consents/search', () => HttpResponse.json({ items: [found], next: null })),
    http.post('/api/media/settings/:id/consents/export', async ({ request }) => {
      bodies.push(await request.json())
      return bodies.length === 1
        ? problem(503, 'gateway.unavailable')
        : new HttpResponse('First name\r\nAmara', { headers: { 'content-type': 'text/csv' } })
    }),
  )
  const saved: string[] = []
  URL.createObjectURL = () => 'blob:table'
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(`${this.download} ${this.href}`)
  })
  const { user, router } = open('/consents?className=Hedgehogs')
  expect(await screen.findByRole('heading', { name: 'Nothing fits' })).toBeVisible()
  await user.type(screen.getByRole('searchbox'), 'amara')
  expect(await screen.findByRole('rowheader', { name: 'Amara Okonjo' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Download as a file' }))
  expect(await screen.findByRole('alert')).toBeVisible()
  expect(saved).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Download as a file' }))
  await waitFor(() => expect(saved).toEqual(['consents.csv blob:table']))
  expect(screen.queryByRole('alert')).toBeNull()
  expect(bodies).toEqual([
    { query: 'amara', className: 'Hedgehogs' },
    { query: 'amara', className: 'Hedgehogs' },
  ])
  expect([...asked, router.state.location.href].join()).not.toContain('amara')
  server.events.removeAllListeners()
  vi.restoreAllMocks()
})

const lapsing = (over: Partial<LapsingConsent> = {}): LapsingConsent => ({
  subjectId: id,
  firstName: 'Amara',
  surname: 'Okonjo',
  className: 'Hedgehogs',
  consent: consent({ validUntil: '2026-12-24T00:00:00Z' }),
  way: 'MAIL',
  askedAt: null,
  ...over,
})

const whom: Renewal = {
  until: '2027-02-19',
  families: 2,
  children: 3,
  askedLately: 0,
  withoutAddress: 1,
  onForm: 0,
  restDays: 30,
}

const forecast = (rows: LapsingConsent[], renewal: Renewal) =>
  server.use(
    http.get('/api/media/settings/:id/lapses', () => HttpResponse.json({ items: rows, next: null })),
    http.get('/api/media/settings/:id/lapses/families', () => HttpResponse.json(renewal)),
  )

test('MED-13 tells what is going to lapse, with a way to renew it', async () => {
  head()
  forecast([lapsing(), lapsing({ consent: consent({ id: 'consent-2', validUntil: '2026-12-24T00:00:00Z' }), way: 'CODE' })], whom)
  open('/consents/lapses')
  expect((await screen.findAllByText('23 December 2026'))[0]).toBeVisible()
  expect(screen.getAllByRole('link', { name: 'Renew Website for Amara Okonjo' })[0]).toHaveAttribute(
    'href',
    expect.stringContaining(`/people/${id}/consent`),
  )
  expect(screen.getByRole('link', { name: 'Ask Dana Okonjo with a code about Website for Amara Okonjo' })).toHaveAttribute(
    'href',
    expect.stringContaining('/families'),
  )
})

test('MED-13 MED-23 asks everybody on the forecast to renew, after saying how many', async () => {
  head()
  forecast([lapsing()], whom)
  const sent: unknown[] = []
  server.use(
    http.post('/api/media/settings/:id/family-rounds', async ({ request }) => {
      sent.push(await request.json())
      forecast([lapsing({ askedAt: '2026-11-21T10:00:00Z' })], { ...whom, families: 0, children: 0, askedLately: 2 })
      return HttpResponse.json({ kind: 'RENEW', mailed: 2, withoutAddress: 1, total: 3 }, { status: 202 })
    }),
  )
  const { user } = open('/consents/lapses')
  await user.click(await screen.findByRole('button', { name: 'Ask all of them to renew' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText('2 families will be written to, about 3 children.')).toBeVisible()
  expect(dialog.getByText('1 family without an e-mail address: ask them with a code at collection time.')).toBeVisible()
  expect(sent).toEqual([])
  await user.click(dialog.getByRole('button', { name: 'Send the invitations' }))
  expect(await screen.findByText('Asked on 21 November 2026')).toBeVisible()
  expect(screen.getByText('Written to: 2 families.')).toBeVisible()
  expect(screen.getByText('2 families asked in the last 30 days: not written to again.')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Ask all of them to renew' })).toBeNull()
  expect(sent).toEqual([{ kind: 'RENEW', until: whom.until }])
})

test('MED-23 says why nobody was asked, and tries again with the same key', async () => {
  head()
  forecast([lapsing()], whom)
  const keys: (string | null)[] = []
  server.use(
    http.post('/api/media/settings/:id/family-rounds', ({ request }) => {
      keys.push(request.headers.get('Idempotency-Key'))
      return problem(503, 'kit.unavailable')
    }),
  )
  const { user } = open('/consents/lapses')
  await user.click(await screen.findByRole('button', { name: 'Ask all of them to renew' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(dialog.getByRole('button', { name: 'Send the invitations' }))
  expect(await dialog.findByRole('alert')).toBeVisible()
  await user.click(dialog.getByRole('button', { name: 'Send the invitations' }))
  await waitFor(() => expect(keys).toHaveLength(2))
  expect(keys[0]).toBe(keys[1])
})

test('MED-13 shows no button where nothing lapses, and none where that could not be asked', async () => {
  head()
  forecast([], { ...whom, families: 0, children: 0, withoutAddress: 0 })
  const { unmount } = open('/consents/lapses')
  expect(await screen.findByRole('heading', { name: 'Nothing lapses by then' })).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Ask all of them to renew' })).toBeNull()
  unmount()
  forecast([lapsing()], whom)
  server.use(http.get('/api/media/settings/:id/lapses/families', () => problem(503, 'kit.unavailable')))
  open('/consents/lapses')
  expect(await screen.findByRole('alert')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Ask all of them to renew' })).toBeNull()
})
