import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse, delay } from 'msw'
import { afterEach, expect, test, vi } from 'vitest'
import type { Picture } from '../../api/types'
import { problem } from '../../testing/handlers'
import { open } from '../../testing/render'
import { server } from '../../testing/server'

const clean: Picture = {
  id: 'picture-1',
  settingId: 'setting-1',
  state: 'READY',
  findings: ['LOCATION', 'EMBEDDED_THUMBNAIL'],
  digest: '0'.repeat(64),
  format: 'JPEG',
  width: 4032,
  height: 3024,
  bytes: 2_300_000,
  uploadedAt: '2026-11-21T10:00:00Z',
  expiresAt: '2026-11-22T10:00:00Z',
  endedAt: null,
}
const photo = new File(['a photograph'], 'mia-thompson.jpg', { type: 'image/jpeg' })

function answering(answer: () => Response | Promise<Response>) {
  const sent: { body: string; address: string; type: string | null }[] = []
  server.use(
    http.post('/api/media/settings/:setting/pictures', async ({ request }) => {
      sent.push({ body: await request.text(), address: request.url, type: request.headers.get('content-type') })
      return answer()
    }),
  )
  return sent
}

afterEach(() => vi.unstubAllGlobals())

const choose = () => screen.findByLabelText('Choose a picture', { selector: 'input' })

test('IMG-08 PST-30 sends a picture and says in plain words what was taken out', async () => {
  const sent = answering(() => HttpResponse.json(clean, { status: 201 }))
  const { user } = open('/ask')
  await user.upload(await choose(), photo)

  expect(await screen.findByText('The picture said where it was taken. That has been removed.')).toBeVisible()
  const list = screen.getByRole('list', { name: 'What was taken out' })
  expect(within(list).getAllByRole('listitem')).toHaveLength(2)
  expect(screen.getByRole('img', { name: 'The clean copy' })).toHaveAttribute(
    'src',
    '/api/media/pictures/picture-1/content',
  )
  expect(screen.getByRole('link', { name: 'Download the clean copy' })).toHaveAttribute('download')
  expect(screen.getByText(/4032 by 3024, 2.3 MB/)).toBeVisible()
  expect(sent).toHaveLength(1)
  expect(sent[0]?.body).toBe('a photograph')
  expect(sent[0]?.address).not.toContain('thompson')
})

test('says so when nothing was hidden', async () => {
  answering(() => HttpResponse.json({ ...clean, findings: [] }, { status: 201 }))
  const { user } = open('/ask')
  await user.upload(await choose(), photo)
  expect(await screen.findByText('Nothing was hidden in the file.')).toBeVisible()
})

test('gives the reason of a refusal and lets somebody choose again', async () => {
  answering(() => problem(415, 'media.picture-heic', 'This is an HEIC picture. Please send it as a JPEG.'))
  const { user } = open('/ask')
  await user.upload(await choose(), photo)
  expect(await screen.findByText('This is an HEIC picture. Please send it as a JPEG.')).toBeVisible()
  expect(await choose()).toBeInTheDocument()
})

test('can be stopped while the picture is on its way', async () => {
  answering(async () => {
    await delay('infinite')
    return HttpResponse.json(clean)
  })
  const { user } = open('/ask')
  await user.upload(await choose(), photo)
  await user.click(await screen.findByRole('button', { name: 'Stop' }))
  expect(await screen.findByText('Stopped. Nothing was kept.')).toBeVisible()
  expect(await choose()).toBeInTheDocument()
})

test('removes the picture when asked to', async () => {
  answering(() => HttpResponse.json(clean, { status: 201 }))
  let removed = 0
  server.use(
    http.delete('/api/media/pictures/picture-1', () => {
      removed++
      return HttpResponse.json({ ...clean, state: 'REMOVED' })
    }),
  )
  const { user } = open('/ask')
  await user.upload(await choose(), photo)
  await user.click(await screen.findByRole('button', { name: 'Remove the picture' }))
  expect(await screen.findByText('The picture was removed.')).toBeVisible()
  expect(await choose()).toBeInTheDocument()
  expect(removed).toBe(1)
})

function shelfWith(picture: string) {
  const shelf = new Map([['/shared-picture', new Response(picture, { headers: { 'x-shared-at': String(Date.now()) } })]])
  vi.stubGlobal('caches', {
    open: async () => ({ match: async (place: string) => shelf.get(place) }),
    delete: async () => {
      shelf.clear()
      return true
    },
  })
  return shelf
}

test('IMG-08 shows a picture that another app shared, once, and sends it when told to', async () => {
  const shelf = shelfWith('shared')
  const sent = answering(() => HttpResponse.json(clean, { status: 201 }))
  const { user, router } = open('/ask?shared=true')
  const use = await screen.findByRole('button', { name: 'Use this picture' })
  expect(shelf.size).toBe(0)
  expect(sent).toHaveLength(0)
  await user.click(use)
  expect(await screen.findByRole('img', { name: 'The clean copy' })).toBeVisible()
  expect(sent[0]?.body).toBe('shared')
  expect(router.state.location.search).not.toHaveProperty('shared')
})

test('IMG-08 drops a shared picture that is not wanted, and one that was left for somebody else', async () => {
  shelfWith('shared')
  const sent = answering(() => HttpResponse.json(clean, { status: 201 }))
  const { user } = open('/ask?shared=true')
  await user.click(await screen.findByRole('button', { name: 'Do not use it' }))
  expect(await screen.findByText('The shared picture was dropped.')).toBeVisible()
  expect(await choose()).toBeInTheDocument()
  expect(sent).toHaveLength(0)
  cleanup()

  const left = shelfWith('shared')
  open('/ask')
  expect(await choose()).toBeInTheDocument()
  await waitFor(() => expect(left.size).toBe(0))
  expect(screen.queryByRole('button', { name: 'Use this picture' })).toBeNull()
})

test('says so when nothing came with what was shared', async () => {
  open('/ask?shared=true')
  expect(await screen.findByText('No picture came with what you shared. Choose one here.')).toBeVisible()
})
