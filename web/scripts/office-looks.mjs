import { http, HttpResponse } from 'msw'

const me = (who) => http.get('*/api/directory/me', () => HttpResponse.json(who))
const title = (name) => (page) => page.getByRole('heading', { level: 1, name }).waitFor()

/** The pages used at a desk, each in each state that looks different. */
export const officeLooks = ({ people, imports, options, directory, planning, wording }) => {
  const head = me(people.as('SETTING_HEAD'))
  const shown = (over) => [head, ...imports.importHandlers(imports.rosterImport(over))]
  const admin = [me(people.groupAdmin), ...directory.directoryHandlers()]
  const answered = {
    'OPT-14': 'FIRST_INITIAL',
    'OPT-03': { pupils: 'UNTIL_AGE', families: 'NEVER', untilAge: 18 },
    'OPT-06': ['EMAIL'],
  }
  const chosen = options.optionHandlers(answered, ['OPT-06']).handlers
  const willow = people.willow.id
  const day = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10)
  const going = encodeURIComponent(JSON.stringify(['Squirrels', 'Hedgehogs', '']))
  const tried = (over) => [head, ...chosen, ...planning.planningHandlers(over)]
  const all = 'arse arsehole bastard bitch bollocks bullshit crap dickhead piss pissed prick slag twat wanker WTF'.split(' ')
  const starters = [
    ...all.map((word) => ({ word, weight: 'NEVER', starter: true })),
    ...['bloody', 'damn', 'innit', 'OMG'].map((word) => ({ word, weight: 'WITH_REASON', starter: true })),
  ]
  const own = [
    { word: 'a phrase of several words that somebody thought of one day', weight: 'NEVER', starter: false },
    { word: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen', weight: 'WITH_REASON', starter: false },
  ]
  const listing = (over) => [head, ...wording.wordingHandlers({ words: starters, ...over }).handlers]
  const ownList = { revision: 4, words: [...starters, ...own], ownContacts: ['01632 960 001', 'office@willow.example'] }
  return [
    { name: 'words', path: '/words', handlers: listing({}), until: (page) => page.getByText('innit').waitFor() },
    {
      name: 'words-own',
      path: '/words',
      handlers: listing(ownList),
      until: async (page) => {
        await page.getByText('What counts as found').click()
        await page.getByRole('button', { name: /^Take “.*” off the list/ }).first().click()
        await page.getByRole('button', { name: 'Put it back' }).waitFor()
      },
    },
    {
      name: 'words-errors',
      path: '/words',
      handlers: listing(ownList),
      until: async (page) => {
        await page.getByRole('button', { name: 'Add to the list' }).click()
        await page.getByRole('alert').waitFor()
      },
    },
    {
      name: 'words-changed',
      path: '/words',
      handlers: [
        http.put('*/wording', () => HttpResponse.json({ status: 412 }, { status: 412 })),
        ...listing(ownList),
      ],
      until: async (page) => {
        await page.getByLabel('Telephone number').fill('01632 960 002')
        await page.getByRole('button', { name: 'Add contact details' }).click()
        await page.getByRole('link', { name: /Somebody else changed the list/ }).waitFor()
      },
    },
    {
      name: 'words-read',
      path: '/words',
      handlers: wording.wordingHandlers(ownList).handlers,
      until: (page) => page.getByText('You can see the list').waitFor(),
    },
    {
      name: 'words-empty',
      path: '/words',
      handlers: listing({ revision: 2, words: [] }),
      until: (page) => page.getByText('No word is listed').waitFor(),
    },
    {
      name: 'words-failed',
      path: '/words',
      handlers: [head, http.get('*/wording', () => HttpResponse.json({ status: 503 }, { status: 503 }))],
      until: (page) => page.getByRole('button', { name: 'Try again' }).waitFor(),
    },
    { name: 'import', path: '/import', handlers: [head], until: title('Bring in people and consent') },
    {
      name: 'import-refused',
      path: '/import/import-1',
      handlers: shown({ state: 'REFUSED', refusal: { sentence: 'A quotation mark is not closed from row 7 on.' } }),
      until: title('This file was not taken'),
    },
    {
      name: 'import-letters',
      path: '/import/import-1',
      handlers: shown({ encoding: 'windows-1252', encodingCertain: false }),
      until: (page) => page.getByRole('button', { name: 'No, something is wrong' }).click(),
    },
    {
      name: 'import-columns',
      path: '/import/import-1?step=columns',
      handlers: shown({
        state: 'NEEDS_MAPPING',
        remembered: true,
        question: { code: 'DATE_ORDER', sentence: 'Which number is the day?', options: ['DAY_FIRST', 'MONTH_FIRST'] },
      }),
      until: title('What is in each column?'),
    },
    {
      name: 'import-preview',
      path: '/import/import-1',
      handlers: shown({}),
      until: (page) => page.getByText('Row 19: no surname.').waitFor(),
    },
    {
      name: 'import-details',
      path: '/import/import-1?step=details',
      handlers: shown({}),
      until: async (page) => {
        await page.getByRole('textbox', { name: 'Day' }).fill('31')
        await page.getByRole('button', { name: 'Continue' }).click()
        await page.getByRole('alert').waitFor()
      },
    },
    {
      name: 'import-check',
      path: '/import/import-1?step=check',
      handlers: shown({}),
      until: title('Check before you confirm'),
    },
    {
      name: 'import-running',
      path: '/import/import-1',
      handlers: [
        head,
        ...imports.importHandlers(
          imports.rosterImport({ state: 'RUNNING', progress: { done: 8400, total: 20000 } }),
          Infinity,
        ),
      ],
      until: (page) => page.getByRole('progressbar').waitFor(),
    },
    {
      name: 'import-done',
      path: '/import/import-1',
      handlers: shown({
        state: 'DONE',
        result: { created: 50, changed: 5, unchanged: 2, active: 60, pending: 32, refused: 14, kept: 1, failed: 0 },
      }),
      until: (page) => page.getByText('57 people taken in').waitFor(),
    },
   {
      name: 'options',
      path: '/options',
      handlers: [head, ...chosen],
      until: (page) => page.getByText('The group has set and locked').waitFor(),
    },
    {
      name: 'option-parts',
      path: '/options/OPT-03',
      handlers: [head, ...chosen],
      until: (page) => page.getByRole('textbox', { name: /how old/ }).waitFor(),
    },
    {
      name: 'option-rows',
      path: '/options/group/OPT-12',
      handlers: [...admin, ...chosen],
      until: (page) => page.getByRole('button', { name: 'Add a row' }).click(),
    },
    {
      name: 'option-changes',
      path: '/options/changes',
      handlers: [head, ...chosen],
      until: (page) => page.getByText(/by the starter set/).waitFor(),
    },
    {
      name: 'outing-errors',
      path: '/outing',
      handlers: planning.planningHandlers(),
      until: async (page) => {
        await page.getByRole('button', { name: 'Show who will be cleared' }).click()
        await page.getByRole('alert').waitFor()
      },
    },
    {
      name: 'outing',
      path: `/outing?on=${day}&account=account-1&classes=${going}`,
      handlers: planning.planningHandlers(),
      until: (page) => page.getByText('Greta Abernathy').waitFor(),
    },
    {
      name: 'rehearsal',
      path: '/options/OPT-14/rehearsal?value=NONE',
      handlers: tried({ more: true, otherwise: 3, unreadable: 1 }),
      until: (page) => page.getByText(/would have been refused/).waitFor(),
    },
    {
      name: 'rehearsal-nothing',
      path: '/options/OPT-14/rehearsal?value=NONE',
      handlers: tried({ decisions: 0, differently: 0, outcomes: [], examples: [] }),
      until: (page) => page.getByText('Nothing was asked in the last 90 days').waitFor(),
    },
    { name: 'contacts', path: '/help-contacts', handlers: [head], until: (page) => page.getByRole('form').first().waitFor() },
    {
      name: 'status',
      path: '/status',
      handlers: [
        me(people.groupAdmin),
        http.get('*/api/status', () =>
          HttpResponse.json({
            parts: [
              { name: 'identity', state: 'UP', instances: 1 },
              { name: 'policy-service', state: 'DOWN', instances: 0 },
              { name: 'media-consent-service', state: 'UP', instances: 1 },
            ],
            breakers: [
              { name: 'identity', state: 'CLOSED' },
              { name: 'policy-service', state: 'OPEN' },
            ],
          }),
        ),
      ],
      until: (page) => page.getByText('Something is not running').waitFor(),
    },
    { name: 'directory', path: '/directory', handlers: admin, until: (page) => page.getByText('All needed posts are filled').waitFor() },
    {
      name: 'directory-setting',
      path: `/directory/settings/${willow}`,
      handlers: admin,
      until: (page) => page.getByRole('button', { name: 'Close this setting' }).waitFor(),
    },
    { name: 'directory-people', path: '/directory/people', handlers: admin, until: (page) => page.getByText('Tobias Wren').waitFor() },
    {
      name: 'directory-person',
      path: '/directory/people/p-1',
      handlers: admin,
      until: async (page) => {
        await page.getByRole('button', { name: 'Get a password code' }).click()
        await page.getByText('M4QX-7RTA-22KD').waitFor()
        await page.getByRole('button', { name: 'Give a post' }).click()
      },
    },
    {
      name: 'directory-end',
      path: '/directory/people/p-1',
      handlers: admin,
      part: true,
      until: async (page) => {
        await page.getByRole('button', { name: /^End: Nursery manager/ }).click()
        await page.getByRole('dialog').waitFor()
      },
    },
    {
      name: 'directory-clients',
      path: '/directory/clients',
      handlers: admin,
      until: (page) => page.getByText('Old newsletter tool').waitFor(),
    },
    { name: 'directory-staff', path: '/directory/staff', handlers: admin, until: (page) => page.getByText('Day first', { exact: false }).waitFor() },
    {
      name: 'directory-list',
      path: '/directory/staff/staff-1',
      handlers: admin,
      until: (page) => page.getByText('Musa Adeyemi').waitFor(),
    },
  ]
}
