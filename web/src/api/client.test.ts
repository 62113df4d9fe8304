import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { problem } from '../testing/handlers'
import { server } from '../testing/server'
import { api } from './client'
import { ProblemError, UnreachableError } from './problem'

test('fetches a CSRF token first when there is none yet', async () => {
  document.cookie = 'XSRF-TOKEN=; expires=Thu, 01 Jan 1970 00:00:00 GMT'
  let sent: string | null = null
  server.use(
    http.get('/api/session', () => {
      document.cookie = 'XSRF-TOKEN=a%2Ffresh%2Fone'
      return HttpResponse.json({ signedIn: true, idleSeconds: 900 })
    }),
    http.put('/api/thing', ({ request }) => {
      sent = request.headers.get('X-XSRF-TOKEN')
      return HttpResponse.json({})
    }),
  )
  await api.put('/api/thing', {})
  expect(sent).toBe('a/fresh/one')
})

test('sends an idempotency key with a command and the tag with an edit', async () => {
  const seen: (string | null)[] = []
  server.use(
    http.post('/api/thing', ({ request }) => {
      seen.push(request.headers.get('Idempotency-Key'))
      return HttpResponse.json({})
    }),
    http.put('/api/thing', ({ request }) => {
      seen.push(request.headers.get('Idempotency-Key'), request.headers.get('If-Match'))
      return HttpResponse.json({}, { headers: { etag: '"5"' } })
    }),
  )
  await api.post('/api/thing', {})
  const { etag } = await api.put('/api/thing', {}, { ifMatch: '"4"' })
  expect(seen[0]).toMatch(/^[0-9a-f]{32}$/)
  expect(seen.slice(1)).toEqual([null, '"4"'])
  expect(etag).toBe('"5"')
})

test('sends a file as it is', async () => {
  let text = ''
  let type: string | null = ''
  server.use(
    http.post('/api/imports', async ({ request }) => {
      type = request.headers.get('content-type')
      text = await request.text()
      return HttpResponse.json({ id: 'i' }, { status: 201 })
    }),
  )
  await api.post('/api/imports', new Blob(['a,b\n1,2']), { contentType: 'application/octet-stream', query: { fileName: 'x.csv' } })
  expect(type).toBe('application/octet-stream')
  expect(text).toBe('a,b\n1,2')
})

test('understands a problem', async () => {
  server.use(http.get('/api/thing', () => problem(422, 'media.invalid', 'Not like this', [{ pointer: '/people/2', message: 'Unknown' }])))
  const error = await api.get('/api/thing').catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ProblemError)
  expect(error).toMatchObject({ status: 422, code: 'media.invalid', title: 'Not like this', errors: [{ pointer: '/people/2', message: 'Unknown' }] })
})

test('makes a problem of an error page, and of no answer something else', async () => {
  server.use(
    http.get('/api/page', () => new HttpResponse('<html>', { status: 502 })),
    http.get('/api/gone', () => HttpResponse.error()),
  )
  await expect(api.get('/api/page')).rejects.toMatchObject({ status: 502, code: 'http.502', errors: [] })
  await expect(api.get('/api/gone')).rejects.toBeInstanceOf(UnreachableError)
})
