import { clearpost, demo, person, school } from '../../support/platform'
import { api, ask, expect, search, signIn, test } from '../../support/test'

const at = demo.settings[school] ?? ''
const question = ['Zainab Hollis']
const facebook = 'Larkmere Primary on Facebook (Facebook)'

/** What the shell says: 0 yes, 1 no, 2 not yet, 3 could not ask. */
const inTheShell = () =>
  clearpost('ask', '--account', 'Larkmere Primary on Facebook', '--person', 'Zainab Hollis', '--headcount', '1')

test('GW-03 MED-09 the shell gives the answer that the page gives', async ({ page }) => {
  await signIn(page, person('contributor'))
  await ask(page, facebook, question)
  const told = inTheShell()

  expect(told.status).toBe(2)
  expect(told.stdout).toContain('Zainab')
})

for (const part of ['policy-service', 'identity', 'media-consent-service', 'postgres', 'discovery', 'declaration-service']) {
  test(`GW-03 GW-01 with ${part} gone nobody is told yes, and it recovers by itself`, async ({ page }) => {
    test.setTimeout(240_000)
    await signIn(page, person('contributor'))
    const { body } = await search<{ id: string }>(page, `/api/media/settings/${at}/subjects`, 'Zainab Hollis')
    const accounts = await api<{ items: { id: string; platform: string }[] }>(page, `/api/media/settings/${at}/accounts`)
    const list = Array.isArray(accounts.body) ? accounts.body : accounts.body.items
    const send = () =>
      api<{ verdict?: string; code?: string }>(page, '/api/media/decisions', {
        method: 'POST',
        body: {
          accountId: list.find((account: { platform: string }) => account.platform === 'FACEBOOK')?.id,
          plannedFor: null,
          nobody: false,
          people: [body.items[0]?.id],
          notIdentifiable: [],
          headcount: 1,
          unlistedPeople: false,
          caption: null,
          names: [],
          links: [],
          hashtags: [],
          eventDate: null,
          eventName: null,
        },
      })
    expect((await send()).body.verdict).toBe('NEEDS_ACTION')

    expect(clearpost('break', part).status).toBe(0)
    try {
      for (let i = 0; i < 8; i++) {
        const answer = await send()
        expect([200, 401, 503]).toContain(answer.status)
        expect(answer.body.verdict ?? 'none').not.toBe('PERMIT')
      }
      // Half a minute of silence, and what depends on the part says that it could not be asked.
      const silent = { timeout: 90_000, intervals: [2_000] }
      if (part === 'policy-service') {
        await expect.poll(async () => JSON.stringify((await send()).body), silent).toContain('GW-03')
      }
      if (part === 'identity') {
        await expect.poll(async () => (await send()).status, silent).toBe(503)
      }
    } finally {
      expect(clearpost('mend', part).status).toBe(0)
    }
    await expect.poll(async () => (await send()).status, { timeout: 60_000 }).toBe(200)
  })
}
