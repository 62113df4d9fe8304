import { http, HttpResponse } from 'msw'
import type { HeldPost, NewPost, Person, PersonDetails, Setting, SettingDetails, StaffImport } from '../api/types'
import { harbour, willow } from './people'

export const settings: Setting[] = [
  { ...willow, emailDomains: ['willow.example'], open: true, unfilledPosts: ['OSC', 'RETURN_CONTACT'], version: 3 },
  { ...harbour, emailDomains: ['harbour.example', 'brightwater.example'], open: true, unfilledPosts: [], version: 1 },
]

const held = (postId: string, role: string, over: Partial<HeldPost> = {}): HeldPost => ({
  postId,
  settingId: willow.id,
  role,
  deputy: false,
  from: '2024-09-01',
  to: null,
  ...over,
})

export const directoryPeople: Person[] = [
  {
    id: 'p-1',
    name: 'Rafe Underhill',
    email: 'rafe@willow.example',
    personType: 'EMPLOYEE',
    status: 'ACTIVE',
    lineManagerId: 'p-2',
    posts: [held('post-1', 'SETTING_HEAD'), held('post-2', 'DSL', { deputy: true, to: '2027-07-31' })],
    endedPosts: [held('post-0', 'CONTRIBUTOR', { from: '2020-09-01', to: '2024-08-31' })],
    version: 5,
  },
  {
    id: 'p-2',
    name: 'Ines Calloway',
    email: 'ines@harbour.example',
    personType: 'EMPLOYEE',
    status: 'ACTIVE',
    lineManagerId: null,
    posts: [held('post-3', 'DSL', { settingId: harbour.id })],
    passwordCodes: [
      {
        personId: 'p-2',
        personName: 'Ines Calloway',
        givenById: 'person-8',
        givenByName: 'Ada Brookes',
        givenAt: '2026-11-20T09:00:00Z',
        usedAt: null,
      },
    ],
    endedPosts: [],
    version: 1,
  },
  {
    id: 'p-3',
    name: 'Tobias Wren',
    email: 'tobias@willow.example',
    personType: 'VOLUNTEER',
    status: 'DISABLED',
    lineManagerId: null,
    posts: [],
    endedPosts: [],
    version: 2,
  },
]

export const staffImport = (over: Partial<StaffImport> = {}): StaffImport => ({
  id: 'staff-1',
  fileName: 'staff.csv',
  state: 'PREVIEWED',
  refusal: null,
  encoding: 'UTF-8',
  encodingCertain: true,
  preview: {
    rows: 4,
    people: 2,
    accepted: 2,
    rejected: 1,
    skipped: 1,
    posts: [
      {
        row: 2,
        name: 'Aoife Brennan',
        email: 'aoife@willow.example',
        settingId: willow.id,
        role: 'CONTRIBUTOR',
        deputy: false,
        from: '2026-11-20',
        to: null,
      },
      {
        row: 3,
        name: 'Musa Adeyemi',
        email: 'musa@harbour.example',
        settingId: harbour.id,
        role: 'LINE_MANAGER',
        deputy: true,
        from: '2027-01-05',
        to: '2027-07-31',
      },
    ],
    findings: [
      { row: 4, severity: 'REJECTED', message: 'Row 4: there is no setting called “Willow Lodge”.' },
      { row: 6, severity: 'SKIPPED', message: 'Row 6 is blank.' },
    ],
    findingsTotal: 2,
  },
  progress: { done: 0, total: 2 },
  result: null,
  ...over,
})

