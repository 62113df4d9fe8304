import { randomUUID } from 'node:crypto'

const pause = (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds))
const turnsOfAChild = 8

/**
 * A child, and when the consent was gone: from the moment a withdrawal had been answered until the next yes was sent.
 * Whatever is sent and answered between these two moments knows of that withdrawal.
 */
class Child {
  withdrawals = []
  #gone = []

  constructor(id) {
    this.id = id
  }

  withdrawn(consent, answered) {
    this.#gone.push([answered, Infinity])
    this.withdrawals.push(consent)
  }

  /** A yes that got no answer may count all the same: the first one sent ends it. */
  yesSent() {
    const last = this.#gone.at(-1)
    if (last) last[1] = performance.now()
  }

  wasGone = ({ sent, answered }) => this.#gone.some(([from, to]) => from <= sent && answered <= to)
}

/** Everybody who takes part, in one setting with one account. */
export class Cast {
  constructor(setting, heads, contributors, machine) {
    Object.assign(this, { setting, heads, contributors, machine })
  }

  async gather() {
    const name = `Race ${Date.now()}`
    const made = await this.head(0).insist(`/api/media/settings/${this.setting}/accounts`, {
      platform: 'FACEBOOK',
      name,
      address: `https://race-${Date.now()}.example/page`,
      status: 'LIVE',
    })
    this.account = expect(201, made)
    const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='
    const picture = await this.contributor(0).insist(`/api/media/settings/${this.setting}/pictures`, Buffer.from(png, 'base64'))
    this.picture = expect(201, picture).id
    this.machineId = await this.machine.id()
    return this
  }

  head = (n) => this.heads[n % this.heads.length]
  contributor = (n) => this.contributors[n % this.contributors.length]

  async child(n) {
    const made = await this.head(n).insist(`/api/media/settings/${this.setting}/subjects`, {
      kind: 'CHILD',
      firstName: 'Wren',
      surname: `Vale ${randomUUID().slice(0, 8)}`,
      className: 'Race',
    })
    return new Child(expect(201, made).id)
  }

