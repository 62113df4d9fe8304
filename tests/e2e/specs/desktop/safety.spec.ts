import { demo, person, school } from '../../support/platform'
import { api, expect, search, signIn, test } from '../../support/test'

interface Subject {
  id: string
  firstName: string
  surname: string
  purposes: Record<string, string>
}

interface Decision {
  id: string
  verdict: string
  people: { subjectId: string; outcome: string; sentence: string }[]
  rules: { rule: string; result: string; because: { option: string; value: unknown } | null }[]
  remedies: unknown[]
}

const at = demo.settings[school] ?? ''

async function find(page: Parameters<typeof api>[0], surname: string) {
  const { body } = await search<Subject>(page, `/api/media/settings/${at}/subjects`, surname)
  return body.items[0]!
}

async function facebook(page: Parameters<typeof api>[0]) {
  const { body } = await api<{ id: string; platform: string; status: string }[] | { items: never[] }>(
    page,
    `/api/media/settings/${at}/accounts`,
  )
  const list = Array.isArray(body) ? body : body.items
  return list.find((account: { platform: string }) => account.platform === 'FACEBOOK')!
}

async function question(page: Parameters<typeof api>[0], people: string[], more: object = {}) {
  const account = await facebook(page)
  return api<Decision>(page, '/api/media/decisions', {
    method: 'POST',
    body: {
      accountId: account.id,
      plannedFor: null,
      nobody: false,
      people,
      notIdentifiable: [],
      headcount: people.length,
      unlistedPeople: false,
      caption: null,
      names: [],
      links: [],
      hashtags: [],
      eventDate: null,
      eventName: null,
      ...more,
    },
  })
}

test('MED-20 a child on hold reads the same as a child whose family said no', async ({ page }) => {
  await signIn(page, person('contributor'))
  const held = await find(page, 'Lanyon')
  const refused = await find(page, 'Ormerod')
  const plain = (decision: Decision, subject: Subject) =>
    JSON.stringify({ ...decision, id: '', askedAt: '', checkedAt: '', plannedFor: '' })
      .replaceAll(subject.id, 'ID')
      .replaceAll(subject.firstName, 'FIRST')
      .replaceAll(subject.surname, 'LAST')
      .replaceAll(`${subject.surname[0]}.`, 'L.')

  const one = await question(page, [held.id])
  const two = await question(page, [refused.id])

  expect(one.status).toBe(200)
  expect(one.body.people[0]?.outcome).toBe('NOT_CLEARED')
  expect(plain(one.body, held)).toBe(plain(two.body, refused))
  expect(Object.values(held.purposes)).not.toContain('CLEARED')
  expect((await api(page, `/api/media/subjects/${held.id}/hold`)).status).toBe(404)
  expect((await api(page, `/api/media/subjects/${held.id}/consents`)).status).toBe(404)
})

test('SEC-01 SEC-02 another setting, a made-up id and forged headers get nowhere', async ({ page }) => {
  await signIn(page, person('contributor', 'The Quay Provision'))
  const elsewhere = await api(page, `/api/media/settings/${at}/subjects`)
  const nowhere = await api(page, '/api/media/settings/00000000-0000-7000-8000-000000000000/subjects')
  const forged = await api(page, `/api/media/settings/${at}/subjects`, {
    headers: { 'X-User-Id': '1', 'X-Tenant': at, 'X-Role': 'GROUP_ADMIN', 'X-Forwarded-User': 'admin' },
  })

  expect(elsewhere.status).toBe(404)
  expect(elsewhere.body).toEqual(nowhere.body)
  expect(forged.body).toEqual(nowhere.body)
})

test('OPT-14 PST-06 a changed option is in the next verdict as its reason', async ({ page, browser }) => {
  await signIn(page, person('contributor'))
  const child = await find(page, 'Hollis')
  const named = { names: [{ subjectId: child.id, form: 'FIRST_INITIAL' }] }
  const reason = async () =>
    (await question(page, [child.id], named)).body.rules.find((rule) => rule.rule === 'PST-06')
  expect((await reason())?.result).toBe('PASS')

  const other = await browser.newContext()
  const head = await other.newPage()
  await signIn(head, person('head'))
  const choose = async (value: string) => {
    const now = await api(head, `/api/policies/settings/${at}/options`)
    const done = await api(head, `/api/policies/settings/${at}/options/OPT-14`, {
      method: 'PUT',
      body: { value },
      headers: { 'If-Match': now.etag ?? '' },
    })
    expect(done.status).toBeLessThan(300)
  }
  await choose('NONE')
  try {
    await expect.poll(async () => (await reason())?.result).toBe('FAIL')
    expect((await reason())?.because).toEqual({ option: 'OPT-14', value: 'NONE' })
  } finally {
    await choose('FIRST_INITIAL')
  }
  await expect.poll(async () => (await reason())?.result).toBe('PASS')
  await other.close()
})

test('ROLE-26 SEC-02 somebody who is disabled can do nothing a second later', async ({ page, browser }) => {
  const leaver = person('moderator')
  await signIn(page, leaver)
  expect((await api(page, `/api/media/settings/${at}/subjects`)).status).toBe(200)

  const other = await browser.newContext()
  const admin = await other.newPage()
  await signIn(admin, person('group admin', null))
  const { body } = await search<{ id: string; email: string }>(admin, '/api/directory/people', leaver.name)
  const id = body.items[0]?.id
  expect((await api(admin, `/api/directory/people/${id}/disablement`, { method: 'POST' })).status).toBeLessThan(300)
  try {
    await expect.poll(async () => (await api(page, `/api/media/settings/${at}/subjects`)).status).toBe(401)
  } finally {
    await api(admin, `/api/directory/people/${id}/reinstatement`, { method: 'POST' })
  }
  await other.close()
})

test('GW-01 GW-05 SEC-14 unknown paths are not found, anonymous callers are told to sign in', async ({ page, request }) => {
  await signIn(page, person('contributor'))
  expect((await api(page, '/api/nothing')).status).toBe(404)
  const anonymous = await request.get(`/api/media/settings/${at}/subjects`)
  expect(anonymous.status()).toBe(401)
  expect(anonymous.headers()['content-type']).toContain('application/problem+json')
  expect(JSON.stringify(await anonymous.json())).not.toContain('Larkmere')
})
