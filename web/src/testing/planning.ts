import { http, HttpResponse } from 'msw'
import type { Outing, OutingPerson, Rehearsal } from '../api/planning'
import { account, subjects, willow } from './people'

const count = (people: OutingPerson[]) => ({
  cleared: people.filter((one) => one.clearance === 'CLEARED').length,
  notCleared: people.filter((one) => one.clearance === 'NOT_CLEARED').length,
  notAsked: people.filter((one) => one.clearance === 'NOT_ASKED').length,
})

/** The plan for these classes, as the service would tell it. */
export function outing(on: string, classes: string[], over: Partial<Outing> = {}): Outing {
  const { id, name, platform, status } = account()
  const groups = classes.map((group) => {
    const people = subjects
      .filter((one) => (one.className ?? '') === group)
      .map(({ id, kind, firstName, surname, purposes }) => ({
        id,
        kind,
        firstName,
        surname,
        clearance: purposes.SOCIAL_MEDIA ?? ('NOT_CLEARED' as const),
      }))
    return { name: group || null, counts: count(people), people }
  })
  return {
    settingId: willow.id,
    on,
    account: { id, name, platform, status },
    checkedAt: '2026-11-20T10:02:00Z',
    counts: count(groups.flatMap((group) => group.people)),
    classes: groups,
    ...over,
  }
}

export const rehearsal = (over: Partial<Rehearsal> = {}): Rehearsal => ({
  settingId: willow.id,
  since: '2026-08-22T10:02:00Z',
  decisions: 212,
  more: false,
  differently: 14,
  otherwise: 0,
  unreadable: 0,
  outcomes: [
    { before: 'NEEDS_ACTION', after: 'NEEDS_ACTION', count: 150 },
    { before: 'NEEDS_ACTION', after: 'DENY', count: 14 },
    { before: 'DENY', after: 'DENY', count: 48 },
  ],
  examples: [
    {
      decisionId: 'decision-1',
      askedAt: '2026-11-20T10:02:00Z',
      before: { verdict: 'NEEDS_ACTION', sentence: 'Not yet. Everybody listed is cleared; 3 checks are still open.' },
      after: { verdict: 'DENY', sentence: 'No. A name is shown further than this setting allows.' },
    },
  ],
  ...over,
})

export const planningHandlers = (tried: Partial<Rehearsal> = {}) => [
  http.get('*/api/media/settings/:id/outing', ({ request }) => {
    const search = new URL(request.url).searchParams
    return HttpResponse.json(outing(search.get('on') ?? '', search.getAll('class')))
  }),
  http.post('*/api/media/settings/:id/rehearsals', () => HttpResponse.json(rehearsal(tried))),
]
