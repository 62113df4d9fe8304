import { http, HttpResponse } from 'msw'
import type { WordList, Wording } from '../api/wording'
import { problem } from './handlers'
import { willow } from './people'

export const starterWords: Wording['words'] = [
  { word: 'blast', weight: 'NEVER', starter: true },
  { word: 'innit', weight: 'WITH_REASON', starter: true },
]

/** A service that keeps one setting's list under its revision, as the real one does. */
export function wordingHandlers(over: Partial<Wording> = {}) {
  const list = { kept: { settingId: willow.id, revision: 0, words: starterWords, ownContacts: [], ...over } as Wording }
  const view = () => HttpResponse.json(list.kept, { headers: { etag: `"${list.kept.revision}"` } })
  return {
    list,
    handlers: [
      http.get('*/api/media/settings/:id/wording', view),
      http.put('*/api/media/settings/:id/wording', async ({ request }) => {
        if (request.headers.get('if-match') !== `"${list.kept.revision}"`) return problem(412, 'kit.changed-meanwhile')
        const sent = (await request.json()) as WordList
        const words = sent.words.map((one) => ({ ...one, starter: starterWords.some(({ word }) => word === one.word) }))
        list.kept = { ...list.kept, ...sent, words, revision: list.kept.revision + 1 }
        return view()
      }),
    ],
  }
}
