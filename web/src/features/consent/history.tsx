import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from '../../locales'
import { asOfQuery } from '../../api/consent'
import { Section } from '../../components/page'
import { Loaded } from '../../components/states'
import { when } from '../../components/time'
import styles from './consent.module.css'
import { SignedForm, Standing, StateOf, useQuestion } from './parts'

/** Every change there was, one step of the slider each. */
export function History({ subject }: { subject: string }) {
  const { t } = useTranslation('consent')
  const now = useQuery(asOfQuery(subject))
  return (
    <Section title={t('history')}>
      <Loaded query={now} isEmpty={({ changes }) => changes.length === 0} empty={<p>{t('noHistory')}</p>}>
        {({ changes }) => <Slider key={changes.length} subject={subject} changes={changes} />}
      </Loaded>
    </Section>
  )
}

function Slider({ subject, changes }: { subject: string; changes: string[] }) {
  const { t } = useTranslation('consent')
  const field = useId()
  const [at, setAt] = useState(changes.length - 1)
  const moment = changes[at]!
  const held = useQuery({ ...asOfQuery(subject, moment), staleTime: Infinity })
  const question = useQuestion()
  return (
    <>
      <p className={styles.quiet}>{t('historyText')}</p>
      <div>
        <label htmlFor={field}>{t('moment')}</label>
        <input
          id={field}
          className={styles.slider}
          type="range"
          min={0}
          max={changes.length - 1}
          value={at}
          aria-valuetext={when(moment)}
          onChange={(event) => setAt(Number(event.currentTarget.value))}
        />
        <p role="status" className={styles.quiet}>
          {t('change', { number: at + 1, count: changes.length })}: {when(moment)}
        </p>
      </div>
      <h3>{t('heldAt', { when: when(moment) })}</h3>
      <Loaded query={held}>
        {({ purposes, answers }) => (
          <>
            <Standing of={purposes} />
            <ul className={styles.list}>
              {answers.map((answer) => (
                <li key={answer.id}>
                  <p>
                    <strong>{question(answer)}</strong> <StateOf consent={answer} />
                  </p>
                  <p>
                    {answer.giver.name} ({t(`types.${answer.giver.type}`)})
                  </p>
                  <p>
                    <SignedForm consent={answer} />
                  </p>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </>
  )
}
