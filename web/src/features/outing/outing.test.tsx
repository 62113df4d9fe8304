import { fireEvent, screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { today } from '../../components/time'
import { problem } from '../../testing/handlers'
import { as } from '../../testing/people'
import { outing, planningHandlers } from '../../testing/planning'
import { open } from '../../testing/render'
import { server } from '../../testing/server'

beforeEach(() => server.use(...planningHandlers()))

const planned = `/outing?on=${today()}&account=account-1&classes=${encodeURIComponent('["Squirrels",""]')}`

test('MED-16 lists who will be cleared, class by class, with the counts on top', async () => {
  const { user, router } = open('/outing')
  fireEvent.change(await screen.findByLabelText('Day'), { target: { value: today() } })
  await user.click(screen.getByRole('checkbox', { name: 'Squirrels (3 people)' }))
  await user.click(screen.getByRole('button', { name: 'Show who will be cleared' }))
  const group = await screen.findByRole('region', { name: 'Squirrels' })
  expect(within(group).getAllByRole('listitem').map((row) => row.textContent)).toEqual([
    'Amara OkonjoCleared',
    'Bryn CastellanNot cleared',
    'Chiyo LindqvistNot asked',
  ])
  expect(within(group).getByText('1 cleared, 1 not cleared, 1 not asked')).toBeVisible()
  expect(router.state.location.search).toMatchObject({ on: today(), account: 'account-1', classes: ['Squirrels'] })
  expect(screen.getByRole('link', { name: 'Download as a table (CSV)' })).toHaveAttribute(
    'href',
    expect.stringContaining(`/outing/export?on=${today()}&account=account-1&class=Squirrels`),
  )
})

test('says what is missing before anything is asked', async () => {
  const { user } = open('/outing')
  await user.click(await screen.findByRole('button', { name: 'Show who will be cleared' }))
  const summary = await screen.findByRole('alert')
  expect(summary).toHaveTextContent('Choose the day of the outing')
  expect(summary).toHaveTextContent('Choose at least one class')
})

test('opens a plan from its address, with people in no class under their own heading', async () => {
  open(planned)
  const group = await screen.findByRole('region', { name: 'People in no class' })
  expect(within(group).getByText('Greta Abernathy')).toBeVisible()
  expect(screen.getByRole('checkbox', { name: /People in no class/ })).toBeChecked()
})

test('warns of an account that is not live', async () => {
  const plan = outing(today(), ['Squirrels'])
  server.use(
    http.get('/api/media/settings/:id/outing', () =>
      HttpResponse.json({ ...plan, account: { ...plan.account, status: 'SUSPENDED' } }),
    ),
  )
  open(planned)
  expect(await screen.findByText(/is not live today: nothing may be posted there/)).toBeVisible()
})

test('tells nobody there from a plan that could not be loaded', async () => {
  server.use(http.get('/api/media/settings/:id/outing', () => HttpResponse.json(outing(today(), ['Badgers']))))
  const { unmount } = open(planned)
  expect(await screen.findByRole('heading', { name: 'Nobody is in these classes' })).toBeVisible()
  unmount()
  server.use(http.get('/api/media/settings/:id/outing', () => problem(503, 'gateway.unavailable')))
  open(planned)
  expect(await screen.findByRole('heading', { name: 'This could not be loaded' })).toBeVisible()
  expect(screen.queryByText('Nobody is in these classes')).toBeNull()
})

test('is not shown to a role that does not see the roster', async () => {
  server.use(http.get('/api/directory/me', () => HttpResponse.json(as('HR'))))
  open(planned)
  expect(await screen.findByRole('heading', { name: 'This page is not yours to see' })).toBeVisible()
})
