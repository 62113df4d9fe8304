import { http, HttpResponse } from 'msw'

const me = (who) => http.get('*/api/directory/me', () => HttpResponse.json(who))
const down = (path) =>
  http.get(path, () =>
    HttpResponse.json(
      { type: 'about:blank', title: 'Unavailable', status: 503, code: 'gateway.unavailable', traceId: 'c0ffee42' },
      { status: 503, headers: { 'content-type': 'application/problem+json' } },
    ),
  )
const signedOut = http.get('*/api/session', () => HttpResponse.json({ signedIn: false, idleSeconds: 900 }))
const heading = (name) => (page) => page.getByRole('heading', { level: 1, name }).waitFor()

const pick = async (page, ...names) => {
  await page.getByLabel('Show').selectOption({ label: 'Squirrels' })
  for (const name of names) await page.getByRole('button', { name }).first().click()
}

/** Each page in each state that looks different. */
export const looks = (people) => [
  { name: 'sign-in', path: '/', handlers: [signedOut], until: (page) => page.getByRole('link', { name: 'Sign in' }).waitFor() },
  { name: 'signed-out', path: '/signed-out?because=idle', handlers: [signedOut], until: heading('You are signed out') },
  { name: 'not-found', path: '/nothing/here', until: heading('Page not found') },
  {
    name: 'unreachable',
    path: '/',
    handlers: [down('*/api/session')],
    until: (page) => page.getByRole('alert').waitFor(),
  },
  {
    name: 'setup',
    path: '/setup',
    handlers: [signedOut, http.get('*/api/directory/setup', () => HttpResponse.json({ needed: true }))],
    until: async (page) => {
      await heading('Set up Clearpost')(page)
      await page.getByRole('textbox', { name: 'One-time code' }).fill('ABCD')
      await page.getByRole('button', { name: 'Finish the set-up' }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'starter-set',
    path: '/setup/options',
    handlers: [me(people.as('SETTING_HEAD'))],
    until: async (page) => {
      await page.getByRole('radio', { name: 'Careful' }).check()
      await page.getByText('What it chooses (2)').click()
    },
  },
  { name: 'home', path: '/', until: (page) => page.getByText('Latest answers').waitFor() },
  {
    name: 'home-admin',
    path: '/',
    handlers: [
      me({ ...people.groupAdmin, posts: [people.post('GROUP_ADMIN', null), people.post('SETTING_HEAD')] }),
      http.get('*/api/policies/settings/:id/options', () =>
        HttpResponse.json({ settingId: 's', revision: 0, options: [] }),
      ),
    ],
    until: (page) => page.getByText('No policy options are chosen yet').waitFor(),
  },
  {
    name: 'help',
    path: '/',
    part: true,
    until: async (page) => {
      await page.getByRole('button', { name: 'Help' }).click()
      await page.getByText('Ines Calloway').waitFor()
    },
  },
  { name: 'ask', path: '/ask', until: (page) => page.getByLabel('Find people by name').waitFor() },
  {
    name: 'ask-filled',
    path: '/ask',
    until: async (page) => {
      await page.getByLabel('Find people by name').waitFor()
      await pick(page, 'Amara Okonjo', 'Bryn Castellan')
      await page.getByText('Not named', { exact: true }).first().click()
      await page.getByRole('button', { name: '3', exact: true }).click()
      await page.getByText('More about the post').click()
      await page.getByRole('button', { name: 'Get the answer' }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'ask-failed',
    path: '/ask',
    handlers: [
      http.post('*/api/media/decisions', () =>
        HttpResponse.json({ status: 503, code: 'media.unavailable', title: '', traceId: 'c0ffee42' }, { status: 503 }),
      ),
    ],
    until: async (page) => {
      await page.getByLabel('Find people by name').waitFor()
      await pick(page, 'Amara Okonjo')
      await page.getByRole('button', { name: '1', exact: true }).click()
      await page.getByRole('button', { name: 'Get the answer' }).click()
      await page.getByText('Do not post').waitFor()
    },
  },
  { name: 'decision', path: '/decisions/decision-1', until: (page) => page.getByText('Each rule').waitFor() },
  {
    name: 'decision-not-yet',
    path: '/decisions/decision-9',
    handlers: [
      http.get('*/api/media/decisions/:id', () =>
        HttpResponse.json(
          people.decision({
            verdict: 'NEEDS_ACTION',
            sentence: 'Not yet: everybody is cleared, but a manager must approve and some points are not checked.',
          }),
        ),
      ),
    ],
    until: async (page) => page.getByText(/Not checked by Clearpost yet/).click(),
  },
  {
    name: 'decision-yes',
    path: '/decisions/decision-8',
    handlers: [
      http.get('*/api/media/decisions/:id', () =>
        HttpResponse.json(
          people.decision({
            verdict: 'PERMIT',
            sentence: 'Yes: everybody in the picture is cleared for Facebook.',
            people: people.decision().people.slice(0, 1),
            rules: people.decision().rules.filter((rule) => rule.result === 'PASS'),
            remedies: [],
          }),
        ),
      ),
    ],
    until: (page) => page.getByText('Each rule').waitFor(),
  },
  { name: 'decisions', path: '/decisions', until: (page) => page.getByText(/Bryn Castellan/).first().waitFor() },
  {
    name: 'decisions-empty',
    path: '/decisions',
    handlers: [http.get('*/api/media/settings/:id/decisions', () => HttpResponse.json({ items: [], next: null }))],
    until: (page) => page.getByText('Nobody has asked yet').waitFor(),
  },
  {
    name: 'decisions-failed',
    path: '/decisions',
    handlers: [down('*/api/media/settings/:id/decisions')],
    until: (page) => page.getByRole('alert').waitFor(),
  },
  {
    name: 'roster',
    path: '/roster',
    handlers: [me(people.as('SETTING_HEAD'))],
    until: async (page) => {
      await page.getByText('Esme Tarrant-Iqbal').first().waitFor()
      await page.getByText('5 cleared, 1 not cleared, 2 not asked').waitFor()
      const more = page.getByText('All purposes').first()
      if (await more.isVisible()) await more.click()
    },
  },
  {
    name: 'roster-empty',
    path: '/roster',
    until: async (page) => {
      await page.getByRole('searchbox', { name: 'Name' }).fill('zzz')
      await page.getByText('Nobody fits').waitFor()
    },
  },
  {
    name: 'roster-failed',
    path: '/roster',
    handlers: [down('*/api/media/settings/:id/subjects')],
    until: (page) => page.getByRole('alert').waitFor(),
  },
]
