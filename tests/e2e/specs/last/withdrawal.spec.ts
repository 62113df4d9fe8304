import { randomUUID } from 'node:crypto'
import type { APIRequestContext, APIResponse, BrowserContext } from '@playwright/test'
import { demo, person, school } from '../../support/platform'
import { completeQuestion, sendPicture } from '../../support/complete'
import { expect, signIn, test } from '../../support/test'

/**
 * Many people ask, withdraw and post at once, through the gateway. Whatever is answered or registered after a withdrawal
 * has returned, and before the next yes is sent, knows of that withdrawal.
 */
const operations = Number(process.env['CLEARPOST_OPERATIONS'] ?? 2000)
const children = 6
const at = demo.settings[school] ?? ''
const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' })

// Thousands of requests are no use in a trace.
test.use({ trace: 'off' })

interface Asked {
  id: string
  people: { subjectId: string; outcome: string }[]
  rules: { rule: string; result: string }[]
}

/** Sends as somebody signed in, with the cookies of their session; the browser itself stays out of the way. */
class Caller {
  readonly #request: APIRequestContext
  readonly #context: BrowserContext
  readonly #origin: string

  constructor(context: BrowserContext, origin: string) {
    this.#context = context
    this.#request = context.request
    this.#origin = origin
  }

  async #headers() {
    const csrf = (await this.#context.cookies()).find((cookie) => cookie.name === 'XSRF-TOKEN')?.value ?? ''
    return { 'X-XSRF-TOKEN': csrf, Origin: this.#origin, 'Idempotency-Key': randomUUID() }
  }

  get(path: string) {
    return this.#request.get(path)
  }

  /** The gateway asks a caller in a hurry to wait; a part that is away answers 503. Neither is an answer. */
  async post(path: string, data: object | undefined): Promise<APIResponse | null> {
    const answer = await this.#request.post(path, { data, headers: await this.#headers() })
    if (answer.status() === 429) {
      await new Promise((resume) => setTimeout(resume, 250))
      return null
    }
    return answer.status() === 503 || answer.status() === 504 ? null : answer
  }
}

/** When each child's consent was being given and when it was gone. */
class Lane {
  /** Withdrawals as [returned, the next yes sent]; the second is endless while none was. */
  readonly gone: [number, number][] = []
  readonly id: string
  readonly asked: Asked[] = []
  consents: string[] = []

  constructor(id: string) {
    this.id = id
  }

  withdrawn = () => this.gone.push([performance.now(), Infinity])
  yesSent = () => {
    const last = this.gone.at(-1)
    // A yes that got no answer may count all the same: the first one sent ends it.
    if (last && last[1] === Infinity) last[1] = performance.now()
  }

