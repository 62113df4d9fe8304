import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test, vi } from 'vitest'
import { leave } from '../api/session'
import { problem } from '../testing/handlers'
import { groupAdmin } from '../testing/people'
import { open } from '../testing/render'
import { server } from '../testing/server'

const signedOut = http.get('/api/session', () => HttpResponse.json({ signedIn: false, idleSeconds: 900 }))

test('offers sign-in, in one sentence, to somebody who is not signed in', async () => {
  server.use(signedOut)
  open('/')
  expect(await screen.findByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/oauth2/authorization/clearpost')
  expect(screen.getByText(/tells you whether a picture or post may go out/)).toBeVisible()
})

test('leads the first visit ever to the set-up', async () => {
  server.use(signedOut, http.get('/api/directory/setup', () => HttpResponse.json({ needed: true })))
  open('/')
  expect(await screen.findByRole('heading', { level: 1, name: 'Set up Clearpost' })).toBeVisible()
})

test('keeps 999 and the contacts of the setting one press away', async () => {
  const { user } = open('/')
  await screen.findByRole('heading', { level: 1, name: /Hello/ })
  await user.click(screen.getByRole('button', { name: 'Help' }))
  const panel = within(screen.getByRole('dialog', { name: 'Help now' }))
  expect(panel.getByRole('link', { name: '999' })).toHaveAttribute('href', 'tel:999')
  expect(await panel.findByText('Ines Calloway')).toBeVisible()
  expect(panel.getByText('Nursery manager')).toBeVisible()
  expect(panel.getByRole('link', { name: /Ines Calloway/ })).toHaveAttribute('href', 'tel:01632960001')
})

test('keeps 999 when the contacts cannot be loaded', async () => {
  server.use(http.get('/api/incidents/settings/:id/help', () => problem(503, 'gateway.unavailable')))
  const { user } = open('/')
  await screen.findByRole('heading', { level: 1, name: /Hello/ })
  await user.click(screen.getByRole('button', { name: 'Help' }))
  expect(screen.getByRole('link', { name: '999' })).toBeVisible()
  expect(await screen.findByText(/contacts cannot be shown just now/)).toBeVisible()
})

test('keeps 999 on the sign-in page and when nothing answers at all', async () => {
  server.use(http.get('/api/session', () => HttpResponse.error()))
  const { user } = open('/')
  expect(await screen.findByRole('heading', { name: 'You seem to be offline' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Help' }))
  expect(screen.getByRole('link', { name: '999' })).toBeVisible()
})

test('signs out at the gateway and leaves the page', async () => {
  const left = vi.spyOn(leave, 'to').mockImplementation(() => {})
  let token: string | null = null
  server.use(
    http.post('/logout', ({ request }) => {
      token = request.headers.get('X-XSRF-TOKEN')
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const { user } = open('/')
  await user.click(await screen.findByRole('button', { name: 'Sign out' }))
  await waitFor(() => expect(left).toHaveBeenCalledWith('/signed-out'))
  expect(token).toBe('a-token')
})

test('does not claim to have signed out when the gateway did not answer', async () => {
  const left = vi.spyOn(leave, 'to').mockImplementation(() => {})
  server.use(http.post('/logout', () => HttpResponse.error()))
  const { user } = open('/')
  await user.click(await screen.findByRole('button', { name: 'Sign out' }))
  await waitFor(() => expect(left).toHaveBeenCalledWith('/signed-out?because=unsure'))
})

test('switches setting and says where one is in the address', async () => {
  server.use(http.get('/api/directory/me', () => HttpResponse.json(groupAdmin)))
  const { user, router } = open('/')
  await user.selectOptions(
    await screen.findByRole('combobox', { name: 'Setting' }),
    'Harbour Street Primary School and Resource Base',
  )
  expect(await screen.findByText(/^Group admin at Harbour Street Primary School/)).toBeVisible()
  expect(router.state.location.search).toEqual({ setting: groupAdmin.settings[1]?.id })
})

test('puts the sign-in page in place of a page whose session has ended', async () => {
  let signedIn = true
  server.use(
    http.get('/api/session', () => HttpResponse.json({ signedIn, idleSeconds: 900 })),
    http.get('/api/media/settings/:id/decisions', () => {
      signedIn = false
      return problem(401, 'gateway.not-signed-in')
    }),
  )
  open('/')
  expect(await screen.findByRole('link', { name: 'Sign in' })).toBeVisible()
})

test('says so when there is no such page', async () => {
  open('/nowhere')
  expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Help' })).toBeVisible()
})
