import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import type { Session } from './types'

/** `idleSeconds` is what is left; asking for it is not use, so it does not keep the session alive. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => api.get<Session>('/api/session', { signal }),
  staleTime: 60_000,
})

export const setUpNeededQuery = queryOptions({
  queryKey: ['set-up-needed'],
  queryFn: ({ signal }) => api.get<{ needed: boolean }>('/api/directory/setup', { signal }),
  staleTime: Infinity,
})

export const signInAddress = '/oauth2/authorization/clearpost'

const returnTo = 'clearpost.return-to'

/** Keeps the page somebody wanted, in this tab only, while they sign in elsewhere. */
export function rememberWhere(path: string) {
  if (path !== '/' && path !== '/setup' && !path.startsWith('/signed-out')) sessionStorage.setItem(returnTo, path)
}

export function whereWanted(): string | null {
  const path = sessionStorage.getItem(returnTo)
  return path?.startsWith('/') && !path.startsWith('//') ? path : null
}

export const forgetWhere = () => sessionStorage.removeItem(returnTo)

/** Loads a page afresh, so that nothing of the person who left stays in memory. */
export const leave = { to: (address: string) => window.location.assign(address) }

/** Ends the session at the gateway. Whatever the gateway says, this browser forgets everything it showed. */
export async function signOut(reason?: 'idle') {
  forgetWhere()
  try {
    await api.post('/logout')
    leave.to(reason ? '/signed-out?because=idle' : '/signed-out')
  } catch {
    leave.to('/signed-out?because=unsure')
  }
}
