import { act, screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, expect, test, vi } from 'vitest'
import { leave } from '../api/session'
import { contributor } from '../testing/people'
import { open } from '../testing/render'
import { server } from '../testing/server'

const idle = 900_000
let usedAt = 0
let oldest = Infinity

/** A session as the gateway keeps it: asking how long is left is not use, anything else is. */
beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  usedAt = Date.now()
  oldest = Infinity
  const left = () => Math.max(0, Math.min(usedAt + idle, oldest) - Date.now())
  server.use(
    http.get('/api/session', () => HttpResponse.json({ signedIn: left() > 0, idleSeconds: Math.floor(left() / 1000) })),
    http.get('/api/directory/me', () => {
      usedAt = Date.now()
      return HttpResponse.json(contributor)
    }),
  )
})

const start = async () => {
  const left = vi.spyOn(leave, 'to').mockImplementation(() => {})
  open('/')
  await screen.findByRole('heading', { level: 1, name: /Hello/ })
  return left
}

const pass = async (seconds: number) => {
  for (let passed = 0; passed < seconds; passed += 5) await act(() => vi.advanceTimersByTimeAsync(5000))
}
const warning = () => screen.queryByRole('alertdialog', { name: 'Are you still there?' })

test('warns a minute before it signs out, then signs out', async () => {
  const left = await start()
  await pass(830)
  expect(warning()).toBeNull()
  await pass(20)
  expect(warning()).toBeVisible()
  await pass(65)
  await vi.waitFor(() => expect(left).toHaveBeenCalledWith('/signed-out?because=idle'))
})

test('stays signed in when asked to', async () => {
  const left = await start()
  await pass(850)
  await act(async () => screen.getByRole('button', { name: 'Stay signed in' }).click())
  await vi.waitFor(() => expect(warning()).toBeNull())
  await pass(300)
  expect(left).not.toHaveBeenCalled()
})

test('does not interrupt somebody who is typing', async () => {
  const left = await start()
  for (let minutes = 0; minutes < 20; minutes++) {
    act(() => void window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' })))
    await pass(60)
  }
  expect(warning()).toBeNull()
  expect(left).not.toHaveBeenCalled()
})

test('takes the warning away when somebody works in another tab', async () => {
  await start()
  await pass(850)
  expect(warning()).toBeVisible()
  usedAt = Date.now()
  await pass(10)
  expect(warning()).toBeNull()
})

test('says so when the session cannot be prolonged', async () => {
  oldest = Date.now() + 850_000
  await start()
  await pass(800)
  await act(async () => screen.getByRole('button', { name: 'Stay signed in' }).click())
  expect(await screen.findByText(/whatever you do/)).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Stay signed in' })).toBeNull()
})