  /** With everything said that only somebody who looks can say. */
  #question = (child) => ({
    accountId: this.account.id,
    nobody: false,
    people: [child.id],
    headcount: 1,
    unlistedPeople: false,
    confirmations: [
      'NAMES_CHECKED',
      'CLOTHING_SUITABLE',
      'SAFEGUARDING_POLICY',
      'NO_PERSONAL_DATA',
      'POSITIVE_LIGHT',
      'NEUTRAL',
      'NO_PERSONAL_DETAILS_ASKED',
      'NO_JIGSAW',
      'RIGHT_MEDIUM',
      'SUBJECTS_AGREE',
      'COLLEAGUES_ASKED',
    ],
    selfCheck: {
      reflectsPoorly: false,
      professionalReason: true,
      reasonableToOthers: true,
      followsPolicy: true,
      contentSuitable: true,
    },
    device: 'WORK',
    picture: this.picture,
  })

  /** A person's answer with its times, cleared or not; null when nobody answered. */
  async askAsPerson(n, child) {
    const answer = await this.contributor(n).post('/api/media/decisions', this.#question(child), randomUUID())
    if (!answer) return null
    const decision = expect(200, answer)
    return { ...answer, decision, cleared: decision.people.every((one) => one.outcome === 'CLEARED') }
  }

  /** A machine is told yes or no, and which rules stand against it: without one that fails, the child is cleared. */
  async askAsMachine(child) {
    const answer = await this.machine.post('/api/media/access/v1/evaluation', {
      subject: { type: 'client', id: this.machineId },
      action: { name: 'publish' },
      resource: { type: 'post', id: 'race', properties: this.#question(child) },
    })
    if (!answer) return null
    const { decision, context } = expect(200, answer)
    return { ...answer, cleared: decision || context.reasons.every((one) => one.result !== 'FAIL') }
  }
}

/** What keeping a yes for one second would do to it: the control that shows that a breach is seen. */
export function cached(ask) {
  const kept = new Map()
  return async (n, child) => {
    const known = kept.get(child)
    if (known && performance.now() - known.answered < 1000) {
      const sent = performance.now()
      await pause(5)
      return { ...known, sent, answered: performance.now() }
    }
    const answer = await ask(n, child)
    if (answer?.cleared) kept.set(child, answer)
    return answer
  }
}

/** The time between two events in a lane, and how often who was answered within it. */
class Stretch {
  person = 0
  machine = 0
}

/** Counts of one race, and what has to be read back after it. */
class Tally {
  asked = 0
  withdrawn = 0
  posted = 0
  registered = 0
  /** Questions and posts whose whole way lay between a withdrawal and the next yes: each could have been a breach. */
  afterWithdrawal = 0
  breaches = []
  children = []
  posts = []
  /** When the latest request that was answered had been sent. */
  latest = { asked: 0, withdrawn: 0, posted: 0 }

  get operations() {
    return this.asked + this.withdrawn + this.posted
  }

  add(what, tried) {
    this[what]++
    this.latest[what] = Math.max(this.latest[what], tried)
  }

  counts() {
    const { operations, asked, withdrawn, posted, registered, afterWithdrawal, breaches, children } = this
    return { operations, asked, withdrawn, posted, registered, afterWithdrawal, breaches: breaches.length, children: children.length }
  }
}

/**
 * Lanes that each say yes and withdraw, ask as a person and as a machine, and post, all at once. Commands are sent with
 * one key each until they are answered, so that one that got no answer cannot come after the next.
 */
export class Race {
  tally = new Tally()
  /** Resolves when no part is away: every other lane stays without consent until it does. */
  calm = Promise.resolve()
  #over = false

  constructor(cast, lanes, cache = (ask) => ask) {
    this.cast = cast
    this.lanes = lanes
    this.asPerson = cache((n, child) => cast.askAsPerson(n, child))
    this.asMachine = cache((n, child) => cast.askAsMachine(child))
  }

  /** Until {@code wanted} resolves; everybody has withdrawn then. */
  async run(wanted) {
    const lanes = await Promise.all(
      Array.from({ length: this.lanes }, async (none, n) => ({ n, child: await this.#child(n), cleared: [], stretch: null })),
    )
    await Promise.all([
      wanted(this.tally).finally(() => (this.#over = true)),
      ...lanes.flatMap((lane) => [
        this.#turning(lane),
        this.#asking(lane, this.asPerson, 'person'),
        this.#asking(lane, this.asMachine, 'machine'),
        this.#posting(lane),
      ]),
    ])
    return this.tally
  }

  async #child(n) {
    const child = await this.cast.child(n)
    this.tally.children.push(child)
    return child
  }

  async #turning(lane) {
    const head = this.cast.head(lane.n)
    for (let turn = 1; !this.#over; turn++) {
      // Every withdrawal looks again at the answers of the last days about that child: few of them have hundreds.
      if (turn % turnsOfAChild === 0) lane.child = await this.#child(lane.n)
      const child = lane.child
      lane.stretch = null
      child.yesSent()
      const given = await head.insist(`/api/media/subjects/${child.id}/consents`, {
        giver: { name: `Parent of ${child.id}`, type: 'PARENT', responsibility: 'YES' },
        answers: [
          { purpose: 'TAKING', answer: 'YES' },
          { purpose: 'SOCIAL_MEDIA', answer: 'YES' },
        ],
        formVersion: '2026-1',
        // A no stands against every form signed before it.
        signedOn: new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' }),
        keptAt: 'Office',
      })
      const consent = expect(201, given).items.find((one) => one.purpose === 'SOCIAL_MEDIA').id
      await this.#untilAsked(lane)
      lane.stretch = new Stretch()
      const withdrawn = await head.insist(`/api/media/consents/${consent}/withdrawal`)
      expect(200, withdrawn)
      child.withdrawn(consent, withdrawn.answered)
      this.tally.add('withdrawn', withdrawn.tried)
      if (lane.n % 2 === 0) await this.calm
      await this.#untilAsked(lane)
    }
  }

  async #untilAsked(lane) {
    lane.stretch = new Stretch()
    while (!(lane.stretch.person && lane.stretch.machine) && !this.#over) await pause(5)
    await pause(40 * Math.random())
  }

  async #asking(lane, ask, who) {
    const tally = this.tally
    while (!this.#over) {
      const { child, stretch } = lane
      // Asking is quick: it waits, so that withdrawals and posts are a good part of what happens.
      if (!stretch || stretch[who] === 2) {
        await pause(5)
        continue
      }
      const answer = await ask(lane.n, child)
      if (!answer) continue
      tally.add('asked', answer.tried)
      stretch[who]++
      const gone = child.wasGone(answer)
      if (gone) tally.afterWithdrawal++
      if (gone && answer.cleared) tally.breaches.push(`a ${who} was told that ${child.id} is cleared`)
      if (answer.cleared && answer.decision && lane.cleared.length < 20) lane.cleared.push({ child, ...answer.decision })
    }
  }

  async #posting(lane) {
    const tally = this.tally
    while (!this.#over) {
      const decision = lane.cleared.shift()
      if (!decision) {
        await pause(10)
        continue
      }
      const posted = await this.cast.contributor(lane.n).insist(`/api/media/decisions/${decision.id}/posted`, {
        address: `https://${new URL(this.cast.account.address).host}/posts/${decision.id}`,
        checkedOutside: decision.rules.filter((rule) => rule.result === 'NOT_CHECKED').map((rule) => rule.rule),
      })
      tally.add('posted', posted.tried)
      const gone = decision.child.wasGone(posted)
      if (gone) tally.afterWithdrawal++
      if (posted.status === 409) continue
      tally.posts.push(expect(201, posted).id)
      tally.registered++
      if (gone) tally.breaches.push(`a post with ${decision.child.id} was registered`)
    }
  }
}

/** Reads back, after everybody has withdrawn, what was acknowledged: what of it is lost, and which posts nobody takes down. */
export async function readBack(cast, tallies) {
  const lost = []
  for (const child of tallies.flatMap((tally) => tally.children)) {
    const rows = await pages(cast.head(0), `/api/media/subjects/${child.id}/consents`)
    const gone = new Set(rows.filter((row) => row.withdrawnAt).map((row) => row.id))
    lost.push(...child.withdrawals.filter((id) => !gone.has(id)).map((id) => `withdrawal of ${id}`))
    if (rows.some((row) => row.purpose === 'SOCIAL_MEDIA' && row.state === 'ACTIVE')) lost.push(`no of ${child.id}`)
  }
  const published = (await pages(cast.head(0), `/api/media/settings/${cast.setting}/published`)).filter(
    (item) => item.account.id === cast.account.id,
  )
  const kept = new Set(published.map((item) => item.id))
  lost.push(...tallies.flatMap((tally) => tally.posts.filter((id) => !kept.has(id))).map((id) => `post ${id}`))
  const unguarded = published.filter((item) => !item.openTakedown && !item.actuallyRemoved).map((item) => item.id)
  return { published: published.length, lost, unguarded }
}

async function pages(caller, path) {
  const all = []
  for (let after = null; ; ) {
    const next = after ? `&after=${encodeURIComponent(after)}` : ''
    const page = expect(200, await caller.insistOnReading(`${path}?limit=200${next}`))
    all.push(...page.items)
    after = page.next
    if (!after) return all
  }
}

function expect(status, answer) {
  if (answer.status !== status) throw new Error(`${answer.status} instead of ${status}: ${JSON.stringify(answer.body)}`)
  return answer.body
}
