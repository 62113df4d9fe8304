import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from './client'
import type { Account, ClassCount, Coverage, Decision, DecisionSummary, Page, Question, Subject } from './types'

/** Keys start with the setting, so that leaving a setting forgets everything read about it. */
const at = (setting: string, ...rest: unknown[]) => ['setting', setting, ...rest]

export const accountsQuery = (setting: string) =>
  queryOptions({
    queryKey: at(setting, 'accounts'),
    queryFn: async ({ signal }) => {
      const answer = await api.get<Page<Account> | Account[]>(`/api/media/settings/${setting}/accounts`, {
        query: { limit: 100 },
        signal,
      })
      return Array.isArray(answer) ? answer : answer.items
    },
    staleTime: 60_000,
  })

export const classesQuery = (setting: string) =>
  queryOptions({
    queryKey: at(setting, 'classes'),
    queryFn: async ({ signal }) => {
      const answer = await api.get<Page<ClassCount> | ClassCount[]>(`/api/media/settings/${setting}/classes`, { signal })
      return Array.isArray(answer) ? answer : answer.items
    },
    staleTime: 60_000,
  })

export interface SubjectFilter {
  query?: string
  className?: string
  kind?: Subject['kind']
}

const subjects = (setting: string, filter: SubjectFilter, limit: number, after?: string, signal?: AbortSignal) =>
  api.list<Page<Subject>>(`/api/media/settings/${setting}/subjects`, { ...filter, limit, after }, signal)

/** The first people that fit, while somebody types. */
export const subjectsQuery = (setting: string, filter: SubjectFilter, limit = 30) =>
  queryOptions({
    queryKey: at(setting, 'subjects', filter, limit),
    queryFn: ({ signal }) => subjects(setting, filter, limit, undefined, signal),
    placeholderData: keepPreviousData,
  })

/** Page after page of them. */
export const rosterQuery = (setting: string, filter: SubjectFilter) =>
  infiniteQueryOptions({
    queryKey: at(setting, 'roster', filter),
    queryFn: ({ signal, pageParam }) => subjects(setting, filter, 50, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })

export const coverageQuery = (setting: string) =>
  queryOptions({
    queryKey: at(setting, 'coverage'),
    queryFn: ({ signal }) => api.get<Coverage>(`/api/media/settings/${setting}/coverage`, { signal }),
  })

export const decisionQuery = (id: string) =>
  queryOptions({
    queryKey: ['decision', id],
    queryFn: ({ signal }) => api.get<Decision>(`/api/media/decisions/${id}`, { signal }),
    staleTime: Infinity,
  })

export const decisionsQuery = (setting: string, limit: number) =>
  infiniteQueryOptions({
    queryKey: at(setting, 'decisions', limit),
    queryFn: ({ signal, pageParam }) =>
      api.get<Page<DecisionSummary>>(`/api/media/settings/${setting}/decisions`, {
        query: { limit, after: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })

/** What was asked, kept in memory for as long as the page lives, so that asking again starts from it. */
export const askedKey = (decision: string) => ['asked', decision] as const

export const ask = (question: Question, key: string) => api.post<Decision>('/api/media/decisions', question, { key })
