import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from './client'
import type {
  GroupOptions,
  OptionChange,
  OptionDefinition,
  OptionField,
  OptionValue,
  Page,
  SettingOptions,
  StarterSet,
} from './types'

export const optionDefinitionsQuery = queryOptions({
  queryKey: ['option-definitions'],
  queryFn: ({ signal }) => api.get<OptionDefinition[]>('/api/policies/option-definitions', { signal }),
  staleTime: 3_600_000,
})

export const starterSetsQuery = queryOptions({
  queryKey: ['starter-sets'],
  queryFn: ({ signal }) => api.get<StarterSet[]>('/api/policies/starter-sets', { signal }),
  staleTime: 3_600_000,
})

export const settingOptionsQuery = (setting: string) =>
  queryOptions({
    queryKey: ['setting', setting, 'options'],
    queryFn: ({ signal }) => api.getWithTag<SettingOptions>(`/api/policies/settings/${setting}/options`, { signal }),
  })

export const chooseStarterSet = (setting: string, name: string) =>
  api.post(`/api/policies/settings/${setting}/starter-set`, { name })

export const groupOptionsQuery = queryOptions({
  queryKey: ['group-options'],
  queryFn: ({ signal }) => api.getWithTag<GroupOptions>('/api/policies/group-options', { signal }),
})

export const chooseOption = (setting: string, key: string, value: OptionValue, ifMatch: string | null) =>
  api.put<SettingOptions>(
    `/api/policies/settings/${setting}/options/${key}`,
    { value },
    { ifMatch: ifMatch ?? undefined },
  )

export const chooseGroupOption = (key: string, value: OptionValue, locked: boolean, ifMatch: string | null) =>
  api.put<GroupOptions>(`/api/policies/group-options/${key}`, { value, locked }, { ifMatch: ifMatch ?? undefined })

export const optionChangesQuery = (setting: string) =>
  infiniteQueryOptions({
    queryKey: ['setting', setting, 'option-changes'],
    queryFn: ({ signal, pageParam }) =>
      api.get<Page<OptionChange>>(`/api/policies/settings/${setting}/option-changes`, {
        query: { limit: 30, after: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })

type Shape = Pick<OptionDefinition, 'values'> & { fields?: OptionField[] }

const spelled = (code: string) => {
  const words = code.replaceAll(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** An option's value in the words of its definition; a code without words is spelled out. */
export function sayValue(shape: Shape | undefined, value: OptionValue | undefined): string {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (Array.isArray(value)) return value.map((one) => sayValue(shape, one)).join('; ') || '–'
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([name, one]) => {
        const field = shape?.fields?.find((known) => known.name === name)
        const label = field?.question ?? shape?.values.find((known) => known.value === name)?.label ?? spelled(name)
        return `${label.replace(/[:?]$/, '')}: ${sayValue(field, one)}`
      })
      .join(', ')
  }
  if (typeof value === 'string' && /^[[{]/.test(value)) {
    try {
      return sayValue(shape, JSON.parse(value) as OptionValue)
    } catch {
      return value
    }
  }
  const known = shape?.values.find((one) => one.value === String(value))
  return known?.label ?? (typeof value === 'string' && /^[A-Z][A-Z_]+$/.test(value) ? spelled(value) : String(value))
}
