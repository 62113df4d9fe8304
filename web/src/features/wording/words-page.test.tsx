import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { problem } from '../../testing/handlers'
import { as, contributor } from '../../testing/people'
import { open } from '../../testing/render'
import { server } from '../../testing/server'
import { starterWords, wordingHandlers } from '../../testing/wording'

let service: ReturnType<typeof wordingHandlers>

beforeEach(() => {
  service = wordingHandlers()
  server.use(http.get('/api/directory/me', () => HttpResponse.json(as('SETTING_HEAD'))), ...service.handlers)
})

const list = (name: string) => screen.findByRole('list', { name })

test('PST-14 says that the starter list is one, and adds a word with what finding it means', async () => {
  const { user } = open('/words')
  expect(await screen.findByText(/This is the starter list/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Add to the list' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Say what happens when it is found')
  await user.type(screen.getByRole('textbox', { name: 'Word or phrase' }), 'bother')
  await user.click(screen.getByRole('radio', { name: 'Only with a reason' }))
  await user.click(screen.getByRole('button', { name: 'Add to the list' }))
  expect(await screen.findByText('“bother” is on the list.')).toBeVisible()
  expect(within(await list('Only with a reason')).getByText('bother')).toBeVisible()
  expect(within(await list('Never in a post')).getByText('starter')).toBeVisible()
  expect(screen.queryByText(/This is the starter list/)).toBeNull()
  expect(screen.getByRole('textbox', { name: 'Word or phrase' })).toHaveValue('')
})

test('PST-14 takes a word off, and puts it back as it was', async () => {
  const { user } = open('/words')
  await user.click(await screen.findByRole('button', { name: 'Take “innit” off the list' }))
  await user.click(await screen.findByRole('button', { name: 'Put it back' }))
  await screen.findByText('“innit” is on the list.')
  expect(service.list.kept.words).toEqual(starterWords)
})

test('PST-14 tells of a change by somebody else, shows the list as it is, and keeps what was typed', async () => {
  const { user } = open('/words')
  await user.type(await screen.findByRole('textbox', { name: 'Word or phrase' }), 'bother')
  await user.click(screen.getByRole('radio', { name: 'Never in a post' }))
  service.list.kept = { ...service.list.kept, revision: 5, words: [{ word: 'drat', weight: 'NEVER', starter: false }] }
  await user.click(screen.getByRole('button', { name: 'Add to the list' }))
  expect(await screen.findByRole('alert')).toHaveTextContent(/Somebody else changed the list.*bother/)
  expect(within(await list('Never in a post')).getByText('drat')).toBeVisible()
  expect(screen.getByRole('textbox', { name: 'Word or phrase' })).toHaveValue('bother')
  await user.click(screen.getByRole('button', { name: 'Add to the list' }))
  await waitFor(() => expect(service.list.kept.words.map(({ word }) => word)).toEqual(['drat', 'bother']))
})

test('shows what the service objects to beside what was typed', async () => {
  server.use(
    http.put('/api/media/settings/:id/wording', () =>
      problem(422, 'kit.invalid', 'No', [{ pointer: '/ownContacts/0', message: 'Please give a telephone number.' }]),
    ),
  )
  const { user } = open('/words')
  await user.type(await screen.findByRole('textbox', { name: /Telephone number/ }), 'the office')
  await user.click(screen.getByRole('button', { name: 'Add contact details' }))
  await user.click(await screen.findByRole('link', { name: 'Please give a telephone number.' }))
  expect(screen.getByRole('textbox', { name: /Telephone number/ })).toHaveFocus()
  expect(screen.getByRole('textbox', { name: /Telephone number/ })).toBeInvalid()
})

test('lets a contributor read the list and not change it', async () => {
  server.use(http.get('/api/directory/me', () => HttpResponse.json(contributor)))
  open('/words')
  expect(within(await list('Never in a post')).getByText('blast')).toBeVisible()
  expect(screen.getByText(/You can see the list but not change it/)).toBeVisible()
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.queryByRole('button', { name: /off the list/ })).toBeNull()
})

test('says what an empty list means', async () => {
  service.list.kept = { ...service.list.kept, revision: 3, words: [] }
  open('/words')
  expect(await screen.findByRole('heading', { name: 'No word is listed' })).toBeVisible()
})
