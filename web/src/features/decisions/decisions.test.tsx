import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { problem } from '../../testing/handlers'
import { as, decision } from '../../testing/people'
import { open } from '../../testing/render'
import { server } from '../../testing/server'

test('says the answer first, in words, and when it was checked', async () => {
  open('/decisions/decision-1')
  const answer = await screen.findByRole('group', { name: 'Answer for Willow Lane page: No' })
  expect(answer).toHaveTextContent('Do not post this on the Willow Lane page: Bryn Castellan is not cleared.')
  expect(answer).toHaveTextContent(/Checked at .*10:02/)
})

test('gives each person a word and a reason', async () => {
  open('/decisions/decision-1')
  const bryn = (await screen.findByText('Not cleared for Facebook.')).closest('li')!
  expect(within(bryn).getByText('Bryn Castellan')).toBeVisible()
  expect(within(bryn).getByText('Not cleared')).toBeVisible()
})

test('groups the rules', async () => {
  open('/decisions/decision-1')
  expect(await screen.findByRole('heading', { name: 'Stands in the way' })).toBeVisible()
  expect(screen.getByRole('heading', { name: 'Still to do' })).toBeVisible()
  expect(screen.getByText('Not checked by Clearpost yet (2)')).toBeVisible()
  expect(screen.getByText('In order (1)')).toBeVisible()
})

test('says which clause and option to those who answer for the setting, and to nobody else', async () => {
  const { unmount } = open('/decisions/decision-1')
  await screen.findByRole('heading', { name: 'Stands in the way' })
  expect(screen.queryByText(/PST-05/)).toBeNull()
  unmount()
  server.use(http.get('/api/directory/me', () => HttpResponse.json(as('DSL'))))
  open('/decisions/decision-1')
  expect(await screen.findByText(/How may a child be named on a post\? First name and initial/)).toBeVisible()
  expect(screen.getByText(/PST-05/)).toBeVisible()
})

test('leads back to what is still to be said', async () => {
  const { user, router } = open('/decisions/decision-1')
  await user.click(await screen.findByRole('button', { name: 'Say what is still open, and ask again' }))
  expect(router.state.location.pathname).toBe('/ask')
  expect(router.state.location.search).toMatchObject({ from: 'decision-1' })
})

test('offers edits as buttons and errands as words', async () => {
  open('/decisions/decision-1')
  expect(await screen.findByRole('button', { name: 'Leave Bryn Castellan out of the picture.' })).toBeVisible()
  expect(screen.getByText('Ask a manager to approve the post.')).toBeVisible()
  expect(screen.queryByRole('button', { name: /approve/ })).toBeNull()
})

test('shows the same page for an answer that is hidden and one that does not exist', async () => {
  server.use(http.get('/api/media/decisions/:id', () => problem(404, 'kit.not-found')))
  open('/decisions/somebody-elses')
  expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeVisible()
})

test('never shows an answer it could not load', async () => {
  server.use(http.get('/api/media/decisions/:id', () => problem(503, 'gateway.unavailable')))
  open('/decisions/decision-1')
  expect(await screen.findByRole('heading', { name: 'This could not be loaded' })).toBeVisible()
  expect(screen.queryByText('Yes')).toBeNull()
})

test('lists recent answers page by page', async () => {
  server.use(
    http.get('/api/media/settings/:id/decisions', ({ request }) =>
      new URL(request.url).searchParams.get('after')
        ? HttpResponse.json({ items: [decision({ id: 'decision-7', sentence: 'An older answer.' })], next: null })
        : HttpResponse.json({ items: [decision()], next: 'more' }),
    ),
  )
  const { user } = open('/decisions')
  await user.click(await screen.findByRole('button', { name: 'Show more' }))
  expect(await screen.findByText('An older answer.')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
})

test('tells an empty list from one that could not be loaded', async () => {
  server.use(http.get('/api/media/settings/:id/decisions', () => HttpResponse.json({ items: [], next: null })))
  const { unmount } = open('/decisions')
  expect(await screen.findByRole('heading', { name: 'Nobody has asked yet' })).toBeVisible()
  unmount()
  server.use(http.get('/api/media/settings/:id/decisions', () => problem(503, 'gateway.unavailable')))
  open('/decisions')
  expect(await screen.findByRole('heading', { name: 'This could not be loaded' })).toBeVisible()
  expect(screen.queryByText('Nobody has asked yet')).toBeNull()
})

test('works an answer out again for those who answer for the setting, and names what does not agree', async () => {
  server.use(
    http.get('/api/media/decisions/:id/replay', () =>
      HttpResponse.json({
        decisionId: 'decision-1',
        ruleSet: '2026-11-4',
        same: false,
        replayedAt: '2027-11-20T10:02:00Z',
        mismatches: [
          {
            part: 'ROWS',
            where: `/people/${decision().people[0]?.subjectId}/consents/1/state`,
            sentence: 'By the journal this answer stood otherwise then.',
          },
        ],
        basis: [
          { fact: 'PEOPLE', from: 'ROWS', sentence: 'Answers: from the journals.' },
          { fact: 'NAMES', from: 'SEALED', sentence: 'Names: from the sealed copy.' },
        ],
        notChecked: ['PST-03'],
      }),
    ),
  )
  const { unmount } = open('/decisions/decision-1')
  await screen.findByRole('heading', { name: 'Stands in the way' })
  expect(screen.queryByRole('button', { name: 'Work it out again' })).toBeNull()
  unmount()
  server.use(http.get('/api/directory/me', () => HttpResponse.json(as('DSL'))))
  const { user } = open('/decisions/decision-1')
  await user.click(await screen.findByRole('button', { name: 'Work it out again' }))
  const found = await screen.findByRole('group', { name: 'Work it out again' })
  expect(within(found).getByText('Something does not agree')).toBeVisible()
  expect(within(found).getByText('By the journal this answer stood otherwise then.')).toBeVisible()
  expect(within(found).getByText(decision().people[0]?.name ?? '')).toBeVisible()
  await user.click(within(found).getByText('What it was worked out from'))
  expect(within(found).getByText('As sealed with the answer')).toBeVisible()
  expect(within(found).getByText('One rule that nobody checked, then or now')).toBeVisible()
})

test('PST-27 a no is not said to be posted, only to be out already', async () => {
  open('/decisions/decision-1')
  const posted = await screen.findByRole('form', { name: 'When you have posted it' })
  expect(within(posted).getByText(/this post must not go out/)).toBeVisible()
  expect(within(posted).queryByRole('button', { name: 'I posted it' })).toBeNull()
  expect(within(posted).queryByRole('checkbox')).toBeNull()
  expect(within(posted).getByRole('button', { name: 'It is already out there' })).toBeVisible()
})

test('PST-27 says once more under the same key what no answer came to', async () => {
  const keys: (string | null)[] = []
  server.use(
    http.get('/api/media/decisions/:id', () => HttpResponse.json(decision({ verdict: 'NEEDS_ACTION', rules: [] }))),
    http.post('/api/media/decisions/:id/posted', ({ request }) => {
      keys.push(request.headers.get('Idempotency-Key'))
      return keys.length === 1 ? HttpResponse.error() : problem(503, 'gateway.unavailable')
    }),
  )
  const { user } = open('/decisions/decision-1')
  await user.type(await screen.findByLabelText('Address of the post'), 'https://social.example/1')
  for (const press of [1, 2, 3]) {
    await user.click(screen.getByRole('button', { name: 'I posted it' }))
    await waitFor(() => expect(keys).toHaveLength(press))
    await screen.findByRole('alert')
  }
  expect(new Set(keys).size).toBe(1)
})
