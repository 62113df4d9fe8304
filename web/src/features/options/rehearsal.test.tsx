import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import type { Rehearsal } from '../../api/planning'
import { problem } from '../../testing/handlers'
import { optionHandlers } from '../../testing/options'
import { as, contributor } from '../../testing/people'
import { planningHandlers, rehearsal } from '../../testing/planning'
import { open } from '../../testing/render'
import { server } from '../../testing/server'

const tried = '/options/OPT-14/rehearsal?value=NONE'
const answers = (over: Partial<Rehearsal>) =>
  server.use(http.post('/api/media/settings/:id/rehearsals', () => HttpResponse.json(rehearsal(over))))

beforeEach(() =>
  server.use(
    http.get('/api/directory/me', () => HttpResponse.json(as('SETTING_HEAD'))),
    ...optionHandlers({ 'OPT-14': 'FIRST_ONLY' }).handlers,
    ...planningHandlers(),
  ),
)

test('OPT-14 tries the answer on the form out, and takes it back to the form', async () => {
  let sent: unknown
  server.use(
    http.post('/api/media/settings/:id/rehearsals', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json(rehearsal())
    }),
  )
  const { user } = open('/options/OPT-14')
  await user.click(await screen.findByRole('radio', { name: 'No names' }))
  await user.click(screen.getByRole('link', { name: 'Try this on the last 90 days' }))
  expect(await screen.findByRole('heading', { name: '14 of 212 would have been refused' })).toBeVisible()
  expect(sent).toEqual({ options: { 'OPT-14': 'NONE' } })
  expect(screen.getByText('Now: First name only')).toBeVisible()
  const example = screen.getByText('Tried: No. A name is shown further than this setting allows.').closest('li')!
  expect(within(example).getByText(/^Then: Not yet/)).toBeVisible()
  expect(within(example).getByRole('link')).toHaveAttribute('href', expect.stringContaining('/decisions/decision-1'))
  await user.click(screen.getByRole('link', { name: 'Go on with this answer' }))
  expect(await screen.findByRole('radio', { name: 'No names' })).toBeChecked()
  expect(await screen.findByRole('button', { name: 'Save' })).toBeVisible()
})

test('asks nothing until an answer is chosen', async () => {
  const { user } = open('/options/OPT-14/rehearsal')
  await user.click(await screen.findByRole('button', { name: 'Try it' }))
  expect(await screen.findByRole('alert')).toBeVisible()
  expect(screen.queryByText(/would have been/)).toBeNull()
})

test('says plainly that nothing would change, that nothing was asked, and what was left out', async () => {
  answers({
    differently: 0,
    otherwise: 3,
    more: true,
    decisions: 2000,
    unreadable: 2,
    outcomes: [{ before: 'DENY', after: 'DENY', count: 2000 }],
    examples: [],
  })
  const { unmount } = open(tried)
  expect(await screen.findByRole('heading', { name: 'Nothing would have been answered differently' })).toBeVisible()
  expect(screen.getByText('3 more would have had the same verdict for other reasons.')).toBeVisible()
  expect(screen.getByText('Only the newest 2000 were looked at; there were more.')).toBeVisible()
  expect(screen.getByText('2 could not be worked out again and are not counted.')).toBeVisible()
  unmount()
  answers({ decisions: 0, differently: 0, outcomes: [], examples: [] })
  open(tried)
  expect(await screen.findByRole('heading', { name: 'Nothing was asked in the last 90 days' })).toBeVisible()
})

test('does not call it refused when an answer would loosen', async () => {
  answers({ differently: 2, outcomes: [{ before: 'DENY', after: 'NEEDS_ACTION', count: 2 }] })
  open(tried)
  expect(await screen.findByRole('heading', { name: '2 of 212 would have been answered differently' })).toBeVisible()
  expect(screen.getByText('2 that were refused would not have been.')).toBeVisible()
})

test('shows counts alone where the questions are not the reader’s to see', async () => {
  answers({ examples: null })
  open(tried)
  expect(await screen.findByText(/shown to those who may see them/)).toBeVisible()
  expect(screen.queryByText(/^Tried:/)).toBeNull()
})

test('tells a rehearsal that failed from one without a difference, and shows it to nobody who may not choose', async () => {
  server.use(http.post('/api/media/settings/:id/rehearsals', () => problem(503, 'gateway.unavailable')))
  const { unmount } = open(tried)
  expect(await screen.findByRole('heading', { name: 'This could not be loaded' })).toBeVisible()
  expect(screen.queryByText(/would have been/)).toBeNull()
  unmount()
  server.use(http.get('/api/directory/me', () => HttpResponse.json(contributor)))
  open(tried)
  expect(await screen.findByRole('heading', { name: 'This page is not yours to see' })).toBeVisible()
})
