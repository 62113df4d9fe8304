import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from './client'
import { isProblem } from './problem'
import type { DecisionCard, CardCheck, NoticeList, Page, Published, Replay, Takedown } from './types'

const at = (setting: string, ...rest: unknown[]) => ['setting', setting, ...rest]

/** The post made with an answer, or null while there is none. */
export const postedQuery = (decision: string) =>
  queryOptions({
    queryKey: ['decision', decision, 'posted'],
    queryFn: async ({ signal }) => {
      try {
        return await api.get<Published>(`/api/media/decisions/${decision}/posted`, { signal })
      } catch (error) {
        if (isProblem(error, 404)) return null
        throw error
      }
    },
  })

export const sayPosted = (decision: string, address: string, checkedOutside: string[], key: string) =>
  api.post<Published>(`/api/media/decisions/${decision}/posted`, { address, checkedOutside }, { key })

export const sayAlreadyOut = (decision: string, address: string) =>
  api.post<Published>(`/api/media/decisions/${decision}/already-out`, { address })

export const takedownStates = ['OPEN', 'OVERDUE', 'DONE'] as const
export type TakedownFilter = (typeof takedownStates)[number]

export const takedownsQuery = (setting: string, state: TakedownFilter) =>
  infiniteQueryOptions({
    queryKey: at(setting, 'takedowns', state),
    queryFn: ({ signal, pageParam }) =>
      api.get<Page<Takedown>>(`/api/media/settings/${setting}/takedowns`, {
        query: { state, limit: 50, after: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })

export const takedownCountsQuery = (setting: string) =>
  queryOptions({
    queryKey: at(setting, 'takedowns', 'counts'),
    queryFn: ({ signal }) =>
      api.get<{ open: number; overdue: number }>(`/api/media/settings/${setting}/takedowns/counts`, { signal }),
  })

export const takedownQuery = (id: string) =>
  queryOptions({
    queryKey: ['takedown', id],
    queryFn: ({ signal }) => api.get<Takedown>(`/api/media/takedowns/${id}`, { signal }),
  })

export const proveGone = (id: string, proof: { seenGoneAt: string; how: string; proof: string }) =>
  api.post<Takedown>(`/api/media/takedowns/${id}/done`, proof)

export const noticesQuery = (limit: number) =>
  infiniteQueryOptions({
    queryKey: ['notices', limit],
    queryFn: ({ signal, pageParam }) =>
      api.get<NoticeList>('/api/media/notices', { query: { limit, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })

export const noticeSeen = (id: string) => api.post(`/api/media/notices/${id}/seen`)

export const cardQuery = (decision: string) =>
  queryOptions({
    queryKey: ['decision', decision, 'card'],
    queryFn: ({ signal }) => api.get<DecisionCard>(`/api/media/decisions/${decision}/card`, { signal }),
    staleTime: Infinity,
  })

/** Worked out anew each time: what was sealed yesterday may have been changed today. */
export const replayQuery = (decision: string) =>
  queryOptions({
    queryKey: ['decision', decision, 'replay'],
    queryFn: ({ signal }) => api.get<Replay>(`/api/media/decisions/${decision}/replay`, { signal }),
    gcTime: 0,
  })

/** Asked anew each time it is looked at: an answer of a moment ago is none. */
export const cardCheckQuery = (code: string) =>
  queryOptions({
    queryKey: ['card', code],
    queryFn: ({ signal }) => api.get<CardCheck>(`/api/media/cards/${encodeURIComponent(code)}`, { signal }),
    staleTime: 0,
    gcTime: 0,
    refetchOnMount: 'always',
  })
