import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from '../../locales'
import { settingsQuery } from '../../api/directory'
import { useMay } from '../../api/me'
import { useRoleWord } from '../../api/role-word'
import type { Setting } from '../../api/types'
import { Actions } from '../../components/actions'
import { DataList } from '../../components/data-list'
import { Empty, Loaded } from '../../components/states'
import { StatusTag } from '../../components/status-tag'
import styles from './directory.module.css'
import { DirectoryPage } from './frame'
import { GroupName } from './group-name'

export function SettingsPage() {
  const { t } = useTranslation(['directory', 'common'])
  const settings = useQuery({ ...settingsQuery, enabled: useMay('administer') })
  return (
    <DirectoryPage title={t('settings.title')} lead={t('notSaved')}>
      <Actions>
        <Button component={Link} to="/directory/settings/new">
          {t('settings.add')}
        </Button>
      </Actions>
      <Loaded query={settings} isEmpty={(all) => all.length === 0} empty={<Empty title={t('settings.none')} />}>
        {(all) => (
          <DataList
            caption={t('settings.title')}
            rows={all}
            keyOf={(setting) => setting.id}
            columns={[
              {
                heading: t('settings.name'),
                cell: (setting) => (
                  <Link to="/directory/settings/$id" params={{ id: setting.id }} className={styles.link}>
                    {setting.officialName}
                  </Link>
                ),
              },
              { heading: t('settings.kind'), cell: (setting) => t(`common:settingTypes.${setting.type}`) },
              {
                heading: t('settings.state'),
                cell: (setting) => (
                  <StatusTag tone={setting.open ? 'good' : 'open'}>
                    {t(setting.open ? 'settings.open' : 'settings.closed')}
                  </StatusTag>
                ),
              },
              { heading: t('settings.unfilled'), cell: (setting) => <Unfilled setting={setting} /> },
            ]}
          />
        )}
      </Loaded>
      <GroupName />
    </DirectoryPage>
  )
}

function Unfilled({ setting }: { setting: Setting }) {
  const { t } = useTranslation('directory')
  const word = useRoleWord(setting)
  if (!setting.open) return null
  if (setting.unfilledPosts.length === 0) return t('settings.allFilled')
  return <StatusTag tone="care">{setting.unfilledPosts.map(word).join(', ')}</StatusTag>
}
