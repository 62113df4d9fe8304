import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { api } from './client'
import type { Me, SettingSummary } from './types'

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => api.get<Me>('/api/directory/me', { signal }),
  staleTime: 60_000,
})

export const useMe = (): Me => useSuspenseQuery(meQuery).data

const today = () => new Date().toLocaleDateString('en-CA')

/** The roles held today at a setting; a role held for the whole group counts everywhere. */
export function rolesAt(me: Me, settingId: string | null): Set<string> {
  const now = today()
  return new Set(
    me.posts
      .filter((post) => post.from <= now && (post.to === null || post.to >= now))
      .filter((post) => post.settingId === null || post.settingId === settingId)
      .map((post) => post.role),
  )
}

const asks = ['CONTRIBUTOR', 'MODERATOR', 'SETTING_HEAD', 'LINE_MANAGER', 'SLT', 'DSL']
const keepsConsent = ['SETTING_HEAD', 'LINE_MANAGER', 'SLT', 'DSL']

const mayHolders = {
  ask: asks,
  seeRoster: asks,
  seeConsent: keepsConsent,
  readReasons: keepsConsent,
  seeCoverage: [...keepsConsent, 'GROUP_ADMIN'],
  importPeople: [...keepsConsent, 'GROUP_ADMIN'],
  readOutbox: ['SETTING_HEAD', 'GROUP_ADMIN'],
  seeDirectory: [...keepsConsent, 'GROUP_ADMIN'],
  administer: ['GROUP_ADMIN'],
  keepWords: ['SETTING_HEAD', 'LINE_MANAGER', 'SLT'],
  chooseOptions: ['SETTING_HEAD', 'LINE_MANAGER', 'SLT', 'GROUP_ADMIN'],
  seeOptions: [...asks, 'OSC', 'GOVERNOR', 'CHAIR', 'HR', 'HEAD_COMMS', 'WEB_MANAGER', 'POLICY_OWNER', 'GROUP_ADMIN'],
  editHelp: ['SETTING_HEAD', 'DSL', 'GROUP_ADMIN'],
} as const satisfies Record<string, readonly string[]>

export type Ability = keyof typeof mayHolders

/** Decides what the screen offers. The service still decides what is allowed. */
export function may(me: Me, settingId: string | null, ability: Ability): boolean {
  const held = rolesAt(me, settingId)
  return mayHolders[ability].some((role) => held.has(role))
}

const lastSetting = (me: Me) => `clearpost.setting.${me.person.id}`

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** The setting somebody works in: from the address, else where they worked last, else their first. */
export function currentSetting(me: Me, wanted: string | undefined): SettingSummary | null {
  const byId = (id: string | null | undefined) => me.settings.find((setting) => setting.id === id)
  return byId(wanted) ?? byId(stored(lastSetting(me))) ?? me.settings[0] ?? null
}

export function rememberSetting(me: Me, settingId: string) {
  try {
    localStorage.setItem(lastSetting(me), settingId)
  } catch {
    // Storage may be switched off; the first setting is shown next time.
  }
}

export function useCurrentSetting(): SettingSummary | null {
  const search = useSearch({ strict: false }) as { setting?: string }
  return currentSetting(useMe(), search.setting)
}

export function useMay(ability: Ability): boolean {
  const me = useMe()
  return may(me, useCurrentSetting()?.id ?? null, ability)
}
