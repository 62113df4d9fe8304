import { act, screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { afterEach, expect, test } from 'vitest'
import { problem } from '../../testing/handlers'
import { as, subjects } from '../../testing/people'
import { open } from '../../testing/render'
import { server } from '../../testing/server'

const addresses = () => {
  const asked: string[] = []
  server.events.on('request:start', ({ request }) => asked.push(`${request.method} ${request.url}`))
  return asked
}

afterEach(() => server.events.removeAllListeners())

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

test('SEC-07 finds people by name and class, and keeps the class in the address and the name out of it', async () => {
  const asked = addresses()
  const { user, router } = open('/roster')
  await row('Amara Okonjo')
  await screen.findByRole('option', { name: 'Hedgehogs (3)' })
  await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'class:Hedgehogs')
  await user.type(screen.getByRole('searchbox', { name: 'Name' }), 'esme')
  expect(await screen.findByText('1 person shown')).toBeVisible()
  expect(router.state.location.search).toMatchObject({ className: 'Hedgehogs' })
  await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), '')
  expect(await screen.findByText('1 person shown')).toBeVisible()
  await user.type(screen.getByRole('searchbox', { name: 'Name' }), 'zz')
  expect(await screen.findByRole('heading', { name: 'Nobody fits' })).toBeVisible()
  expect(router.state.location.href).not.toContain('esme')
  expect(asked.filter((one) => one.startsWith('POST') && one.endsWith('/subjects/search')).length).toBeGreaterThan(0)
  expect(asked.join()).not.toContain('esme')
})

test('going back finds the name again that was looked for', async () => {
  const { user, router } = open('/roster')
  await row('Amara Okonjo')
  await user.type(screen.getByRole('searchbox', { name: 'Name' }), 'esme')
  expect(await screen.findByText('1 person shown')).toBeVisible()
  await screen.findByRole('option', { name: 'Hedgehogs (3)' })
  await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'class:Hedgehogs')
  act(() => router.history.push('/nothing/here'))
  expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeVisible()
  act(() => router.history.back())
  expect(await screen.findByRole('searchbox', { name: 'Name' })).toHaveValue('esme')
  expect(screen.getByRole('combobox', { name: 'Show' })).toHaveValue('class:Hedgehogs')
  expect(await screen.findByText('1 person shown')).toBeVisible()
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
