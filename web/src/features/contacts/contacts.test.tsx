import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { problem } from '../../testing/handlers'
import { as, contributor, willow } from '../../testing/people'
import { open } from '../../testing/render'
import { server } from '../../testing/server'

beforeEach(() => server.use(http.get('/api/directory/me', () => HttpResponse.json(as('DSL')))))

const form = () => screen.findByRole('form', { name: 'Designated safeguarding lead' })

test('saves who the safeguarding lead is reachable as', async () => {
  let sent: unknown
  server.use(
    http.put('/api/incidents/settings/:id/help/:post', async ({ params, request }) => {
      sent = { post: params.post, ...((await request.json()) as object) }
      return HttpResponse.json(
        { settingId: willow.id, emergencyNumber: '999', contacts: [] },
        { headers: { etag: '"2"' } },
      )
    }),
  )
  const { user } = open('/help-contacts')
  const lead = within(await form())
  expect(lead.getByRole('textbox', { name: 'Shown as' })).toHaveValue('Ines Calloway')
  await user.clear(lead.getByRole('textbox', { name: 'Phone number' }))
  await user.type(lead.getByRole('textbox', { name: 'Phone number' }), '01632 960 009')
  await user.click(lead.getByRole('button', { name: /Save/ }))
  expect(await screen.findByText(/Saved. Everybody at the setting/)).toBeVisible()
  expect(sent).toEqual({ post: 'DSL', shownAs: 'Ines Calloway', phone: '01632 960 009', email: 'safe@willow.example' })
})

test('takes a contact off the panel only after asking', async () => {
  let sent: unknown
  server.use(
    http.delete('/api/incidents/settings/:id/help/:post', ({ params, request }) => {
      sent = { post: params.post, ifMatch: request.headers.get('if-match') }
      return HttpResponse.json(
        { settingId: willow.id, emergencyNumber: '999', contacts: [] },
        { headers: { etag: '"2"' } },
      )
    }),
    http.get('/api/incidents/settings/:id/help', () =>
      HttpResponse.json(
        {
          settingId: willow.id,
          emergencyNumber: '999',
          contacts: [{ post: 'DSL', shownAs: 'Ines Calloway', phone: '01632 960 001', email: null }],
        },
        { headers: { etag: '"1"' } },
      ),
    ),
  )
  const { user } = open('/help-contacts')
  await user.click(await screen.findByRole('button', { name: 'Take off the panel: Designated safeguarding lead' }))
  expect(sent).toBeUndefined()
  const asked = within(await screen.findByRole('dialog', { name: /Take Ines Calloway off/ }))
  await user.click(asked.getByRole('button', { name: 'Take off the panel' }))
  await waitFor(() => expect(sent).toEqual({ post: 'DSL', ifMatch: '"1"' }))
  await waitFor(async () =>
    expect(within(await form()).getByRole('textbox', { name: 'Shown as' })).toHaveValue(''),
  )
  expect(screen.queryByRole('button', { name: /Take off the panel/ })).toBeNull()
})

test('shows what the service objects to beside the field', async () => {
  server.use(
    http.put('/api/incidents/settings/:id/help/:post', () =>
      problem(422, 'incident.contact-not-allowed', 'No', [{ pointer: '/phone', message: 'Write a UK phone number.' }]),
    ),
  )
  const { user } = open('/help-contacts')
  const lead = within(await form())
  await user.click(lead.getByRole('button', { name: /Save/ }))
  await user.click(await screen.findByRole('link', { name: 'Write a UK phone number.' }))
  expect(lead.getByRole('textbox', { name: 'Phone number' })).toHaveFocus()
  expect(lead.getByRole('textbox', { name: 'Phone number' })).toBeInvalid()
})

test('is not offered to a contributor', async () => {
  server.use(http.get('/api/directory/me', () => HttpResponse.json(contributor)))
  open('/help-contacts')
  expect(await screen.findByRole('heading', { name: 'This page is not yours to see' })).toBeVisible()
})
