import { useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

declare module '@tanstack/react-router' {
  interface HistoryState {
    words?: string
  }
}

/** As many letters as the services take. */
export const longestWords = 200

/**
 * What somebody types to find people by. It may be a name, so it stands in no address: the browser's history keeps it
 * beside the page, and going back finds it again.
 */
export function useSearchWords() {
  const router = useRouter()
  const navigate = useNavigate()
  const [text, setText] = useState(() => router.latestLocation.state.words ?? '')
  const [words, setWords] = useState(text || undefined)
  useEffect(() => {
    const typed = text.trim() || undefined
    if (typed === words) return
    const timer = setTimeout(() => {
      setWords(typed)
      void navigate({ to: '.', search: true, state: { words: typed }, replace: true })
    }, 250)
    return () => clearTimeout(timer)
  }, [text, words, navigate])
  return { text, setText, words }
}
