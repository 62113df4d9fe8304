import './words'
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from '../../locales'
import { useCurrentSetting, useMay } from '../../api/me'
import { takedownsQuery, takedownStates, type TakedownFilter } from '../../api/posts'
import { ProblemError } from '../../api/problem'
import type { SettingSummary, Takedown } from '../../api/types'
import { Choice, ChoiceGroup } from '../../components/choice'
import { DataList } from '../../components/data-list'
import { Page } from '../../components/page'
import { Empty, Failed, Loaded } from '../../components/states'
import { StatusTag } from '../../components/status-tag'
import { when } from '../../components/time'
import { useCause } from './cause'

export function TakedownsPage() {
  const { t } = useTranslation('takedowns')
  const setting = useCurrentSetting()
  const allowed = useMay('seeRoster')
  if (!setting || !allowed) {
    return (
      <Page title={t('title')}>
        <Failed error={new ProblemError(403, 'web.forbidden', '')} />
      </Page>
    )
  }
  return (
    <Page title={t('title')} lead={t('lead', { setting: setting.officialName })} wide>
      <Takedowns key={setting.id} setting={setting} />
    </Page>
  )
}

function Takedowns({ setting }: { setting: SettingSummary }) {
  const { t } = useTranslation('takedowns')
  const cause = useCause()
  const navigate = useNavigate()
  const state: TakedownFilter = useSearch({ from: '/signed-in/takedowns' }).state ?? 'OPEN'
  const found = useInfiniteQuery(takedownsQuery(setting.id, state))
  const columns = [
    {
      heading: t('post'),
      cell: (row: Takedown) => (
        <Link to="/takedowns/$id" params={{ id: row.id }}>
          {row.account.name}, {when(row.postedAt)}
        </Link>
      ),
    },
    { heading: t('why'), cell: cause },
    {
      heading: t('due'),
      cell: (row: Takedown) => (
        <StatusTag tone={row.state === 'DONE' ? 'good' : row.state === 'OVERDUE' ? 'bad' : 'care'}>
          {row.state === 'DONE' ? t('states.DONE') : when(row.dueAt)}
        </StatusTag>
      ),
    },
  ] as const
  return (
    <>
      <ChoiceGroup legend={t('filter')}>
        {takedownStates.map((one) => (
          <Choice
            key={one}
            type="radio"
            name="state"
            label={t(`states.${one}`)}
            checked={state === one}
            onChange={() => void navigate({ to: '/takedowns', search: { state: one === 'OPEN' ? undefined : one } })}
          />
        ))}
      </ChoiceGroup>
      <Loaded
        query={found}
        isEmpty={(data) => data.pages[0]?.items.length === 0}
        empty={
          <Empty title={t(`none.${state}`)}>
            <p>{t('noneText')}</p>
          </Empty>
        }
      >
        {(data) => (
          <>
            <DataList
              caption={t('list')}
              rows={data.pages.flatMap((page) => page.items)}
              keyOf={(row) => row.id}
              columns={columns}
            />
            {found.hasNextPage && (
              <Button variant="outline" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
                {t('more')}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </>
  )
}
