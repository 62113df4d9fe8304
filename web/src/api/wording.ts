import { queryOptions } from '@tanstack/react-query'
import { api } from './client'

export type WordWeight = 'NEVER' | 'WITH_REASON'

export interface ListedWord {
  word: string
  weight: WordWeight
}

/** The words a setting keeps out of its posts, and its own contact details, which may stand in them. */
export interface WordList {
  words: ListedWord[]
  ownContacts: string[]
}

export interface Wording extends WordList {
  settingId: string
  /** 0 while the setting goes by the starter list. */
  revision: number
  words: (ListedWord & { starter: boolean })[]
}

const address = (setting: string) => `/api/media/settings/${setting}/wording`

export const wordingQuery = (setting: string) =>
  queryOptions({
    queryKey: ['setting', setting, 'wording'],
    queryFn: ({ signal }) => api.getWithTag<Wording>(address(setting), { signal }),
    refetchOnWindowFocus: false,
  })

export const replaceWording = (setting: string, { words, ownContacts }: WordList, ifMatch: string | null) =>
  api.put<Wording>(
    address(setting),
    { words: words.map(({ word, weight }) => ({ word, weight })), ownContacts },
    { ifMatch: ifMatch ?? undefined },
  )
