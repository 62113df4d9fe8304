import './words'
import { Button, NativeSelect } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { lapsesQuery, type LapsingConsent } from '../../api/consent'
import { useCurrentSetting, useMay } from '../../api/me'
import { ProblemError } from '../../api/problem'
import { Actions } from '../../components/actions'
import { DataList } from '../../components/data-list'
import { Page } from '../../components/page'
import { Empty, Failed, Loaded } from '../../components/states'
import { civilDay, today } from '../../components/time'
import { useTranslation } from '../../locales'
import styles from './consent.module.css'
import { lastDay, useQuestion } from './parts'
import { Renewal } from './renewal'

const days = ['30', '90', '180', '365'] as const

export function LapsesPage() {
  const { t } = useTranslation('consent')
  const setting = useCurrentSetting()
  const allowed = useMay('seeConsent')
  return (
    <Page title={t('lapse.title')} lead={t('lapse.lead')} wide>
      {setting && allowed ? (
        <Lapses key={setting.id} setting={setting.id} />
      ) : (
        <Failed error={new ProblemError(403, 'web.forbidden', '')} />
      )}
    </Page>
  )
}

function ahead(count: string): string {
  const day = new Date()
  day.setDate(day.getDate() + Number(count))
  return today(day)
}

function Lapses({ setting }: { setting: string }) {
  const { t } = useTranslation(['consent', 'common'])
  const question = useQuestion()
  const [span, setSpan] = useState<(typeof days)[number]>('90')
  const until = ahead(span)
  const found = useInfiniteQuery(lapsesQuery(setting, until))
  return (
    <>
      <div className={styles.filters}>
        <NativeSelect
          label={t('lapse.until')}
          value={span}
          onChange={(event) => setSpan(event.currentTarget.value as (typeof days)[number])}
          data={days.map((value) => ({ value, label: t(`lapse.untils.${value}`) }))}
        />
      </div>
      <Loaded
        query={found}
        isEmpty={({ pages }) => pages[0]?.items.length === 0}
        empty={<Empty title={t('lapse.empty')}>{t('lapse.emptyText')}</Empty>}
      >
        {({ pages }) => (
          <>
            <Renewal key={until} setting={setting} until={until} />
            <DataList
              caption={t('lapse.title')}
              rows={pages.flatMap(({ items }) => items)}
              keyOf={({ consent }) => consent.id}
              columns={[
                {
                  heading: t('person'),
                  cell: (row) => `${row.firstName} ${row.surname}${row.className ? ` (${row.className})` : ''}`,
                },
                { heading: t('question'), cell: ({ consent }) => question(consent) },
                {
                  heading: t('lapse.ends'),
                  cell: ({ consent }) =>
                    `${consent.state === 'EXPIRED' ? `${t('lapse.ended')} ` : ''}${civilDay(lastDay(consent.validUntil!))}`,
                },
                {
                  heading: t('lapse.whom'),
                  cell: ({ consent: { giver } }) => (giver.email ? `${giver.name}, ${giver.email}` : giver.name),
                },
                { heading: t('lapse.asked'), cell: (row) => <Asked row={row} /> },
                {
                  heading: t('lapse.renew'),
                  cell: (row) => (
                    <Link
                      className={styles.link}
                      to="/people/$id/consent"
                      params={{ id: row.subjectId }}
                      aria-label={t('lapse.renewOf', {
                        question: question(row.consent),
                        name: `${row.firstName} ${row.surname}`,
                      })}
                    >
                      {t('lapse.renew')}
                    </Link>
                  ),
                },
              ]}
            />
            {found.hasNextPage && (
              <Actions>
                <Button
                  variant="outline"
                  loading={found.isFetchingNextPage}
                  onClick={() => void found.fetchNextPage()}
                >
                  {t('common:actions.showMore')}
                </Button>
              </Actions>
            )}
          </>
        )}
      </Loaded>
    </>
  )
}

/** When the family was asked lately, or what else can be done. */
function Asked({ row }: { row: LapsingConsent }) {
  const { t } = useTranslation('consent')
  const question = useQuestion()
  if (row.way === 'FORM') return t('lapse.byForm')
  if (row.way === 'CODE') {
    return (
      <Link
        className={styles.link}
        to="/families"
        search={{ className: row.className ?? undefined }}
        aria-label={t('lapse.byCodeOf', {
          giver: row.consent.giver.name,
          question: question(row.consent),
          name: `${row.firstName} ${row.surname}`,
        })}
      >
        {t('lapse.byCode')}
      </Link>
    )
  }
  return row.askedAt ? t('lapse.askedOn', { day: civilDay(today(new Date(row.askedAt))) }) : t('lapse.notAsked')
}
