import { useQuery } from '@tanstack/react-query'
import { useTranslation } from '../../locales'
import { settingsQuery } from '../../api/directory'
import { useMay } from '../../api/me'
import type { HeldPost } from '../../api/types'

/** What a setting is called, and a post held there in that setting's own word. */
export function useSettingWords() {
  const { t } = useTranslation(['directory', 'common'])
  const settings = useQuery({ ...settingsQuery, enabled: useMay('administer') })
  const find = (id: string | null) => settings.data?.find((setting) => setting.id === id)
  const settingName = (id: string | null) => (id === null ? t('person.wholeGroup') : (find(id)?.officialName ?? '…'))
  const roleName = (post: Pick<HeldPost, 'settingId' | 'role' | 'deputy'>) => {
    const role =
      find(post.settingId)?.labels[post.role] ??
      t(`common:roles.${post.role}` as 'common:roles.DSL', { defaultValue: post.role })
    return post.deputy ? t('person.deputy', { role }) : role
  }
  return { settings: settings.data ?? [], settingName, roleName }
}

export function usePostWords() {
  const { settingName, roleName } = useSettingWords()
  return (post: HeldPost) => `${roleName(post)}, ${settingName(post.settingId)}`
}
