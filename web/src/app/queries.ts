import { QueryCache, QueryClient, MutationCache } from '@tanstack/react-query'
import { isProblem, ProblemError } from '../api/problem'
import { sessionQuery } from '../api/session'

/**
 * Nothing outlives the tab and nothing is kept for long. An answer of 401 means that the session ended elsewhere:
 * the session is asked for again, and the sign-in page takes the place of whatever was shown.
 */
export function newQueries(retries = 1): QueryClient {
  const onError = (error: unknown) => {
    if (isProblem(error, 401)) void queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
  }
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        gcTime: 300_000,
        networkMode: 'always',
        refetchOnWindowFocus: true,
        retry: (failures, error) =>
          failures < retries && !(error instanceof ProblemError && error.status !== 502 && error.status !== 504),
        retryDelay: 400,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
  queries.setQueryDefaults(['asked'], { gcTime: Infinity })
  return queries
}
