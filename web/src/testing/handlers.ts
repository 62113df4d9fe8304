import { http, HttpResponse } from 'msw'
import type { Decision, Question } from '../api/types'
import { account, contributor, decision, subjects, willow } from './people'

export const problem = (status: number, code: string, title = '', errors: { pointer: string; message: string }[] = []) =>
  HttpResponse.json(
    { type: 'about:blank', title, status, code, errors },
    { status, headers: { 'content-type': 'application/problem+json' } },
  )

const noShape = {
  help: null,
  fields: [],
  from: null,
  to: null,
  unit: null,
  longest: null,
  atLeast: null,
  ordered: false,
  keyedBy: null,
  everyOther: null,
}

/** A working platform with a contributor signed in. A test replaces what it is about. */
export const handlers = [
  http.get('/api/session', () => HttpResponse.json({ signedIn: true, idleSeconds: 900 })),
  http.post('/logout', () => new HttpResponse(null, { status: 204 })),
  http.get('/api/directory/setup', () => HttpResponse.json({ needed: false })),
  http.get('/api/directory/me', () => HttpResponse.json(contributor)),
  http.get('/api/incidents/settings/:id/help', ({ params }) =>
    HttpResponse.json({
      settingId: params.id,
      emergencyNumber: '999',
      contacts: [
        { post: 'DSL', shownAs: 'Ines Calloway', phone: '01632 960 001', email: 'safe@willow.example' },
        { post: 'SETTING_HEAD', shownAs: 'Rafe Underhill', phone: '01632 960 002', email: null },
      ],
    }),
  ),
  http.get('/api/media/notices', () => HttpResponse.json({ items: [], next: null, unseen: 0 })),
  http.get('/api/media/settings/:id/takedowns/counts', () => HttpResponse.json({ open: 0, overdue: 0 })),
  http.get('/api/media/decisions/:id/posted', () => problem(404, 'kit.not-found')),
  http.get('/api/policies/option-definitions', () =>
    HttpResponse.json([
      {
        ...noShape,
        key: 'OPT-14',
        question: 'How may a child be named on a post?',
        kind: 'CHOICE',
        values: [
          { value: 'FIRST_INITIAL', label: 'First name and initial', help: null },
          { value: 'FIRST_ONLY', label: 'First name only', help: null },
          { value: 'NONE', label: 'No name', help: null },
        ],
        whereItBites: 'PST-06',
      },
    ]),
  ),
  http.get('/api/policies/starter-sets', () =>
    HttpResponse.json([
      {
        name: 'careful',
        title: 'Careful',
        description: 'First name and initial at most; the head decides about events.',
        values: { 'OPT-14': 'FIRST_INITIAL' },
      },
      {
        name: 'strict',
        title: 'Strict',
        description: 'No names of children at all.',
        values: { 'OPT-14': 'NONE' },
      },
    ]),
  ),
  http.get('/api/policies/settings/:id/options', ({ params }) =>
    HttpResponse.json(
      {
        settingId: params.id,
        revision: 1,
        options: [{ key: 'OPT-14', value: 'FIRST_INITIAL', setBy: 'SETTING', locked: false, since: '2026-11-01T09:00:00Z' }],
      },
      { headers: { etag: '"1"' } },
    ),
  ),
  http.get('/api/media/settings/:id/accounts', () => HttpResponse.json({ items: [account()], next: null })),
  http.get('/api/media/settings/:id/classes', () =>
    HttpResponse.json([
      { name: 'Hedgehogs', people: 3 },
      { name: 'Squirrels', people: 3 },
    ]),
  ),
  http.get('/api/media/settings/:id/subjects', ({ request }) =>
    foundSubjects(Object.fromEntries(new URL(request.url).searchParams)),
  ),
  http.post('/api/media/settings/:id/subjects/search', async ({ request }) =>
    foundSubjects((await request.json()) as SubjectSearch),
  ),
  http.get('/api/media/settings/:id/outgoing-mails', () => HttpResponse.json({ server: true, items: [] })),
  http.get('/api/media/settings/:id/coverage', () =>
    HttpResponse.json({
      purposes: {
        SOCIAL_MEDIA: { cleared: 5, notCleared: 1, notAsked: 2 },
        WEBSITE: { cleared: 8, notCleared: 0, notAsked: 0 },
      },
    }),
  ),
  http.get('/api/media/settings/:id/decisions', () => HttpResponse.json({ items: [decision()], next: null })),
  http.get('/api/media/decisions/:id', ({ params }) => HttpResponse.json(decision({ id: String(params.id) }))),
  http.post('/api/media/decisions', async ({ request }) => HttpResponse.json(answerTo((await request.json()) as Question))),
]

interface SubjectSearch {
  query?: string
  className?: string
  kind?: string
  limit?: number | string
  after?: string
}

function foundSubjects({ query = '', className, kind, limit = 50, after = '0' }: SubjectSearch) {
  const found = subjects.filter(
    (one) =>
      `${one.firstName} ${one.surname}`.toLowerCase().includes(query.toLowerCase()) &&
      (!className || one.className === className) &&
      (!kind || one.kind === kind),
  )
  const end = Number(after) + Number(limit)
  return HttpResponse.json({ items: found.slice(Number(after), end), next: end < found.length ? String(end) : null })
}

/** Enough of the rules to make the pages show every kind of answer. */
export function answerTo(question: Question): Decision {
  const people = question.people.map((id) => {
    const subject = subjects.find((one) => one.id === id)
    const name = subject ? `${subject.firstName} ${subject.surname}` : 'Somebody'
    const outcome = question.notIdentifiable.includes(id)
      ? ('NOT_IDENTIFIABLE' as const)
      : (subject?.purposes.SOCIAL_MEDIA ?? 'NOT_CLEARED')
    return { subjectId: id, name, outcome, showAs: null, sentence: `${name}: ${outcome}` }
  })
  const bad = people.filter((one) => one.outcome === 'NOT_CLEARED' || one.outcome === 'NOT_ASKED')
  return decision({
    id: 'decision-2',
    settingId: willow.id,
    verdict: bad.length > 0 ? 'DENY' : 'NEEDS_ACTION',
    sentence: bad.length > 0 ? `Do not post: ${bad[0]?.name} is not cleared.` : 'Not yet: a manager must approve.',
    people,
  })
}
