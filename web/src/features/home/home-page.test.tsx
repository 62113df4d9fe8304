import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { problem } from '../../testing/handlers'
import { as, contributor, groupAdmin } from '../../testing/people'
import { open } from '../../testing/render'
import { server } from '../../testing/server'

const signedInAs = (me: object) => server.use(http.get('/api/directory/me', () => HttpResponse.json(me)))
const main = () => screen.getByRole('main')

test('puts the question first for a contributor and shows the latest answers', async () => {
  open('/')
  await waitFor(() => {
    const links = screen.getAllByRole('link', { name: 'May we post this?' })
    expect(links.some((link) => main().contains(link))).toBe(true)
  })
  expect(await screen.findByRole('link', { name: 'Willow Lane page' })).toHaveAttribute('href', '/decisions/decision-1')
  expect(screen.getByText('No')).toBeVisible()
})

test('calls a role what the setting calls it', async () => {
  signedInAs(as('SETTING_HEAD'))
  open('/')
  expect(await screen.findByText('Nursery manager at Willow Lane Nursery')).toBeVisible()
  expect(await screen.findByText('5 of 8 people cleared for social media')).toBeVisible()
})

test('tells a safeguarding lead who made codes for whom, and nobody else', async () => {
  const code = {
    personId: 'person-9',
    personName: 'Ines Calloway',
    givenById: 'person-8',
    givenByName: 'Ada Brookes',
    givenAt: '2026-11-20T09:00:00Z',
    usedAt: null,
  }
  signedInAs({
    ...as('DSL'),
    passwordCodes: [code, { ...code, personId: 'person-1', usedAt: '2026-11-20T10:00:00Z' }],
  })
  const { unmount } = open('/')
  expect(await screen.findByText(/Ada Brookes made a password code for Ines Calloway.*No password was set/)).toBeVisible()
  expect(screen.getByText(/Ada Brookes made a password code for you.*A password was set with it/)).toBeVisible()
  unmount()
  signedInAs(as('SETTING_HEAD'))
  open('/')
  await screen.findByText('5 of 8 people cleared for social media')
  expect(screen.queryByText('Password codes of safeguarding leads')).toBeNull()
})

test('says that no options are chosen to somebody who can choose them', async () => {
  signedInAs(groupAdmin)
  server.use(
    http.get('/api/policies/settings/:id/options', () =>
      HttpResponse.json({ settingId: 's', revision: 0, options: [{ key: 'OPT-14', value: null, setBy: null, locked: false, since: null }] }),
    ),
  )
  open('/')
  expect(await screen.findByRole('link', { name: 'Choose a starter set' })).toHaveAttribute('href', '/setup/options')
})

test('does not offer recent answers when there are none, but does when they cannot be loaded', async () => {
  server.use(http.get('/api/media/settings/:id/decisions', () => HttpResponse.json({ items: [], next: null })))
  const { unmount } = open('/')
  await screen.findByText('Pick the account and the people in the picture, and read the answer.')
  await expect.poll(() => screen.queryByText('What was asked lately, and what the answer was.')).toBeNull()
  unmount()
  server.use(http.get('/api/media/settings/:id/decisions', () => problem(503, 'gateway.unavailable')))
  open('/')
  expect(await screen.findByText('What was asked lately, and what the answer was.')).toBeVisible()
})

test('explains an empty start page to somebody without a post', async () => {
  signedInAs({ ...contributor, posts: [], settings: [] })
  open('/')
  expect(await screen.findByRole('heading', { name: 'You are not linked to a setting yet' })).toBeVisible()
})
