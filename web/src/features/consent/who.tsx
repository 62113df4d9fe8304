import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from '../../locales'
import {
  barGiver,
  changeCarer,
  giversQuery,
  type Givers,
  judgeAbility,
  type KnownGiver,
  liftBar,
  revokeAbility,
  type SubjectDetail,
} from '../../api/consent'
import { Actions, Confirmed } from '../../components/actions'
import { Choice } from '../../components/choice'
import { DateParts, isoDate, noDate } from '../../components/date-parts'
import { ErrorSummary, type SummaryError } from '../../components/error-summary'
import { Section } from '../../components/page'
import { useProblemWords } from '../../components/problem-words'
import { Loaded } from '../../components/states'
import { StatusTag } from '../../components/status-tag'
import { TextArea } from '../../components/text-area'
import { civilDay, when } from '../../components/time'
import styles from './consent.module.css'
import { Reasoned, useForget } from './parts'

export function WhoMayAnswer({ person }: { person: SubjectDetail }) {
  const { t } = useTranslation('consent')
  const found = useQuery(giversQuery(person.id))
  const forget = useForget(person.id)
  return (
    <Section title={t('who')}>
      <Loaded query={found}>
        {(known) => (
          <>
            {known.givers.length === 0 ? (
              <p>{t('nobodyKnown')}</p>
            ) : (
              <ul className={styles.list}>
                {known.givers.map((giver) => (
                  <One key={giver.giver.id} subject={person.id} known={giver} />
                ))}
              </ul>
            )}
            {person.kind === 'CHILD' && (
              <>
                {known.givers.length > 0 && (
                  <Actions>
                    <Confirmed
                      button={t('carer')}
                      title={t('carerTitle')}
                      confirm={t('carerConfirm')}
                      onConfirm={async () => {
                        await changeCarer(person.id)
                        await forget()
                      }}
                    >
                      <p>{t('carerText')}</p>
                    </Confirmed>
                  </Actions>
                )}
                <Ability subject={person.id} known={known} />
              </>
            )}
          </>
        )}
      </Loaded>
    </Section>
  )
}

function One({ subject, known }: { subject: string; known: KnownGiver }) {
  const { t } = useTranslation('consent')
  const forget = useForget(subject)
  const [setAside, setSetAside] = useState(false)
  const { giver, barred } = known
  const { name } = giver
  const answersForAChild = giver.type === 'PARENT' || giver.type === 'CARER'
  return (
    <li>
      <p>
        <strong>{name}</strong> ({giver.relation ?? t(`types.${giver.type}`)}){' '}
        {barred && <StatusTag tone="bad">{t('barred')}</StatusTag>}
      </p>
      {answersForAChild && (
        <>
          <p>{t(`responsibility.${giver.responsibility}`)}</p>
          {barred && known.bars[0] && (
            <p>
              {when(known.bars[0].barredAt)}: {known.bars[0].reason}
            </p>
          )}
          <Actions>
            {barred ? (
              <Reasoned
                button={t('lift')}
                label={t('liftOf', { name })}
                title={t('liftTitle', { name })}
                confirm={t('liftConfirm')}
                onConfirm={async (reason) => {
                  await liftBar(subject, giver.id, reason)
                  await forget()
                }}
              >
                <p>{t('liftText')}</p>
              </Reasoned>
            ) : (
              <Reasoned
                button={t('bar')}
                label={t('barOf', { name })}
                title={t('barTitle', { name })}
                confirm={t('barConfirm')}
                danger
                onConfirm={async (reason) => {
                  await barGiver(subject, giver.id, reason, setAside)
                  await forget()
                }}
              >
                <p>{t('barText')}</p>
                <Choice label={t('setAside')} help={t('setAsideHelp')} checked={setAside} onChange={setSetAside} />
              </Reasoned>
            )}
          </Actions>
        </>
      )}
    </li>
  )
}

function Ability({ subject, known }: { subject: string; known: Givers }) {
  const { t } = useTranslation('consent')
  const forget = useForget(subject)
  const [judging, setJudging] = useState(false)
  const standing = known.judgements.find(({ revokedAt }) => revokedAt === null)
  const earlier = known.judgements.filter(({ revokedAt }) => revokedAt !== null)
  return (
    <>
      <h3>{t('ability')}</h3>
      <p className={styles.quiet}>{t('abilityText')}</p>
      {standing ? (
        <>
          <p>
            <StatusTag tone="good">
              {t('able', { assessor: standing.assessor, day: civilDay(standing.assessedOn) })}
            </StatusTag>
          </p>
          <p>{standing.reason}</p>
          <Actions>
            <Reasoned
              button={t('revoke')}
              title={t('revokeTitle')}
              confirm={t('revokeConfirm')}
              onConfirm={async (reason) => {
                await revokeAbility(subject, reason)
                await forget()
              }}
            >
              <p>{t('revokeText')}</p>
            </Reasoned>
          </Actions>
        </>
      ) : judging ? (
        <Judge subject={subject} onDone={() => setJudging(false)} />
      ) : (
        <>
          <p>{t('notAble')}</p>
          <Actions>
            <Button variant="outline" onClick={() => setJudging(true)}>
              {t('judge')}
            </Button>
          </Actions>
        </>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{t('earlier')}</summary>
          <ul className={styles.list}>
            {earlier.map(({ assessor, assessedOn, revokedAt, revokeReason, recordedAt }) => (
              <li key={recordedAt}>
                {t('revokedOn', {
                  assessor,
                  day: civilDay(assessedOn),
                  when: when(revokedAt ?? recordedAt),
                  reason: revokeReason,
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

const fields: Record<string, string> = {
  '/assessor': 'ability-assessor',
  '/assessedOn': 'ability-on',
  '/reason': 'ability-reason',
}

function Judge({ subject, onDone }: { subject: string; onDone: () => void }) {
  const { t } = useTranslation(['consent', 'common'])
  const words = useProblemWords((pointer) => fields[pointer])
  const forget = useForget(subject)
  const [assessor, setAssessor] = useState('')
  const [on, setOn] = useState(noDate)
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<SummaryError[]>([])
  const send = useMutation({
    mutationFn: (assessedOn: string) => judgeAbility(subject, { assessor, assessedOn, reason }),
    onSuccess: async () => {
      await forget()
      onDone()
    },
    onError: (error) => setErrors(words(error)),
  })
  const wrongIn = (field: string) => errors.find((error) => error.field === field)?.message
  return (
    <form
      noValidate
      className={`${styles.form} ${styles.boxed}`}
      onSubmit={(event) => {
        event.preventDefault()
        const day = isoDate(on)
        if (!day) return setErrors([{ field: 'ability-on', message: t('common:date.invalid') }])
        setErrors([])
        send.mutate(day)
      }}
    >
      <ErrorSummary errors={errors} />
      <TextInput
        id="ability-assessor"
        label={t('assessor')}
        value={assessor}
        maxLength={200}
        error={wrongIn('ability-assessor')}
        onChange={(event) => setAssessor(event.currentTarget.value)}
      />
      <DateParts id="ability-on" legend={t('assessedOn')} value={on} onChange={setOn} error={wrongIn('ability-on')} />
      <TextArea
        id="ability-reason"
        label={t('judgeReason')}
        value={reason}
        rows={3}
        maxLength={2000}
        error={wrongIn('ability-reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Actions>
        <Button type="submit" loading={send.isPending}>
          {t('judgeSave')}
        </Button>
        <Button variant="outline" onClick={onDone}>
          {t('common:actions.cancel')}
        </Button>
      </Actions>
    </form>
  )
}
