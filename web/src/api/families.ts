import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { components } from './generated/media-consent-service'
import { api } from './client'

type Schemas = components['schemas']
export type Families = Schemas['FamiliesView']
export type Family = Families['items'][number]
export type FamilyStatus = Family['status']
export type Round = Schemas['RoundView']
export type Wordings = Schemas['WordingView']
export type Outbox = Schemas['OutboxView']
export type OutboxMail = Outbox['items'][number]
export type OpenedMail = Schemas['Opened']
export type Entry = Schemas['EntryView']
export type IdentityCheck = 'KNOWN_IN_PERSON' | 'PHOTO_ID'

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
      api.get<Families>(path(setting, 'families'), { query: { ...filter, limit: 50, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })

export const roundsQuery = (setting: string) =>
  queryOptions({
    queryKey: at(setting, 'family-rounds'),
    queryFn: ({ signal }) => api.get<{ items: Round[] }>(path(setting, 'family-rounds'), { signal }),
    refetchInterval: (query) => (query.state.data?.items.some((one) => one.state === 'RUNNING') ? 1_000 : false),
  })

export const wordingQuery = (setting: string) =>
  queryOptions({
    queryKey: at(setting, 'family-wordings'),
    queryFn: ({ signal }) => api.get<Wordings>(path(setting, 'family-wordings'), { signal }),
    refetchOnWindowFocus: false,
  })

export const outboxQuery = (setting: string) =>
  queryOptions({
    queryKey: at(setting, 'outgoing-mails'),
    queryFn: ({ signal }) => api.get<Outbox>(path(setting, 'outgoing-mails'), { signal }),
    refetchInterval: 5_000,
  })

export const startRound = (setting: string, kind: Round['kind'], className: string | undefined) =>
  api.post<Round>(path(setting, 'family-rounds'), { kind, className: className ?? null })

export const saveWording = (setting: string, wording: Wordings['wording']) =>
  api.post<Wordings>(path(setting, 'family-wordings'), { wording })

export const showEntry = (setting: string, giver: string, confirmed: IdentityCheck) =>
  api.post<Entry>(path(setting, `families/${giver}/entry`), { confirmed })

export const openMail = (mail: string) => api.post<OpenedMail>(`/api/media/outgoing-mails/${mail}/opening`, undefined)
