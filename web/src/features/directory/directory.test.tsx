import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { directoryHandlers } from '../../testing/directory'
import { problem } from '../../testing/handlers'
import { as, groupAdmin, willow } from '../../testing/people'
import { open } from '../../testing/render'
import { server } from '../../testing/server'

beforeEach(() =>
  server.use(http.get('/api/directory/me', () => HttpResponse.json(groupAdmin)), ...directoryHandlers()),
)

test('lists settings with the posts nobody holds, in each setting’s words', async () => {
  open('/directory')
  const row = (await screen.findByRole('rowheader', { name: willow.officialName })).closest('tr')!
  expect(within(row).getByText('Online safety coordinator, Contact for returned forms')).toBeVisible()
})

test('renames the group only as it was seen', async () => {
  let sent: unknown
  server.use(
    http.put('/api/directory/group', async ({ request }) => {
      sent = { ...((await request.json()) as object), ifMatch: request.headers.get('if-match') }
      return HttpResponse.json({ id: 'group-1', name: 'Brightwater Trust', version: 3 })
    }),
  )
  const { user } = open('/directory')
  const name = await screen.findByRole('textbox', { name: 'Name of the group' })
  expect(name).toHaveValue('Brightwater Group')
  await user.clear(name)
  await user.click(screen.getByRole('button', { name: 'Rename the group' }))
  expect(name).toBeInvalid()
  await user.type(name, 'Brightwater Trust')
  await user.click(screen.getByRole('button', { name: 'Rename the group' }))
  expect(await screen.findByText('Saved')).toBeVisible()
  expect(sent).toEqual({ name: 'Brightwater Trust', ifMatch: '"2"' })
})

test('adds a setting, and leads to the field the service objects to', async () => {
  let sent: unknown
  server.use(
    http.post('/api/directory/settings', async ({ request }) => {
      sent = await request.json()
      return problem(422, 'kit.invalid', 'No', [{ pointer: '/emailDomains/0', message: 'This is not a domain.' }])
    }),
  )
  const { user } = open('/directory/settings/new')
  await user.click(await screen.findByRole('button', { name: 'Add the setting' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Fill this in')
  await user.type(screen.getByRole('textbox', { name: 'Official name' }), 'Hollow Oak School')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Type' }), 'SCHOOL')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Nation' }), 'WALES')
  await user.type(screen.getByRole('textbox', { name: /E-mail domains/ }), '@Oak.example')
  await user.click(screen.getByRole('button', { name: 'Add the setting' }))
  await user.click(await screen.findByRole('link', { name: 'This is not a domain.' }))
  expect(screen.getByRole('textbox', { name: /E-mail domains/ })).toHaveFocus()
  expect(sent).toEqual({
    officialName: 'Hollow Oak School',
    type: 'SCHOOL',
    nation: 'WALES',
    emailDomains: ['oak.example'],
    labels: {},
  })
})

test('changes a setting only as it was seen, and closes it only after asking', async () => {
  let seen: string | null = null
  server.use(
    http.put('/api/directory/settings/:id', ({ request }) => {
      seen = request.headers.get('if-match')
      return problem(412, 'kit.changed-meanwhile')
    }),
  )
  const { user } = open(`/directory/settings/${willow.id}`)
  await user.click(await screen.findByRole('button', { name: 'Save' }))
  expect(await screen.findByText(/Somebody else changed this in the meantime/)).toBeVisible()
  expect(seen).toBe('"3"')
  await user.click(screen.getByRole('button', { name: 'Close this setting' }))
  await user.click(await screen.findByRole('button', { name: 'Close the setting' }))
  expect(await screen.findByText(/This setting is closed/)).toBeVisible()
})

test('finds people by setting, and keeps it in the address', async () => {
  const { user, router } = open('/directory/people')
  await screen.findByRole('rowheader', { name: 'Tobias Wren' })
  const main = within(screen.getByRole('main'))
  const filter = main.getByRole('combobox', { name: 'Setting' })
  await within(filter).findByRole('option', { name: willow.officialName })
  await user.selectOptions(filter, willow.id)
  expect(await screen.findByText('1 person shown')).toBeVisible()
  expect(router.state.location.search).toMatchObject({ at: willow.id })
})

test('SEC-07 keeps the name that is looked for out of every address', async () => {
  const asked: string[] = []
  server.events.on('request:start', ({ request }) => asked.push(request.url))
  const { user, router } = open('/directory/people')
  await screen.findByRole('rowheader', { name: 'Tobias Wren' })
  await user.type(within(screen.getByRole('main')).getByRole('searchbox'), 'tobias')
  expect(await screen.findByText('1 person shown')).toBeVisible()
  expect(asked.some((url) => url.endsWith('/api/directory/people/search'))).toBe(true)
  expect([...asked, router.state.location.href].join()).not.toContain('tobias')
  server.events.removeAllListeners()
})

