import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { problem } from '../../testing/handlers'
import { open } from '../../testing/render'
import { server } from '../../testing/server'

test('says in words what runs and what does not', async () => {
  server.use(
    http.get('/api/status', () =>
      HttpResponse.json({
        parts: [
          { name: 'identity', state: 'UP', instances: 1 },
          { name: 'policy-service', state: 'DOWN', instances: 0 },
        ],
        breakers: [{ name: 'gateway-policy-service', state: 'OPEN' }],
      }),
    ),
  )
  open('/status')
  expect(await screen.findByRole('heading', { name: 'Something is not running' })).toBeVisible()
  expect(screen.getByRole('row', { name: /Policy options Not running 0/ })).toBeVisible()
  expect(screen.getByRole('row', { name: /gateway-policy-service Open: keeps questions away/ })).toBeVisible()
})

test('says that the status itself cannot be had', async () => {
  server.use(http.get('/api/status', () => problem(503, 'gateway.unavailable')))
  open('/status')
  expect(await screen.findByRole('heading', { name: 'This could not be loaded' })).toBeVisible()
})
