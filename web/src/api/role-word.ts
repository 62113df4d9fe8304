import { useTranslation } from '../locales'
import type { SettingSummary } from './types'

/** What a setting calls a role: its own word where it has one, ours otherwise. The only place that knows. */
export function useRoleWord(setting: Pick<SettingSummary, 'labels'> | null): (role: string) => string {
  const { t } = useTranslation()
  return (role) => setting?.labels[role] ?? t(`roles.${role}` as 'roles.DSL', { defaultValue: role })
}
