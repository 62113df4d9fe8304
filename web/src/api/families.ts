import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from './client'
import type {
  FamilyEntry,
  FamilyList,
  FamilyRound,
  FamilyStatus,
  FamilyWordings,
  IdentityCheck,
  OpenedMail,
  Outbox,
  Renewal,
} from './types'

export const familyStatuses: readonly FamilyStatus[] = ['NOT_ASKED', 'ASKED', 'ANSWERED', 'NO_ADDRESS', 'BOUNCED']

const at = (setting: string, ...rest: unknown[]) => ['setting', setting, ...rest]
const path = (setting: string, rest: string) => `/api/media/settings/${setting}/${rest}`

export interface FamilyFilter {
  className?: string
  status?: string
}

export const familiesQuery = (setting: string, filter: FamilyFilter) =>
  infiniteQueryOptions({
    queryKey: at(setting, 'families', filter),
    queryFn: ({ signal, pageParam }) =>
      api.get<FamilyList>(path(setting, 'families'), { query: { ...filter, limit: 50, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })

export const roundsQuery = (setting: string) =>
  queryOptions({
    queryKey: at(setting, 'family-rounds'),
    queryFn: ({ signal }) => api.get<{ items: FamilyRound[] }>(path(setting, 'family-rounds'), { signal }),
    refetchInterval: (query) => (query.state.data?.items.some((one) => one.state === 'RUNNING') ? 1_000 : false),
  })

export const wordingQuery = (setting: string) =>
  queryOptions({
    queryKey: at(setting, 'family-wordings'),
    queryFn: ({ signal }) => api.get<FamilyWordings>(path(setting, 'family-wordings'), { signal }),
    refetchOnWindowFocus: false,
  })

export const outboxQuery = (setting: string) =>
  queryOptions({
    queryKey: at(setting, 'outgoing-mails'),
    queryFn: ({ signal }) => api.get<Outbox>(path(setting, 'outgoing-mails'), { signal }),
    refetchInterval: 5_000,
  })

export const renewalQuery = (setting: string, until: string) =>
  queryOptions({
    queryKey: at(setting, 'renewal', until),
    queryFn: ({ signal }) => api.get<Renewal>(path(setting, 'lapses/families'), { query: { until }, signal }),
  })

/** Asks the families of every yes that ends by that day; with the same key, once. */
export const startRenewal = (setting: string, until: string, key: string) =>
  api.post<FamilyRound>(path(setting, 'family-rounds'), { kind: 'RENEW', until }, { key })

export const startRound = (setting: string, kind: 'ASK' | 'REMIND', className: string | undefined) =>
  api.post<FamilyRound>(path(setting, 'family-rounds'), { kind, className: className ?? null })

export const saveWording = (setting: string, wording: FamilyWordings['wording']) =>
  api.post<FamilyWordings>(path(setting, 'family-wordings'), { wording })

export const showEntry = (setting: string, giver: string, confirmed: IdentityCheck) =>
  api.post<FamilyEntry>(path(setting, `families/${giver}/entry`), { confirmed })

export const openMail = (mail: string) => api.post<OpenedMail>(`/api/media/outgoing-mails/${mail}/opening`, undefined)