  /** Whether everything between these two moments lay after a withdrawal and before the next yes. */
  wasGone = (sent: number, answered: number) => this.gone.some(([from, to]) => from <= sent && answered <= to)
}

interface Tally {
  asked: number
  withdrawn: number
  posted: number
  registered: number
  refused: number
  unanswered: number
  breaches: string[]
}

type Ask = (lane: Lane) => Promise<Asked | null>

async function run(total: number, lanes: Lane[], head: Caller, ask: Ask, poster: Caller, account: { id: string; host: string }) {
  const tally: Tally = { asked: 0, withdrawn: 0, posted: 0, registered: 0, refused: 0, unanswered: 0, breaches: [] }
  const done = () => tally.asked + tally.withdrawn + tally.posted >= total

  const turn = async (lane: Lane) => {
    while (!done()) {
      lane.yesSent()
      const given = await head.post(`/api/media/subjects/${lane.id}/consents`, {
        giver: { name: `Parent of ${lane.id}`, type: 'PARENT', responsibility: 'YES' },
        answers: [
          { purpose: 'TAKING', answer: 'YES' },
          { purpose: 'SOCIAL_MEDIA', answer: 'YES' },
        ],
        formVersion: '2026-1',
        // A no stands against every form signed before it.
        signedOn: today,
        keptAt: 'Office',
      })
      if (given?.status() !== 201) {
        tally.unanswered++
        continue
      }
      const { items: consents } = (await given.json()) as { items: { id: string; purpose: string }[] }
      const social = consents.find((one) => one.purpose === 'SOCIAL_MEDIA')!
      await new Promise((resume) => setTimeout(resume, 60))
      for (;;) {
        const withdrawn = await head.post(`/api/media/consents/${social.id}/withdrawal`, undefined)
        if (withdrawn?.status() === 200) break
        // What could not be confirmed may have happened: sent again, it says so.
        if (withdrawn?.status() === 409) break
        tally.unanswered++
      }
      lane.withdrawn()
      tally.withdrawn++
      await new Promise((resume) => setTimeout(resume, 60))
    }
  }

  const asking = async (lane: Lane) => {
    while (!done()) {
      // Asking is quick: it waits, so that withdrawals and posts are a good part of what happens.
      if (tally.asked > 2 * (tally.withdrawn + tally.posted) + lanes.length) {
        await new Promise((resume) => setTimeout(resume, 5))
        continue
      }
      const sent = performance.now()
      const answer = await ask(lane)
      const answered = performance.now()
      if (!answer) {
        tally.unanswered++
        continue
      }
      tally.asked++
      const cleared = answer.people.every((one) => one.outcome === 'CLEARED')
      if (cleared && lane.wasGone(sent, answered)) tally.breaches.push(`answer ${answer.id}`)
      if (cleared) lane.asked.push(answer)
    }
  }

  const posting = async (lane: Lane) => {
    while (!done()) {
      const answer = lane.asked.shift()
      if (!answer) {
        await new Promise((resume) => setTimeout(resume, 10))
        continue
      }
      const checkedOutside = answer.rules.filter((rule) => rule.result === 'NOT_CHECKED').map((rule) => rule.rule)
      const sent = performance.now()
      const posted = await poster.post(`/api/media/decisions/${answer.id}/posted`, {
        address: `https://${account.host}/posts/${answer.id}`,
        checkedOutside,
      })
      const answered = performance.now()
      if (!posted) {
        tally.unanswered++
        continue
      }
      tally.posted++
      if (posted.status() === 201) {
        tally.registered++
        if (lane.wasGone(sent, answered)) tally.breaches.push(`post of ${answer.id}`)
      } else {
        expect(posted.status()).toBe(409)
        tally.refused++
      }
    }
  }

  await Promise.all(lanes.flatMap((lane) => [turn(lane), asking(lane), posting(lane)]))
  return tally
}

test('MED-10 MED-11 no answer and no registration outlives a withdrawal', async ({ browser, baseURL }) => {
  test.skip(!process.env['CLEARPOST_OPERATIONS'], 'A test of many minutes: say how many operations.')
  test.setTimeout(120_000 + operations * 120)
  const origin = new URL(baseURL ?? 'http://localhost:8080').origin
  const signedIn = async (as: string) => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await signIn(page, person(as))
    return { page, caller: new Caller(context, origin) }
  }
  const { caller: head } = await signedIn('head')
  const { caller: contributor, page: desk } = await signedIn('contributor')
  const picture = await sendPicture(desk, at)

  const made = await head.post(`/api/media/settings/${at}/accounts`, {
    platform: 'FACEBOOK',
    name: `Withdrawals ${Date.now()}`,
    address: `https://withdrawals-${Date.now()}.example/page`,
    status: 'LIVE',
  })
  expect(made?.status()).toBe(201)
  const account = (await made!.json()) as { id: string; address: string }
  const place = { id: account.id, host: new URL(account.address).host }

  const ask: Ask = async (lane) => {
    const answer = await contributor.post('/api/media/decisions', completeQuestion(account.id, [lane.id], picture))
    if (!answer) return null
    expect(answer.status()).toBe(200)
    return (await answer.json()) as Asked
  }
  /** What a cache of one second would do to it: the control that shows the test can fail. */
  const cached = (): Ask => {
    const kept = new Map<string, { at: number; answer: Asked }>()
    return async (lane) => {
      const known = kept.get(lane.id)
      if (known && performance.now() - known.at < 1000) {
        await new Promise((resume) => setTimeout(resume, 5))
        return known.answer
      }
      const answer = await ask(lane)
      if (answer) kept.set(lane.id, { at: performance.now(), answer })
      return answer
    }
  }
  const lanes = async () => {
    const fresh: Lane[] = []
    for (let i = 0; i < children; i++) {
      const child = await head.post(`/api/media/settings/${at}/subjects`, {
        kind: 'CHILD',
        firstName: 'Wren',
        surname: `Vale${i}`,
        className: 'Withdrawals',
      })
      fresh.push(new Lane(((await child!.json()) as { id: string }).id))
    }
    return fresh
  }

  const tally = await run(operations, await lanes(), head, ask, contributor, place)
  console.log(JSON.stringify({ ...tally, breaches: tally.breaches.length }))
  expect(tally.breaches).toEqual([])
  expect(tally.withdrawn).toBeGreaterThan(0)
  expect(tally.registered).toBeGreaterThan(0)

  const control = await run(Math.min(operations, 1000), await lanes(), head, cached(), contributor, place)
  console.log('with a cache of one second:', JSON.stringify({ ...control, breaches: control.breaches.length }))
  expect(control.breaches.length).toBeGreaterThan(0)

  // Everybody has withdrawn: each registered post has its takedown.
  let after: string | null = ''
  let unguarded = 0
  while (after !== null) {
    const page = await head.get(`/api/media/settings/${at}/published?limit=200${after && `&after=${after}`}`)
    const { items, next } = (await page.json()) as {
      items: { account: { id: string }; openTakedown: string | null; actuallyRemoved: boolean }[]
      next: string | null
    }
    unguarded += items.filter(
      (item) => item.account.id === account.id && !item.openTakedown && !item.actuallyRemoved,
    ).length
    after = next
  }
  expect(unguarded).toBe(0)
})
