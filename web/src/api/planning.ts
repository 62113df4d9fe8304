import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import type { AccountStatus, Clearance, OptionValue, Platform, Subject, Verdict } from './types'

export interface ClearedCounts {
  cleared: number
  notCleared: number
  notAsked: number
}

export interface OutingPerson {
  id: string
  kind: Subject['kind']
  firstName: string
  surname: string
  clearance: Clearance
}

export interface OutingClass {
  /** Null for those in no class. */
  name: string | null
  counts: ClearedCounts
  people: OutingPerson[]
}

export interface Outing {
  settingId: string
  on: string
  account: { id: string; name: string; platform: Platform; status: AccountStatus }
  checkedAt: string
  counts: ClearedCounts
  classes: OutingClass[]
}

/** A day, an account, and classes of which an empty one stands for people in none. */
export interface OutingPlan {
  on: string
  account: string
  classes: string[]
}

function outingAddress(setting: string, { on, account, classes }: OutingPlan, rest = '') {
  const search = new URLSearchParams({ on, account })
  for (const name of classes) search.append('class', name)
  return `/api/media/settings/${setting}/outing${rest}?${search.toString()}`
}

export const outingTableAddress = (setting: string, plan: OutingPlan) => outingAddress(setting, plan, '/export')

export const outingQuery = (setting: string, plan: OutingPlan) =>
  queryOptions({
    queryKey: ['setting', setting, 'outing', plan],
    queryFn: ({ signal }) => api.get<Outing>(outingAddress(setting, plan), { signal }),
    retry: false,
  })

/** The options that decisions go by, so that trying them out says something. */
export const canBeRehearsed = (option: string) => ['OPT-08', 'OPT-14', 'OPT-16', 'OPT-21'].includes(option)

interface Said {
  verdict: Verdict
  sentence: string
}

export interface Rehearsal {
  settingId: string
  since: string
  decisions: number
  more: boolean
  differently: number
  otherwise: number
  unreadable: number
  outcomes: { before: Verdict; after: Verdict; count: number }[]
  /** Null for whoever may not see decisions. */
  examples: { decisionId: string; askedAt: string; before: Said; after: Said }[] | null
}

/** Nothing is chosen by trying: it is read like any other list, though it is asked for with values. */
export const rehearsalQuery = (setting: string, options: Record<string, OptionValue>) =>
  queryOptions({
    queryKey: ['setting', setting, 'rehearsal', options],
    queryFn: ({ signal }) => api.post<Rehearsal>(`/api/media/settings/${setting}/rehearsals`, { options }, { signal }),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
    retry: false,
  })
