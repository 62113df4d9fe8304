import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { open } from '../../testing/render'
import { server } from '../../testing/server'

const takedown = {
  id: 'takedown-1',
  settingId: 'setting-1',
  itemId: 'item-1',
  decisionId: 'decision-1',
  account: { id: 'account-1', name: 'Willow Lane page', platform: 'FACEBOOK' },
  address: 'https://facebook.example/posts/1',
  postedAt: '2026-11-20T09:00:00Z',
  cause: 'NOT_CLEARED',
  people: ['Tilda Marsh'],
  openedAt: '2026-11-20T10:00:00Z',
  dueAt: '2026-11-21T10:00:00Z',
  state: 'OPEN',
  proof: null,
}

test('lists what has to come down and says no more than that somebody is no longer cleared', async () => {
  server.use(
    http.get('/api/media/settings/:id/takedowns', ({ request }) =>
      HttpResponse.json({
        items: new URL(request.url).searchParams.get('state') === 'OPEN' ? [takedown] : [],
        next: null,
      }),
    ),
  )
  open('/takedowns')
  expect(await screen.findByText('No longer cleared: Tilda Marsh')).toBeVisible()
  await userEvent.click(screen.getByRole('radio', { name: 'Late' }))
  expect(await screen.findByRole('heading', { name: 'Nothing is late' })).toBeVisible()
})

test('PST-27 asks for the proof before it is done', async () => {
  const sent: unknown[] = []
  server.use(
    http.get('/api/media/takedowns/:id', () => HttpResponse.json(takedown)),
    http.post('/api/media/takedowns/:id/done', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({
        ...takedown,
        state: 'DONE',
        proof: {
          recordedAt: '2026-11-20T10:15:00Z',
          seenGoneAt: '2026-11-20T10:14:00Z',
          how: 'OPENED_THE_ADDRESS',
          words: 'Not there any more',
        },
      })
    }),
  )
  open('/takedowns/takedown-1')
  await userEvent.click(await screen.findByRole('button', { name: 'It is gone' }))
  expect(within(screen.getByRole('alert')).getAllByRole('link')).toHaveLength(3)
  expect(sent).toEqual([])
  const at = screen.getByLabelText('When did you see that it is gone?')
  await userEvent.type(at, '2026-11-20T10:14')
  await userEvent.click(screen.getByLabelText('I opened its address and it is not there'))
  await userEvent.type(screen.getByLabelText(/What did you see/), 'Not there any more')
  await userEvent.click(screen.getByRole('button', { name: 'It is gone' }))
  expect(await screen.findByText('Seen gone')).toBeVisible()
  expect(sent).toHaveLength(1)
})
