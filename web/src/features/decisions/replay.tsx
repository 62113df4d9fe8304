import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from '../../locales'
import { may, useMe } from '../../api/me'
import { replayQuery } from '../../api/posts'
import type { Decision, Replay as Replayed } from '../../api/types'
import { Section } from '../../components/page'
import { Loaded } from '../../components/states'
import { StatusTag } from '../../components/status-tag'
import { when } from '../../components/time'
import styles from './decisions.module.css'

/** The answer worked out again by the rules of its time, for whoever may read what it rests on. */
export function Replay({ decision }: { decision: Decision }) {
  const { t } = useTranslation('decisions')
  const [open, setOpen] = useState(false)
  const allowed = may(useMe(), decision.settingId, 'readReasons')
  const replay = useQuery({ ...replayQuery(decision.id), enabled: allowed && open })
  if (!allowed) return null
  return (
    <Section title={t('replay.title')}>
      <p>{t('replay.help')}</p>
      {open ? (
        <Loaded query={replay}>{(found) => <Found decision={decision} replay={found} />}</Loaded>
      ) : (
        <Button variant="outline" onClick={() => setOpen(true)}>
          {t('replay.start')}
        </Button>
      )}
    </Section>
  )
}

function Found({ decision, replay }: { decision: Decision; replay: Replayed }) {
  const { t } = useTranslation('decisions')
  const titles = new Map(decision.rules.map((rule) => [rule.rule, rule.title]))
  const about = (where: string) => decision.people.find((person) => where.includes(person.subjectId))?.name
  return (
    <div role="group" aria-label={t('replay.title')}>
      <p>
        <StatusTag tone={replay.same ? 'good' : 'bad'}>{t(replay.same ? 'replay.same' : 'replay.differs')}</StatusTag>
      </p>
      <p>{t('replay.when', { time: when(replay.replayedAt), rules: replay.ruleSet })}</p>
      {replay.mismatches.length > 0 && (
        <>
          <h3 className={styles.small}>{t('replay.mismatches')}</h3>
          <ul className={styles.list}>
            {replay.mismatches.map((mismatch, number) => (
              <li key={number}>
                <div className={styles.head}>
                  <strong>{about(mismatch.where) ?? t(`replay.parts.${mismatch.part}`)}</strong>
                </div>
                <p>{mismatch.sentence}</p>
                {mismatch.where && <p className={styles.reference}>{mismatch.where}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
      <details className={styles.fold}>
        <summary>{t('replay.basis')}</summary>
        <ul className={styles.list}>
          {replay.basis.map((each) => (
            <li key={each.fact}>
              <div className={styles.head}>
                <strong>{t(`replay.facts.${each.fact}`)}</strong>
                <span>{t(`replay.from.${each.from}`)}</span>
              </div>
              <p>{each.sentence}</p>
            </li>
          ))}
        </ul>
      </details>
      {replay.notChecked.length > 0 && (
        <details className={styles.fold}>
          <summary>{t('replay.notChecked', { count: replay.notChecked.length })}</summary>
          <ul className={styles.errands}>
            {replay.notChecked.map((rule) => (
              <li key={rule}>{titles.get(rule) ?? rule}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
