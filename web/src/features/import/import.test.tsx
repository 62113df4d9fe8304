import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import type { BatchDetails, Mapping } from '../../api/types'
import { problem } from '../../testing/handlers'
import { importHandlers, rosterImport } from '../../testing/imports'
import { as, contributor } from '../../testing/people'
import { open } from '../../testing/render'
import { server } from '../../testing/server'

beforeEach(() => server.use(http.get('/api/directory/me', () => HttpResponse.json(as('SETTING_HEAD')))))

const file = () => new File(['Child,Room\nOkonjo Amara,Squirrels\n'], 'willow-autumn.csv', { type: 'text/csv' })
const chooser = () => screen.findByLabelText('File with people and their answers')

test('takes a file from choosing it to its result, confirmed once', async () => {
  let details: (BatchDetails & { confirmed: boolean }) | undefined
  let fileName: string | null = null
  const handlers = importHandlers(rosterImport())
  server.use(
    http.post('/api/media/settings/:id/imports', ({ request }) => {
      fileName = new URL(request.url).searchParams.get('fileName')
      return undefined
    }),
    http.post('/api/media/imports/:id/confirmation', async ({ request }) => {
      details = (await request.clone().json()) as typeof details
      return undefined
    }),
    ...handlers,
  )
  const { user } = open('/import')
  await user.upload(await chooser(), file())
  expect(await screen.findByRole('heading', { level: 1, name: 'What this file would do' })).toBeVisible()
  expect(fileName).toBe('willow-autumn.csv')
  expect(screen.getByText('Rows taken').nextSibling).toHaveTextContent('57')
  expect(screen.getByText('Children in these rows').nextSibling).toHaveTextContent('55')
  expect(screen.getByText('Row 19: no surname.')).toBeVisible()
  expect(screen.getByRole('link', { name: /Download all findings/ })).toHaveAttribute(
    'href',
    '/api/media/imports/import-1/report',
  )

  await user.click(screen.getByRole('button', { name: 'Continue' }))
  await user.type(await screen.findByRole('textbox', { name: /Version of the consent form/ }), 'September 2026')
  await user.type(screen.getByRole('textbox', { name: 'Day' }), '31')
  await user.type(screen.getByRole('textbox', { name: 'Month' }), '2')
  await user.type(screen.getByRole('textbox', { name: 'Year' }), '2026')
  await user.click(screen.getByRole('button', { name: 'Continue' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Enter a real date')
  await user.clear(screen.getByRole('textbox', { name: 'Month' }))
  await user.type(screen.getByRole('textbox', { name: 'Month' }), '8')
  await user.click(screen.getByRole('button', { name: 'Continue' }))

  expect(await screen.findByRole('heading', { level: 1, name: 'Check before you confirm' })).toBeVisible()
  expect(screen.getByText('31 August 2026')).toBeVisible()
  expect(screen.getByText('Not said: yes answers without it wait')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Take in 57 rows' }))
  expect(screen.getByRole('alert')).toHaveTextContent('Tick the box')
  expect(details).toBeUndefined()
  await user.click(screen.getByRole('checkbox', { name: /I have looked at the preview/ }))
  await user.click(screen.getByRole('button', { name: 'Take in 57 rows' }))

  expect(await screen.findByRole('progressbar', { name: 'People taken in' })).toBeVisible()
  expect(details).toEqual({
    formVersion: 'September 2026',
    signedOn: '2026-08-31',
    keptAt: null,
    confirmed: true,
  })
  expect(await screen.findByText('57 people taken in for Willow Lane Nursery.')).toBeVisible()
  expect(screen.getByRole('link', { name: 'See people and consent' })).toHaveAttribute(
    'href',
    expect.stringMatching(/^\/roster/),
  )
})

test('sends every column in the file’s order and leads back to the one refused', async () => {
  let sent: Mapping | undefined
  server.use(
    http.put('/api/media/imports/:id/mapping', async ({ request }) => {
      sent = (await request.json()) as Mapping
      return problem(422, 'kit.invalid', 'Invalid', [
        { pointer: '/columns/6/purpose', message: 'Another column already answers this.' },
      ])
    }),
    ...importHandlers(rosterImport({ state: 'NEEDS_MAPPING', preview: null })),
  )
  const { user } = open('/import/import-1')
  const website = await screen.findByRole('group', { name: 'Website' })
  await user.selectOptions(within(website).getByRole('combobox', { name: 'What is the answer for?' }), 'Social media')
  await user.click(within(website).getByRole('checkbox', { name: 'Facebook' }))
  await user.click(within(website).getByRole('checkbox', { name: 'This column records answers' }))
  await user.click(screen.getByRole('button', { name: 'Show the preview' }))
  const link = await screen.findByRole('link', { name: 'Another column already answers this.' })
  await user.click(link)
  expect(within(website).getByRole('combobox', { name: 'What is the answer for?' })).toHaveFocus()
  expect(sent?.columns).toHaveLength(8)
  expect(sent?.columns.map((column) => column.index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  expect(sent?.columns[2]?.target).toBe('IGNORED')
  expect(sent?.columns[6]).toEqual({
    index: 6,
    target: 'CONSENT',
    purpose: 'SOCIAL_MEDIA',
    channels: ['FACEBOOK'],
    recordsAnswers: true,
    guardian: 1,
  })
})

test('asks in which order dates are written when the file does not say', async () => {
  let sent: Mapping | undefined
  server.use(
    http.put('/api/media/imports/:id/mapping', async ({ request }) => {
      sent = (await request.clone().json()) as Mapping
      return undefined
    }),
    ...importHandlers(
      rosterImport({
        state: 'NEEDS_MAPPING',
        preview: null,
        question: { code: 'DATE_ORDER', sentence: 'Row 9 has a date …', options: ['DAY_FIRST', 'MONTH_FIRST'] },
      }),
    ),
  )
  const { user } = open('/import/import-1')
  await user.click(await screen.findByRole('radio', { name: /Month first/ }))
  await user.click(screen.getByRole('button', { name: 'Show the preview' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'What this file would do' })).toBeVisible()
  expect(sent?.dateOrder).toBe('MONTH_FIRST')
})

test('asks whether the letters are right before anything else when it cannot know', async () => {
  server.use(...importHandlers(rosterImport({ encoding: 'windows-1252', encodingCertain: false })))
  const { user } = open('/import/import-1')
  expect(await screen.findByRole('heading', { level: 1, name: 'Are the letters right?' })).toBeVisible()
  expect(screen.getByText('Zoë Okonjo')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'No, something is wrong' }))
  expect(screen.getByText(/CSV UTF-8/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Yes, the letters are right' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'What this file would do' })).toBeVisible()
})

test('discards only after asking', async () => {
  server.use(...importHandlers(rosterImport()))
  const { user } = open('/import/import-1')
  await user.click(await screen.findByRole('button', { name: 'Discard this file' }))
  await user.click(await screen.findByRole('button', { name: 'Discard it' }))
  expect(await screen.findByText('Nothing from willow-autumn.csv was stored.')).toBeVisible()
})

test('says why a whole file is refused', async () => {
  server.use(
    ...importHandlers(
      rosterImport({ state: 'REFUSED', refusal: { sentence: 'A quotation mark is not closed from row 7 on.' } }),
    ),
  )
  const { user } = open('/import')
  await user.upload(await chooser(), file())
  expect(await screen.findByText('A quotation mark is not closed from row 7 on.')).toBeVisible()
  expect(screen.getByText('Nothing from it was stored.')).toBeVisible()
})

test('says what went wrong on the way and lets the file be chosen again', async () => {
  server.use(
    http.post('/api/media/settings/:id/imports', () => problem(413, 'kit.too-large', 'The file is larger than 10 MB.')),
  )
  const { user } = open('/import')
  await user.upload(await chooser(), file())
  const alert = await screen.findByRole('alert')
  await waitFor(() => expect(alert).toHaveFocus())
  expect(alert).toHaveTextContent('The file is larger than 10 MB.')
  expect(screen.getByRole('button', { name: 'Choose a file' })).toBeEnabled()
})

test('is not offered to a contributor', async () => {
  server.use(http.get('/api/directory/me', () => HttpResponse.json(contributor)))
  open('/import')
  expect(await screen.findByRole('heading', { name: 'This page is not yours to see' })).toBeVisible()
  expect(screen.queryByRole('link', { name: 'Bring in people' })).toBeNull()
})
