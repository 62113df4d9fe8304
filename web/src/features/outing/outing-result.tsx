import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from '../../locales'
import { type Outing, type OutingClass, outingQuery, type OutingPlan, outingTableAddress } from '../../api/planning'
import type { Clearance } from '../../api/types'
import { Actions } from '../../components/actions'
import { Section } from '../../components/page'
import { Empty, Loaded } from '../../components/states'
import { StatusTag } from '../../components/status-tag'
import { Counts } from '../../components/summary-list'
import type { Tone } from '../../components/symbols'
import { civilDay, when } from '../../components/time'
import styles from './outing.module.css'

const tone: Record<Clearance, Tone> = { CLEARED: 'good', NOT_CLEARED: 'bad', NOT_ASKED: 'care' }

export function OutingResult({ setting, plan }: { setting: string; plan: OutingPlan }) {
  const { t } = useTranslation('outing')
  const outing = useQuery(outingQuery(setting, plan))
  return (
    <Loaded
      query={outing}
      isEmpty={(data) => data.classes.every((group) => group.people.length === 0)}
      empty={<Empty title={t('nobody')}>{t('nobodyText')}</Empty>}
    >
      {(data) => <Shown outing={data} table={outingTableAddress(setting, plan)} />}
    </Loaded>
  )
}

function Shown({ outing, table }: { outing: Outing; table: string }) {
  const { t } = useTranslation('outing')
  return (
    <Section title={t('result', { day: civilDay(outing.on), account: outing.account.name })}>
      {outing.account.status !== 'LIVE' && (
        <p className={styles.warning}>{t('notLive', { name: outing.account.name })}</p>
      )}
      <div role="status">
        <Counts
          counts={[
            { label: t('clearance.CLEARED'), count: outing.counts.cleared },
            { label: t('clearance.NOT_CLEARED'), count: outing.counts.notCleared },
            { label: t('clearance.NOT_ASKED'), count: outing.counts.notAsked },
          ]}
        />
      </div>
      <p>{t('note')}</p>
      <p className={styles.quiet}>{t('checked', { when: when(outing.checkedAt) })}</p>
      <div className={styles.screen}>
        <Actions>
          <Button variant="outline" onClick={() => window.print()}>
            {t('print')}
          </Button>
          <a href={table} download>
            {t('table')}
          </a>
        </Actions>
      </div>
      <div className={styles.classes}>
        {outing.classes.map((group) => (
          <OneClass key={group.name ?? ''} group={group} />
        ))}
      </div>
    </Section>
  )
}

function OneClass({ group }: { group: OutingClass }) {
  const { t } = useTranslation('outing')
  return (
    <section className={styles.class} aria-label={group.name ?? t('noClass')}>
      <div>
        <h3>{group.name ?? t('noClass')}</h3>
        <span className={styles.quiet}>
          {group.people.length === 0
            ? t('nobodyHere')
            : t('counts', {
                cleared: group.counts.cleared,
                notCleared: group.counts.notCleared,
                notAsked: group.counts.notAsked,
              })}
        </span>
      </div>
      {group.people.length > 0 && (
        <ul className={styles.people}>
          {group.people.map((person) => (
            <li key={person.id}>
              <span>
                {person.firstName} {person.surname}
              </span>
              <StatusTag tone={tone[person.clearance]}>{t(`clearance.${person.clearance}`)}</StatusTag>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
