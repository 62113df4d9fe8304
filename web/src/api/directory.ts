import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from './client'
import type {
  ApiClient,
  DateOrder,
  Group,
  NewPost,
  Page,
  Person,
  PersonDetails,
  Setting,
  SettingDetails,
  StaffImport,
} from './types'

const root = '/api/directory'
const tag = (version: number) => `"${version}"`

export const groupQuery = queryOptions({
  queryKey: ['directory', 'group'],
  queryFn: ({ signal }) => api.get<Group>(`${root}/group`, { signal }),
})

export const renameGroup = async (group: Group, name: string) =>
  (await api.put<Group>(`${root}/group`, { name }, { ifMatch: tag(group.version) })).data

export const settingsQuery = queryOptions({
  queryKey: ['directory', 'settings'],
  queryFn: async ({ signal }) => {
    const all: Setting[] = []
    let after: string | undefined
    do {
      const page: Page<Setting> = await api.get(`${root}/settings`, { query: { limit: 100, after }, signal })
      all.push(...page.items)
      after = page.next ?? undefined
    } while (after)
    return all
  },
})

export const settingQuery = (id: string) =>
  queryOptions({
    queryKey: ['directory', 'setting', id],
    queryFn: ({ signal }) => api.get<Setting>(`${root}/settings/${id}`, { signal }),
  })

export const addSetting = (details: SettingDetails, key: string) =>
  api.post<Setting>(`${root}/settings`, details, { key })

export const changeSetting = async (setting: Setting, details: SettingDetails) =>
  (await api.put<Setting>(`${root}/settings/${setting.id}`, details, { ifMatch: tag(setting.version) })).data

export const closeSetting = (id: string) => api.post<Setting>(`${root}/settings/${id}/closure`)

export interface PeopleFilter {
  query?: string
  at?: string
}

const people = ({ query, at }: PeopleFilter, limit: number, after?: string, signal?: AbortSignal) =>
  api.list<Page<Person>>(`${root}/people`, { query, setting: at, limit, after }, signal)

export const peopleQuery = (filter: PeopleFilter) =>
  infiniteQueryOptions({
    queryKey: ['directory', 'people', filter],
    queryFn: ({ signal, pageParam }) => people(filter, 50, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })

/** The first people that fit, while somebody types. */
export const foundPeopleQuery = (query: string) =>
  queryOptions({
    queryKey: ['directory', 'found-people', query],
    queryFn: ({ signal }) => people({ query }, 20, undefined, signal),
    placeholderData: keepPreviousData,
  })

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['directory', 'person', id],
    queryFn: ({ signal }) => api.get<Person>(`${root}/people/${id}`, { signal }),
  })

export const addPerson = (details: PersonDetails, key: string) => api.post<Person>(`${root}/people`, details, { key })

export const changePerson = async (person: Person, details: PersonDetails) =>
  (await api.put<Person>(`${root}/people/${person.id}`, details, { ifMatch: tag(person.version) })).data

export const setLineManager = async (person: Person, managerId: string | null) =>
  (
    await api.put<Person>(`${root}/people/${person.id}/line-manager`, { managerId }, { ifMatch: tag(person.version) })
  ).data

export const givePost = (person: string, post: NewPost, key: string) =>
  api.post<Person>(`${root}/people/${person}/posts`, post, { key })

export const endPost = (person: string, post: string, on: string | null) =>
  api.post<Person>(`${root}/people/${person}/posts/${post}/end`, { on })

export const disablePerson = (id: string) => api.post<Person>(`${root}/people/${id}/disablement`)
export const reinstatePerson = (id: string) => api.post<Person>(`${root}/people/${id}/reinstatement`)

export const givePasswordCode = (id: string) =>
  api.post<{ code: string; expiresAt: string }>(`${root}/people/${id}/password-code`)

export const clientsQuery = queryOptions({
  queryKey: ['directory', 'api-clients'],
  queryFn: async ({ signal }) =>
    (await api.get<Page<ApiClient>>(`${root}/api-clients`, { query: { limit: 100 }, signal })).items,
})

export const addClient = (wish: Pick<ApiClient, 'name' | 'scopes' | 'settingIds'>, key: string) =>
  api.post<{ id: string; secret: string | null }>(`${root}/api-clients`, wish, { key })

export const endClient = (id: string) => api.post(`${root}/api-clients/${id}/end`)

export const staffImportQuery = (id: string) =>
  queryOptions({
    queryKey: ['directory', 'import', id],
    queryFn: ({ signal }) => api.get<StaffImport>(`${root}/imports/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'RUNNING' ? 700 : false),
  })

export const sendStaff = (file: File, dateOrder: DateOrder, key: string) =>
  api.post<StaffImport>(`${root}/imports`, file, {
    query: { fileName: file.name, dateOrder },
    contentType: 'application/octet-stream',
    key,
  })

export const confirmStaff = (id: string, key: string) =>
  api.post<StaffImport>(`${root}/imports/${id}/confirmation`, undefined, { key })
