import './words'
import { Button, NativeSelect } from '@mantine/core'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from '../../locales'
import {
  familiesQuery,
  familyStatuses,
  roundsQuery,
  startRound,
  type FamilyFilter,
} from '../../api/families'
import { classesQuery } from '../../api/media'
import { useCurrentSetting, useMay } from '../../api/me'
import { ProblemError } from '../../api/problem'
import type { FamilyStatus, ListedFamily, SettingSummary } from '../../api/types'
import { Actions, Confirmed } from '../../components/actions'
import { DataList } from '../../components/data-list'
import { JobProgress } from '../../components/job-progress'
import { Page, Section } from '../../components/page'
import { Empty, Failed, Loaded } from '../../components/states'
import { StatusTag } from '../../components/status-tag'
import { when } from '../../components/time'
import { CodeDialog } from './code-dialog'
import styles from './families.module.css'

const tones = { NOT_ASKED: 'open', ASKED: 'care', ANSWERED: 'good', NO_ADDRESS: 'open', BOUNCED: 'bad' } as const

export function FamiliesPage() {
  const { t } = useTranslation('families')
  const setting = useCurrentSetting()
  const allowed = useMay('seeConsent')
  return (
    <Page title={t('title')} lead={setting && t('lead', { setting: setting.officialName })} wide>
      {!setting || !allowed ? (
        <Failed error={new ProblemError(403, 'web.forbidden', '')} />
      ) : (
        <AtSetting key={setting.id} setting={setting} />
      )}
    </Page>
  )
}

function AtSetting({ setting }: { setting: SettingSummary }) {
  const { t } = useTranslation(['families', 'common'])
  const filter: FamilyFilter = useSearch({
    from: '/signed-in/families',
    select: ({ className, status }) => ({ className, status }),
  })
  const families = useInfiniteQuery(familiesQuery(setting.id, filter))
  const counts = families.data?.pages[0]?.counts
  const filtered = Boolean(filter.className ?? filter.status)
  return (
    <>
      <Section title={t('ask.title')}>
        <Filters setting={setting} filter={filter} counts={counts} />
        <Ask setting={setting} className={filter.className} counts={counts ?? {}} />
        <Rounds setting={setting} />
      </Section>
      <Section title={t('list.title')}>
        <Loaded
          query={families}
          isEmpty={(data) => data.pages[0]?.items.length === 0}
          empty={
            <Empty title={filtered ? t('list.noMatch') : t('list.nobody')}>
              {filtered ? t('list.noMatchText') : t('list.nobodyText')}
            </Empty>
          }
        >
          {(data) => (
            <>
              <List setting={setting} families={data.pages.flatMap((page) => page.items)} />
              {families.hasNextPage && (
                <Button
                  variant="outline"
                  loading={families.isFetchingNextPage}
                  onClick={() => void families.fetchNextPage()}
                >
                  {t('list.more')}
                </Button>
              )}
            </>
          )}
        </Loaded>
      </Section>
    </>
  )
}

type Counts = Partial<Record<FamilyStatus, number>>

function Filters({ setting, filter, counts }: { setting: SettingSummary; filter: FamilyFilter; counts?: Counts }) {
  const { t } = useTranslation('families')
  const navigate = useNavigate({ from: '/families' })
  const classes = useQuery(classesQuery(setting.id))
  const change = (next: FamilyFilter) => void navigate({ search: (old) => ({ ...old, ...next }), replace: true })
  return (
    <div className={styles.filters}>
      <NativeSelect
        label={t('ask.className')}
        value={filter.className ?? ''}
        onChange={(event) => change({ className: event.currentTarget.value || undefined })}
        data={[
          { value: '', label: t('ask.every') },
          ...(classes.data ?? [])
            .filter((one) => one.name)
            .map((one) => ({ value: one.name, label: one.name })),
        ]}
      />
      <NativeSelect
        label={t('list.status')}
        value={filter.status ?? ''}
        onChange={(event) => change({ status: event.currentTarget.value || undefined })}
        data={[
          { value: '', label: t('list.all') },
          ...familyStatuses.map((status) => ({
            value: status,
            label: `${t(`status.${status}`)} (${counts?.[status] ?? 0})`,
          })),
        ]}
      />
    </div>
  )
}

