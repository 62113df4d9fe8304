import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import type { SetUp } from '../../api/types'
import { problem } from '../../testing/handlers'
import { as } from '../../testing/people'
import { open } from '../../testing/render'
import { server } from '../../testing/server'

async function fillIn() {
  const { user } = open('/setup')
  await user.type(await screen.findByRole('textbox', { name: 'One-time code' }), 'K7PM-22QX')
  await user.type(screen.getByRole('textbox', { name: /Name of the organisation/ }), 'Brightwater Learning')
  await user.type(screen.getByRole('textbox', { name: 'Official name' }), 'Willow Lane Nursery')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Type' }), 'EARLY_YEARS')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Nation' }), 'WALES')
  await user.type(screen.getByRole('textbox', { name: /domains/ }), '@Willow.example, brightwater.example')
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Ottilie Marsh')
  await user.type(screen.getByRole('textbox', { name: 'E-mail address' }), 'ottilie@willow.example')
  await user.type(screen.getByLabelText('Password'), 'three unrelated words')
  return user
}

const needed = () => server.use(http.get('/api/directory/setup', () => HttpResponse.json({ needed: true })))

test('sends group, setting, admin and code once, then leads to sign-in', async () => {
  needed()
  let sent: SetUp | undefined
  server.use(
    http.post('/api/directory/setup', async ({ request }) => {
      sent = (await request.json()) as SetUp
      return HttpResponse.json({}, { status: 201 })
    }),
  )
  const user = await fillIn()
  await user.click(screen.getByRole('button', { name: 'Finish the set-up' }))
  expect(await screen.findByRole('heading', { name: 'The set-up is finished' })).toBeVisible()
  expect(sent).toEqual({
    code: 'K7PM-22QX',
    group: { name: 'Brightwater Learning' },
    setting: {
      officialName: 'Willow Lane Nursery',
      type: 'EARLY_YEARS',
      nation: 'WALES',
      emailDomains: ['willow.example', 'brightwater.example'],
    },
    admin: { name: 'Ottilie Marsh', email: 'ottilie@willow.example', password: 'three unrelated words' },
  })
})

test('leads from the summary to each field that is missing', async () => {
  needed()
  const { user } = open('/setup')
  await user.click(await screen.findByRole('button', { name: 'Finish the set-up' }))
  const summary = await screen.findByRole('alert')
  await waitFor(() => expect(summary).toHaveFocus())
  await user.click(screen.getByRole('link', { name: 'Choose the nation the setting is in' }))
  expect(screen.getByRole('combobox', { name: 'Nation' })).toHaveFocus()
})

test('shows what the service objects to beside the field', async () => {
  needed()
  server.use(
    http.post('/api/directory/setup', () =>
      problem(422, 'directory.set-up-refused', 'Refused', [
        { pointer: '/code', message: 'This code is not the one in the console' },
        { pointer: '/somewhere/else', message: 'Something else' },
      ]),
    ),
  )
  const user = await fillIn()
  await user.click(screen.getByRole('button', { name: 'Finish the set-up' }))
  expect(await screen.findByRole('link', { name: 'This code is not the one in the console' })).toBeVisible()
  expect(screen.getByRole('textbox', { name: 'One-time code' })).toBeInvalid()
  expect(screen.getByRole('alert')).toHaveTextContent('Something else')
})

test('shows the values of each starter set and chooses none by itself', async () => {
  let name: unknown
  server.use(
    http.get('/api/directory/me', () => HttpResponse.json(as('SETTING_HEAD'))),
    http.post('/api/policies/settings/:id/starter-set', async ({ request }) => {
      name = ((await request.json()) as { name: string }).name
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const { user } = open('/setup/options')
  const careful = await screen.findByRole('radio', { name: 'Careful' })
  expect(careful).not.toBeChecked()
  expect((await screen.findAllByText('How may a child be named on a post?'))[0]).toBeInTheDocument()
  expect(screen.getByText('First name and initial')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Start with this set' }))
  expect(screen.getByRole('alert')).toHaveTextContent('Choose one of the sets')
  await user.click(careful)
  await user.click(screen.getByRole('button', { name: 'Start with this set' }))
  expect(await screen.findByRole('heading', { name: /now starts with “Careful”/ })).toBeVisible()
  expect(name).toBe('careful')
})
