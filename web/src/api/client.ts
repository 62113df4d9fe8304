import { UnreachableError, problemOf } from './problem'

type Query = Record<string, string | number | boolean | null | undefined>

interface Options {
  query?: Query
  signal?: AbortSignal
}

interface WriteOptions extends Options {
  /** Sent again with the same key, a command has its effect once. A fresh key is made when none is given. */
  key?: string
  ifMatch?: string
  /** For a body that is not JSON: a file, sent as it is. */
  contentType?: string
  accept?: string
}

export interface Answer<T> {
  data: T
  etag: string | null
}

export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function cookie(name: string): string | null {
  const found = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`))
  return found ? decodeURIComponent(found.slice(name.length + 1)) : null
}

/** The gateway sets the cookie with any answer; asking for the session is the cheapest one. */
async function csrfToken(): Promise<string> {
  if (!cookie('XSRF-TOKEN')) await raw('GET', '/api/session', {})
  return cookie('XSRF-TOKEN') ?? ''
}

function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

async function raw(method: string, path: string, options: Options, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(address(path, options.query), {
      ...init,
      method,
      signal: options.signal,
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
    })
  } catch (error) {
    if (options.signal?.aborted) throw error
    throw new UnreachableError(error)
  }
}

async function read<T>(answer: Response): Promise<Answer<T>> {
  if (!answer.ok) throw await problemOf(answer)
  const json = answer.headers.get('content-type')?.includes('json')
  if (!json) return { data: undefined as T, etag: answer.headers.get('etag') }
  try {
    return { data: (await answer.json()) as T, etag: answer.headers.get('etag') }
  } catch (error) {
    throw new UnreachableError(error)
  }
}

async function send(method: string, path: string, body: unknown, options: WriteOptions): Promise<Response> {
  const headers: Record<string, string> = {
    accept: options.accept ?? 'application/json, application/problem+json',
    'X-XSRF-TOKEN': await csrfToken(),
  }
  if (method === 'POST') headers['Idempotency-Key'] = options.key ?? newKey()
  if (options.ifMatch) headers['If-Match'] = options.ifMatch
  let content: BodyInit | undefined
  if (options.contentType) {
    headers['content-type'] = options.contentType
    content = body as BodyInit
  } else if (body !== undefined) {
    headers['content-type'] = 'application/json'
    content = JSON.stringify(body)
  }
  return raw(method, path, options, { headers, body: content })
}

const write = async <T>(method: string, path: string, body: unknown, options: WriteOptions): Promise<Answer<T>> =>
  read<T>(await send(method, path, body, options))

/** The one way to the services: same origin, CSRF header, idempotency key, problems as {@link ProblemError}. */
export const api = {
  get: async <T>(path: string, options: Options = {}): Promise<T> => (await api.getWithTag<T>(path, options)).data,

  /** For what is edited later: the tag goes back with the edit, so that nobody's change is lost. */
  getWithTag: async <T>(path: string, options: Options = {}): Promise<Answer<T>> =>
    read<T>(await raw('GET', path, options, { headers: { accept: 'application/json, application/problem+json' } })),

  /** Part of a list. Words may be a name, and no name stands in an address: with them the question goes in a body. */
  list: <T>(path: string, { query, ...filter }: Query & { query?: string }, signal?: AbortSignal): Promise<T> =>
    query
      ? api.post<T>(`${path}/search`, { query, ...filter }, { signal })
      : api.get<T>(path, { query: filter, signal }),

  /** A table made of what is asked for in a body. */
  table: async (path: string, body: unknown): Promise<Blob> => {
    const answer = await send('POST', path, body, { accept: 'text/csv, application/problem+json' })
    if (!answer.ok) throw await problemOf(answer)
    try {
      return await answer.blob()
    } catch (error) {
      throw new UnreachableError(error)
    }
  },

  post: async <T>(path: string, body?: unknown, options: WriteOptions = {}): Promise<T> =>
    (await write<T>('POST', path, body, options)).data,

  put: <T>(path: string, body: unknown, options: WriteOptions = {}): Promise<Answer<T>> =>
    write<T>('PUT', path, body, options),

  delete: <T>(path: string, options: WriteOptions = {}): Promise<Answer<T>> =>
    write<T>('DELETE', path, undefined, options),
}