test('gives a post and ends one', async () => {
  let ended: unknown
  server.use(
    http.post('/api/directory/people/:id/posts/:post/end', async ({ request }) => {
      ended = await request.clone().json()
      return undefined
    }),
  )
  const { user } = open('/directory/people/p-1')
  await user.click(await screen.findByRole('button', { name: 'Give a post' }))
  const form = within(screen.getByRole('form', { name: 'Give a post' }))
  await user.click(form.getByRole('button', { name: 'Give this post' }))
  expect(form.getByRole('alert')).toHaveTextContent('Choose a post')
  await user.selectOptions(form.getByRole('combobox', { name: 'Post' }), 'MODERATOR')
  await user.selectOptions(form.getByRole('combobox', { name: 'Setting' }), willow.id)
  await user.click(form.getByRole('button', { name: 'Give this post' }))
  expect(await screen.findByRole('rowheader', { name: 'Moderator' })).toBeVisible()

  await user.click(screen.getByRole('button', { name: `End: Moderator at ${willow.officialName}` }))
  const dialog = within(await screen.findByRole('dialog', { name: 'End this post?' }))
  await user.type(dialog.getByRole('textbox', { name: 'Day' }), '31')
  await user.click(dialog.getByRole('button', { name: 'End the post' }))
  expect(dialog.getByRole('alert')).toHaveTextContent('Enter a real date')
  await user.type(dialog.getByRole('textbox', { name: 'Month' }), '12')
  await user.type(dialog.getByRole('textbox', { name: 'Year' }), '2026')
  await user.click(dialog.getByRole('button', { name: 'End the post' }))
  expect(await screen.findByRole('rowheader', { name: 'Nursery manager' })).toBeVisible()
  expect(ended).toEqual({ on: '2026-12-31' })
})

test('says why a person cannot be disabled, in the dialog that asked', async () => {
  server.use(
    http.post('/api/directory/people/:id/disablement', () =>
      problem(409, 'directory.last-group-admin', 'This person is the last group administrator.'),
    ),
  )
  const { user } = open('/directory/people/p-1')
  await user.click(await screen.findByRole('button', { name: 'Disable this person' }))
  await user.click(await screen.findByRole('button', { name: 'Disable' }))
  expect(await screen.findByText('This person is the last group administrator.')).toBeVisible()
})

test('shows a password code once, and finds a line manager by name', async () => {
  const { user } = open('/directory/people/p-2')
  await user.click(await screen.findByRole('button', { name: 'Get a password code' }))
  expect(await screen.findByText('M4QX-7RTA-22KD')).toBeVisible()
  expect(screen.getByText(/This person is a safeguarding lead/)).toBeVisible()
  expect(screen.getByText(/Code made by Ada Brookes: .* No password was set with it/)).toBeVisible()
  await user.type(screen.getByRole('searchbox', { name: /Find a line manager/ }), 'rafe')
  await user.selectOptions(await screen.findByRole('combobox', { name: 'New line manager' }), 'p-1')
  await user.click(screen.getByRole('button', { name: 'Set as line manager' }))
  expect(await screen.findByRole('button', { name: 'No line manager' })).toBeVisible()
})

test('shows the secret of a new API client once', async () => {
  const { user } = open('/directory/clients')
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'School system')
  await user.click(screen.getByRole('checkbox', { name: 'Bring in people and consent' }))
  await user.click(await screen.findByRole('checkbox', { name: willow.officialName }))
  await user.click(screen.getByRole('button', { name: 'Add the client' }))
  expect(await screen.findByText('k2-only-shown-once')).toBeVisible()
})

test('takes a staff list from choosing it to its result', async () => {
  const { user } = open('/directory/staff')
  await user.upload(await screen.findByLabelText('Staff list'), new File(['a'], 'staff.csv', { type: 'text/csv' }))
  expect(await screen.findByText('Row 4: there is no setting called “Willow Lodge”.')).toBeVisible()
  expect(await screen.findByText('Line manager (deputy)')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Give 2 posts' }))
  expect(await screen.findByText('2 posts given.')).toBeVisible()
})

test('is not offered to a head', async () => {
  server.use(http.get('/api/directory/me', () => HttpResponse.json(as('SETTING_HEAD'))))
  open('/directory')
  expect(await screen.findByRole('heading', { name: 'This page is not yours to see' })).toBeVisible()
  expect(screen.queryByRole('link', { name: 'Settings and staff' })).toBeNull()
})
