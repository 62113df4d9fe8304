import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import type { BatchDetails, Mapping, RosterImport } from './types'

/** Asked again and again while the work runs. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: ({ signal }) => api.get<RosterImport>(`/api/media/imports/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'RUNNING' ? 700 : false),
  })

export const sendRoster = (setting: string, file: File, key: string) =>
  api.post<RosterImport>(`/api/media/settings/${setting}/imports`, file, {
    query: { fileName: file.name },
    contentType: 'application/octet-stream',
    key,
  })

export const mapImport = async (id: string, mapping: Mapping) =>
  (await api.put<RosterImport>(`/api/media/imports/${id}/mapping`, mapping)).data

export const confirmImport = (id: string, details: BatchDetails, key: string) =>
  api.post<RosterImport>(`/api/media/imports/${id}/confirmation`, { ...details, confirmed: true }, { key })

export const discardImport = (id: string) => api.post<RosterImport>(`/api/media/imports/${id}/discard`)

export const reportAddress = (id: string) => `/api/media/imports/${id}/report`
