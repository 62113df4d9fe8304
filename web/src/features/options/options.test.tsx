import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import type { OptionValue } from '../../api/types'
import { problem } from '../../testing/handlers'
import { optionHandlers } from '../../testing/options'
import { as, contributor, groupAdmin } from '../../testing/people'
import { open } from '../../testing/render'
import { server } from '../../testing/server'

beforeEach(() => server.use(http.get('/api/directory/me', () => HttpResponse.json(as('SETTING_HEAD')))))

const question = async (name: string) => (await screen.findByRole('heading', { level: 2, name })).closest('li')!

test('shows each answer in words, what is unset as unset, and what is locked as locked', async () => {
  server.use(...optionHandlers({ 'OPT-14': 'FIRST_ONLY', 'OPT-06': ['EMAIL'] }, ['OPT-06']).handlers)
  open('/options')
  const names = await question('How may a child be named in a post?')
  expect(within(names).getByText('First name only')).toBeVisible()
  expect(within(names).getByText(/Answered by the setting/)).toBeVisible()
  expect(within(await question('Private online contact with former pupils and their families')).getByText('Not answered yet')).toBeVisible()
  const channels = await question('Which channels may staff use to write to one pupil?')
  expect(within(channels).getByText('Locked by the group')).toBeVisible()
  expect(within(channels).queryByRole('link')).toBeNull()
  expect(screen.getByText('2 of 4 questions answered')).toBeVisible()
})

test('lets a contributor read and not change', async () => {
  server.use(
    http.get('/api/directory/me', () => HttpResponse.json(contributor)),
    ...optionHandlers({ 'OPT-14': 'FIRST_ONLY' }).handlers,
  )
  open('/options')
  const names = await question('How may a child be named in a post?')
  expect(within(names).queryByRole('link')).toBeNull()
  expect(screen.getByText('You can see these options but not change them.')).toBeVisible()
})

test('asks a part only where it has a meaning, and sends only what was asked', async () => {
  let sent: { value: OptionValue } | undefined
  const service = optionHandlers({})
  server.use(
    http.put('/api/policies/settings/:id/options/:key', async ({ request }) => {
      sent = (await request.clone().json()) as typeof sent
      expect(request.headers.get('if-match')).toBe('"7"')
      return undefined
    }),
    ...service.handlers,
  )
  const { user } = open('/options/OPT-03')
  const pupils = await screen.findByRole('group', { name: 'Former pupils' })
  for (const radio of screen.getAllByRole('radio')) expect(radio).not.toBeChecked()
  expect(screen.queryByRole('textbox', { name: /how old/ })).toBeNull()
  await user.click(within(pupils).getByRole('radio', { name: 'Not until an age' }))
  await user.type(screen.getByRole('textbox', { name: /how old/ }), '21')
  await user.click(
    within(screen.getByRole('group', { name: 'Families of former pupils' })).getByRole('radio', { name: 'Never' }),
  )
  await user.click(within(pupils).getByRole('radio', { name: 'By official accounts only' }))
  expect(screen.queryByRole('textbox', { name: /how old/ })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Policy options' })).toBeVisible()
  expect(sent).toEqual({ value: { pupils: 'OFFICIAL', families: 'NEVER' } })
})

test('shows what somebody else changed meanwhile, keeps what was entered, and saves it when asked again', async () => {
  const service = optionHandlers({ 'OPT-14': 'FIRST_ONLY' })
  server.use(...service.handlers)
  const { user } = open('/options/OPT-14')
  await user.click(await screen.findByRole('radio', { name: 'No names' }))
  service.change('OPT-14', 'FIRST_INITIAL')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('was: First name only')
  expect(alert).toHaveTextContent('now: First name and initial of the surname')
  expect(screen.getByRole('radio', { name: 'No names' })).toBeChecked()
  await user.click(screen.getByRole('button', { name: 'Save' }))
  const names = await question('How may a child be named in a post?')
  expect(within(names).getByText('No names')).toBeVisible()
})

test('keeps the row that answers every other case, and leads from a refusal to the field', async () => {
  server.use(
    http.put('/api/policies/settings/:id/options/:key', () =>
      problem(422, 'policy.value-not-allowed', 'No', [{ pointer: '/value/0/posts', message: 'An answer is needed.' }]),
    ),
    ...optionHandlers({}).handlers,
  )
  const { user } = open('/options/OPT-12')
  const always = await screen.findByRole('group', { name: 'Every other channel' })
  expect(within(always).queryByRole('group', { name: 'Channel' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Add a row' }))
  expect(screen.getByRole('button', { name: 'Remove row 2' })).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Remove row 1' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await user.click(await screen.findByRole('link', { name: 'An answer is needed.' }))
  await waitFor(() => expect(within(always).getByRole('radio', { name: 'A senior leader' })).toHaveFocus())
})

test('does not offer to change what the group has locked, even at its own address', async () => {
  server.use(...optionHandlers({ 'OPT-06': ['EMAIL'] }, ['OPT-06']).handlers)
  open('/options/OPT-06')
  expect(await screen.findByText(/The group has set and locked this answer/)).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
})

test('lets the group admin answer for all settings and lock the answer', async () => {
  let sent: unknown
  server.use(
    http.get('/api/directory/me', () => HttpResponse.json(groupAdmin)),
    http.put('/api/policies/group-options/:key', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ revision: 8, options: [] }, { headers: { etag: '"8"' } })
    }),
    ...optionHandlers({}).handlers,
  )
  const { user } = open('/options/group/OPT-14')
  await user.click(await screen.findByRole('radio', { name: /First name only/ }))
  await user.click(screen.getByRole('checkbox', { name: 'Lock for all settings' }))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Policy options of the group' })).toBeVisible()
  expect(sent).toEqual({ value: 'FIRST_ONLY', locked: true })
})

test('lists what was changed', async () => {
  server.use(...optionHandlers({}).handlers)
  open('/options/changes')
  expect(await screen.findByText('You, by the starter set “careful”')).toBeVisible()
  expect(screen.getByText('Somebody else, for the whole group, locked')).toBeVisible()
})
