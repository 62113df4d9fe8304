import './words'
import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from '../../locales'
import { useCurrentSetting, useMay, useMe } from '../../api/me'
import { optionChangesQuery, optionDefinitionsQuery, sayValue } from '../../api/policies'
import { ProblemError } from '../../api/problem'
import type { OptionChange, OptionValue } from '../../api/types'
import { Actions } from '../../components/actions'
import { DataList } from '../../components/data-list'
import { Page } from '../../components/page'
import { Empty, Failed, Loaded } from '../../components/states'
import { when } from '../../components/time'

export function OptionChangesPage() {
  const { t } = useTranslation(['options', 'common'])
  const setting = useCurrentSetting()
  const allowed = useMay('chooseOptions') && setting !== null
  const definitions = useQuery(optionDefinitionsQuery)
  const me = useMe()
  const changes = useInfiniteQuery({ ...optionChangesQuery(setting?.id ?? ''), enabled: allowed })
  const definitionOf = (key: string) => definitions.data?.find((one) => one.key === key)
  const say = (key: string, value: OptionValue) => (value === null ? t('unset') : sayValue(definitionOf(key), value))
  const how = (change: OptionChange) =>
    [
      change.settingId === null && t('changes.byGroup'),
      change.cause === 'STARTER_SET' && t('changes.STARTER_SET', { set: change.starterSet }),
      change.cause === 'REPLACED_BY_LOCK' && t('changes.REPLACED_BY_LOCK'),
      change.oldLocked !== change.newLocked && t(change.newLocked ? 'changes.lockedNow' : 'changes.unlockedNow'),
    ].filter(Boolean)

  return (
    <Page title={t('changes.title')} lead={setting && t('changes.lead', { setting: setting.officialName })} wide>
      <Actions>
        <Link to="/options">{t('back')}</Link>
      </Actions>
      {!allowed ? (
        <Failed error={new ProblemError(403, 'web.forbidden', '')} />
      ) : (
        <Loaded
          query={changes}
          isEmpty={(data) => data.pages[0]?.items.length === 0}
          empty={<Empty title={t('changes.empty')} />}
        >
          {(data) => (
            <>
              <DataList
                caption={t('changes.title')}
                rows={data.pages.flatMap((page) => page.items)}
                keyOf={(change) => change.id}
                columns={[
                  {
                    heading: t('changes.question'),
                    cell: (change) => definitionOf(change.key)?.question ?? change.key,
                  },
                  { heading: t('changes.from'), cell: (change) => say(change.key, change.oldValue) },
                  { heading: t('changes.to'), cell: (change) => say(change.key, change.newValue) },
                  {
                    heading: t('changes.who'),
                    cell: (change) =>
                      [change.changedBy === me.person.id ? t('changes.you') : t('changes.other'), ...how(change)].join(
                        ', ',
                      ),
                  },
                  { heading: t('changes.when'), cell: (change) => when(change.changedAt) },
                ]}
              />
              {changes.hasNextPage && (
                <Actions>
                  <Button
                    variant="outline"
                    loading={changes.isFetchingNextPage}
                    onClick={() => void changes.fetchNextPage()}
                  >
                    {t('common:actions.showMore')}
                  </Button>
                </Actions>
              )}
            </>
          )}
        </Loaded>
      )}
    </Page>
  )
}
