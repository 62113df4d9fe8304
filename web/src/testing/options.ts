import { http, HttpResponse } from 'msw'
import type { OptionDefinition, OptionValue } from '../api/types'
import { willow } from './people'

const noShape = {
  help: null,
  values: [],
  fields: [],
  from: null,
  to: null,
  unit: null,
  longest: null,
  atLeast: null,
  ordered: false,
  keyedBy: null,
  everyOther: null,
  when: null,
}
const value = (code: string, label: string, help: string | null = null) => ({ value: code, label, help })
const contact = {
  ...noShape,
  kind: 'CHOICE',
  values: [value('NEVER', 'Never'), value('UNTIL_AGE', 'Not until an age'), value('OFFICIAL', 'By official accounts only')],
}

/** One question of every kind. */
export const definitions: OptionDefinition[] = [
  {
    ...noShape,
    key: 'OPT-14',
    question: 'How may a child be named in a post?',
    help: 'A full name always needs consent of its own.',
    kind: 'CHOICE',
    values: [
      value('FIRST_INITIAL', 'First name and initial of the surname', 'For example: Sam T.'),
      value('FIRST_ONLY', 'First name only', 'For example: Sam.'),
      value('NONE', 'No names'),
    ],
    whereItBites: 'The check of names and captions before a post.',
  },
  {
    ...noShape,
    key: 'OPT-03',
    question: 'Private online contact with former pupils and their families',
    help: 'After a child has left the setting.',
    kind: 'OBJECT',
    fields: [
      { ...contact, name: 'pupils', question: 'Former pupils' },
      { ...contact, name: 'families', question: 'Families of former pupils' },
      {
        ...noShape,
        name: 'untilAge',
        question: 'Until the former pupil is how old?',
        kind: 'NUMBER',
        from: 18,
        to: 25,
        unit: 'YEARS',
        when: { parts: ['pupils', 'families'], value: 'UNTIL_AGE' },
      },
    ],
    whereItBites: 'Reports about such contact.',
  },
  {
    ...noShape,
    key: 'OPT-12',
    question: 'Who approves a post before it is published?',
    help: 'Nobody approves their own post.',
    kind: 'ROWS',
    keyedBy: 'channel',
    everyOther: 'ANY',
    fields: [
      {
        ...noShape,
        name: 'channel',
        question: 'Channel',
        kind: 'CHOICE',
        values: [value('ANY', 'Every other channel'), value('FACEBOOK', 'Facebook'), value('WEBSITE', 'Website')],
      },
      {
        ...noShape,
        name: 'posts',
        question: 'Any post',
        kind: 'CHOICE',
        values: [value('SLT', 'A senior leader'), value('NOBODY', 'Nobody')],
      },
    ],
    whereItBites: 'The approvals a post waits for.',
  },
  {
    ...noShape,
    key: 'OPT-06',
    question: 'Which channels may staff use to write to one pupil?',
    kind: 'MULTI',
    ordered: true,
    atLeast: 0,
    values: [value('EMAIL', 'The setting’s e-mail'), value('MOBILE', 'The setting’s mobile phone')],
    whereItBites: 'Reports about one-to-one contact.',
  },
]

/** A service that keeps a setting's answers under one revision, as the real one does. */
export function optionHandlers(answers: Record<string, OptionValue>, locked: string[] = []) {
  let revision = 7
  const stored = { ...answers }
  const options = () =>
    definitions.map(({ key }) => ({
      key,
      value: stored[key] ?? null,
      setBy: stored[key] === undefined ? null : locked.includes(key) ? 'GROUP' : 'SETTING',
      locked: locked.includes(key),
      since: stored[key] === undefined ? null : '2026-11-03T09:00:00Z',
    }))
  const view = () =>
    HttpResponse.json({ settingId: willow.id, revision, options: options() }, { headers: { etag: `"${revision}"` } })
  const change = (key: string, to: OptionValue) => {
    revision++
    if (to === null) delete stored[key]
    else stored[key] = to
  }
  return {
    change,
    handlers: [
      http.get('*/api/policies/option-definitions', () => HttpResponse.json(definitions)),
      http.get('*/api/policies/settings/:id/options', view),
      http.get('*/api/policies/group-options', view),
      http.put('*/api/policies/settings/:id/options/:key', async ({ params, request }) => {
        if (request.headers.get('if-match') !== `"${revision}"`) {
          return HttpResponse.json({ status: 412, code: 'kit.changed-meanwhile' }, { status: 412 })
        }
        change(String(params.key), ((await request.json()) as { value: OptionValue }).value)
        return view()
      }),
      http.get('*/api/policies/settings/:id/option-changes', () =>
        HttpResponse.json({
          items: [
            {
              id: 'change-2',
              settingId: null,
              key: 'OPT-06',
              oldValue: null,
              newValue: ['EMAIL'],
              oldLocked: false,
              newLocked: true,
              cause: 'CHOSEN',
              starterSet: null,
              changedBy: 'somebody',
              changedAt: '2026-11-03T09:00:00Z',
            },
            {
              id: 'change-1',
              settingId: willow.id,
              key: 'OPT-14',
              oldValue: null,
              newValue: 'FIRST_INITIAL',
              oldLocked: false,
              newLocked: false,
              cause: 'STARTER_SET',
              starterSet: 'careful',
              changedBy: 'person-1',
              changedAt: '2026-11-02T09:00:00Z',
            },
          ],
          next: null,
        }),
      ),
    ],
  }
}