function Ask({ setting, className, counts }: { setting: SettingSummary; className?: string; counts: Counts }) {
  const { t } = useTranslation('families')
  const queries = useQueryClient()
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const waiting = (counts.ASKED ?? 0) + (counts.BOUNCED ?? 0)
  const start = async (kind: 'ASK' | 'REMIND') => {
    await startRound(setting.id, kind, className)
    await queries.invalidateQueries({ queryKey: ['setting', setting.id, 'family-rounds'] })
  }
  return (
    <Actions>
      {all > 0 && (
        <Confirmed
          button={t('ask.ask')}
          title={t('ask.ask')}
          confirm={t('ask.askConfirm')}
          onConfirm={() => start('ASK')}
        >
          <p>{t('ask.askText', { count: all })}</p>
          {(counts.ANSWERED ?? 0) > 0 && <p>{t('ask.askAgain')}</p>}
        </Confirmed>
      )}
      {waiting > 0 && (
        <Confirmed
          button={t('ask.remind')}
          title={t('ask.remind')}
          confirm={t('ask.remindConfirm')}
          onConfirm={() => start('REMIND')}
        >
          <p>{t('ask.remindText', { count: waiting })}</p>
        </Confirmed>
      )}
      <Link to="/families/words">{t('ask.words')}</Link>
    </Actions>
  )
}

/** The round that is running, or the last one; the list below follows it. */
function Rounds({ setting }: { setting: SettingSummary }) {
  const { t } = useTranslation('families')
  const queries = useQueryClient()
  const rounds = useQuery(roundsQuery(setting.id))
  const latest = rounds.data?.items[0]
  const done = latest?.done
  const state = latest?.state
  useEffect(() => {
    if (state) void queries.invalidateQueries({ queryKey: ['setting', setting.id, 'families'] })
  }, [queries, setting.id, done, state])
  if (!latest) return null
  const sentence = t('round.sentence', {
    done: latest.done,
    total: latest.total,
    mailed: latest.mailed,
    withoutAddress: latest.withoutAddress,
  })
  return latest.state === 'RUNNING' ? (
    <JobProgress label={t(`round.${latest.kind}`)} sentence={sentence} done={latest.done} total={latest.total} />
  ) : (
    <p className={styles.quiet} role="status">
      {t(`round.${latest.kind}`)}: {sentence}. {latest.finishedAt && t('round.DONE', { at: when(latest.finishedAt) })}
    </p>
  )
}

function List({ setting, families }: { setting: SettingSummary; families: ListedFamily[] }) {
  const { t } = useTranslation('families')
  const [shown, setShown] = useState<ListedFamily | null>(null)
  return (
    <>
      <DataList
        caption={t('list.caption')}
        rows={families}
        keyOf={(family) => family.giverId}
        columns={[
          { heading: t('list.name'), cell: (family) => family.name },
          {
            heading: t('list.children'),
            cell: (family) =>
              family.children
                .map((child) => `${child.firstName} ${child.surname}${child.className ? ` (${child.className})` : ''}`)
                .join(', '),
          },
          {
            heading: t('list.standing'),
            cell: (family) => <StatusTag tone={tones[family.status]}>{t(`status.${family.status}`)}</StatusTag>,
          },
          {
            heading: t('list.since'),
            cell: (family) => {
              const since = family.status === 'ANSWERED' ? family.answeredAt : (family.remindedAt ?? family.askedAt)
              return since ? when(since) : ''
            },
          },
          {
            heading: t('list.act'),
            cell: (family) => (
              <Button
                variant="outline"
                size="compact-md"
                aria-label={t('list.codeFor', { name: family.name })}
                onClick={() => setShown(family)}
              >
                {t('list.code')}
              </Button>
            ),
          },
        ]}
      />
      <CodeDialog key={shown?.giverId ?? ''} setting={setting} family={shown} onClose={() => setShown(null)} />
    </>
  )
}
