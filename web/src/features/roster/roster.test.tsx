import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { problem } from '../../testing/handlers'
import { as, subjects } from '../../testing/people'
import { open } from '../../testing/render'
import { server } from '../../testing/server'

const row = async (name: string) => (await screen.findByRole('rowheader', { name })).closest('tr')!

test('says in words who is cleared for what', async () => {
  open('/roster')
  const cells = within(await row('Bryn Castellan')).getAllByRole('cell')
  const headings = screen.getAllByRole('columnheader').map((heading) => heading.textContent)
  expect(headings.slice(0, 4)).toEqual(['Name', 'Class', 'Social media', 'Website'])
  expect(cells.slice(0, 3).map((cell) => cell.textContent)).toEqual(['Squirrels', 'Not cleared', 'Cleared'])
})

test('shows what the service leaves out as not cleared', async () => {
  server.use(
    http.get('/api/media/settings/:id/subjects', () =>
      HttpResponse.json({ items: [{ ...subjects[0], purposes: {} }], next: null }),
    ),
  )
  open('/roster')
  expect(within(await row('Amara Okonjo')).queryByText('Cleared')).toBeNull()
})

test('finds people by name and class, and keeps both in the address', async () => {
  const { user, router } = open('/roster')
  await row('Amara Okonjo')
  await screen.findByRole('option', { name: 'Hedgehogs (3)' })
  await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'class:Hedgehogs')
  await user.type(screen.getByRole('searchbox', { name: 'Name' }), 'esme')
  expect(await screen.findByText('1 person shown')).toBeVisible()
  await waitFor(() => expect(router.state.location.search).toMatchObject({ query: 'esme', className: 'Hedgehogs' }))
  await user.type(screen.getByRole('searchbox', { name: 'Name' }), 'zz')
  expect(await screen.findByRole('heading', { name: 'Nobody fits' })).toBeVisible()
})

test('shows counts to a head and asks for none on behalf of a contributor', async () => {
  let asked = 0
  server.use(
    http.get('/api/media/settings/:id/coverage', () => {
      asked++
      return HttpResponse.json({ purposes: { SOCIAL_MEDIA: { cleared: 5, notCleared: 1, notAsked: 2 } } })
    }),
  )
  const { unmount } = open('/roster')
  await row('Amara Okonjo')
  expect(asked).toBe(0)
  unmount()
  server.use(http.get('/api/directory/me', () => HttpResponse.json(as('SETTING_HEAD'))))
  open('/roster')
  expect(await screen.findByText('5 cleared, 1 not cleared, 2 not asked')).toBeVisible()
  expect(screen.getByText('62% cleared')).toBeVisible()
})

test('loads page after page', async () => {
  server.use(
    http.get('/api/media/settings/:id/subjects', ({ request }) =>
      new URL(request.url).searchParams.get('after')
        ? HttpResponse.json({ items: subjects.slice(2, 4), next: null })
        : HttpResponse.json({ items: subjects.slice(0, 2), next: 'more' }),
    ),
  )
  const { user } = open('/roster')
  expect(await screen.findByText('2 people shown, and there are more')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Show more' }))
  expect(await screen.findByText('4 people shown')).toBeVisible()
})

test('tells a list that failed from an empty one', async () => {
  server.use(http.get('/api/media/settings/:id/subjects', () => problem(503, 'gateway.unavailable')))
  open('/roster')
  expect(await screen.findByRole('heading', { name: 'This could not be loaded' })).toBeVisible()
  expect(screen.queryByText('Nobody is on the list yet')).toBeNull()
})
