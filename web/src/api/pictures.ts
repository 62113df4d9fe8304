import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import type { Picture } from './types'

export const pictureQuery = (id: string) =>
  queryOptions({
    queryKey: ['picture', id],
    queryFn: ({ signal }) => api.get<Picture>(`/api/media/pictures/${id}`, { signal }),
    staleTime: 60_000,
  })

/** Comes back when it has been cleaned; giving up ends the cleaning too. */
export const sendPicture = (setting: string, file: Blob, key: string, signal: AbortSignal) =>
  api.post<Picture>(`/api/media/settings/${setting}/pictures`, file, {
    contentType: 'application/octet-stream',
    key,
    signal,
  })

export const removePicture = async (id: string) => (await api.delete<Picture>(`/api/media/pictures/${id}`)).data

export const pictureAddress = (id: string) => `/api/media/pictures/${id}/content`
