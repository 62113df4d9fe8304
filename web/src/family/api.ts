import type { FamilyAnswers, FamilyPage, FamilyReceipt } from '../api/types'

/** The link lets nobody in: unknown, used, over. The service does not say which. */
export class UnusableError extends Error {}

/** Nothing came back: the network, or the service. Sending again is safe. */
export class NotReachedError extends Error {}

/** The questions were changed while the page was open. */
export class ChangedError extends Error {}

const patience = 20_000

async function call<T>(method: string, path: string, body?: unknown, key?: string): Promise<T> {
  let answer: Response
  try {
    answer = await fetch(`/api/family${path}`, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
      headers: {
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json', 'X-Clearpost-Family': '1' }),
        ...(key ? { 'Idempotency-Key': key } : {}),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
  } catch (error) {
    throw new NotReachedError('not reached', { cause: error })
  }
  if (answer.status === 404 || answer.status === 401) throw new UnusableError()
  if (answer.status === 409) throw new ChangedError()
  if (!answer.ok) throw new NotReachedError(`answered ${answer.status}`)
  if (answer.status === 204) return undefined as T
  try {
    return (await answer.json()) as T
  } catch (error) {
    throw new NotReachedError('broken off', { cause: error })
  }
}

export const requestLink = (key: string) => call<unknown>('POST', '/links', { key })
export const openSession = (key: string) => call<FamilyPage>('POST', '/session', { key })
export const readSession = () => call<FamilyPage>('GET', '/session')
export const endSession = () => call<undefined>('POST', '/session/end', {})
export const readReceipt = (id: string) => call<FamilyReceipt>('GET', `/receipts/${id}`)

export const sendAnswers = (answers: FamilyAnswers, key: string) => call<FamilyReceipt>('POST', '/answers', answers, key)

export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