/** A directory that remembers what is done to it. */
export function directoryHandlers() {
  const people = new Map(directoryPeople.map((person) => [person.id, person]))
  const change = (id: unknown, part: Partial<Person>) => {
    const person = people.get(String(id))!
    const changed = { ...person, ...part, version: person.version + 1 }
    people.set(changed.id, changed)
    return HttpResponse.json(changed)
  }
  const found = (words: string, setting?: string | null) => {
    const items = [...people.values()].filter(
      (person) =>
        person.name.toLowerCase().includes(words.toLowerCase()) &&
        (!setting || person.posts.some((post) => post.settingId === setting)),
    )
    return HttpResponse.json({ items, next: null })
  }
  let staff = staffImport()
  let asked = 0
  return [
    http.get('*/api/directory/group', () => HttpResponse.json({ id: 'group-1', name: 'Brightwater Group', version: 2 })),
    http.get('*/api/directory/settings', () => HttpResponse.json({ items: settings, next: null })),
    http.get('*/api/directory/settings/:id', ({ params }) =>
      HttpResponse.json(settings.find((setting) => setting.id === params.id)),
    ),
    http.post('*/api/directory/settings', async ({ request }) =>
      HttpResponse.json(
        { ...settings[1], ...((await request.json()) as SettingDetails), unfilledPosts: ['DSL'] },
        { status: 201 },
      ),
    ),
    http.put('*/api/directory/settings/:id', async ({ request }) =>
      HttpResponse.json({ ...settings[0], ...((await request.json()) as SettingDetails), version: 4 }),
    ),
    http.post('*/api/directory/settings/:id/closure', () => HttpResponse.json({ ...settings[0], open: false })),
    http.get('*/api/directory/people', ({ request }) =>
      found('', new URL(request.url).searchParams.get('setting')),
    ),
    http.post('*/api/directory/people/search', async ({ request }) => {
      const { query, setting } = (await request.json()) as { query: string; setting?: string }
      return found(query, setting)
    }),
    http.get('*/api/directory/people/:id', ({ params }) => HttpResponse.json(people.get(String(params.id)))),
    http.put('*/api/directory/people/:id', async ({ params, request }) =>
      change(params.id, (await request.json()) as PersonDetails),
    ),
    http.put('*/api/directory/people/:id/line-manager', async ({ params, request }) =>
      change(params.id, { lineManagerId: ((await request.json()) as { managerId: string | null }).managerId }),
    ),
    http.post('*/api/directory/people/:id/posts', async ({ params, request }) => {
      const post = (await request.json()) as NewPost
      const { posts } = people.get(String(params.id))!
      return change(params.id, {
        posts: [...posts, held('post-new', post.role, { ...post, from: post.from ?? '2026-11-20' })],
      })
    }),
    http.post('*/api/directory/people/:id/posts/:post/end', ({ params }) => {
      const person = people.get(String(params.id))!
      return change(params.id, { posts: person.posts.filter((post) => post.postId !== params.post) })
    }),
    http.post('*/api/directory/people/:id/disablement', ({ params }) => change(params.id, { status: 'DISABLED' })),
    http.post('*/api/directory/people/:id/reinstatement', ({ params }) => change(params.id, { status: 'ACTIVE' })),
    http.post('*/api/directory/people/:id/password-code', () =>
      HttpResponse.json({ code: 'M4QX-7RTA-22KD', expiresAt: '2026-11-21T10:02:00Z' }, { status: 201 }),
    ),
    http.get('*/api/directory/api-clients', () =>
      HttpResponse.json({
        items: [
          {
            id: 'client-1',
            name: 'Website editor',
            scopes: ['decisions'],
            settingIds: [willow.id],
            status: 'ACTIVE',
            createdAt: '2026-11-01T09:00:00Z',
            endedAt: null,
          },
          {
            id: 'client-2',
            name: 'Old newsletter tool',
            scopes: ['decisions', 'roster'],
            settingIds: [willow.id, harbour.id],
            status: 'ENDED',
            createdAt: '2026-10-01T09:00:00Z',
            endedAt: '2026-10-20T09:00:00Z',
          },
        ],
        next: null,
      }),
    ),
    http.post('*/api/directory/api-clients', () =>
      HttpResponse.json({ id: 'client-3', secret: 'k2-only-shown-once' }, { status: 201 }),
    ),
    http.post('*/api/directory/api-clients/:id/end', () => new HttpResponse(null, { status: 204 })),
    http.post('*/api/directory/imports', () => HttpResponse.json(staff, { status: 201 })),
    http.get('*/api/directory/imports/:id', () => {
      if (staff.state === 'RUNNING' && asked++ > 0) {
        staff = { ...staff, state: 'DONE', result: { given: 2, rejected: 0 } }
      }
      return HttpResponse.json(staff)
    }),
    http.post('*/api/directory/imports/:id/confirmation', () => {
      staff = { ...staff, state: 'RUNNING', progress: { done: 1, total: 2 } }
      return HttpResponse.json(staff, { status: 202 })
    }),
  ]
}
