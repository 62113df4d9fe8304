import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from '../../locales'
import { endRestriction, type Restriction, type RestrictionKind, restrict, restrictionsQuery } from '../../api/consent'
import { Actions } from '../../components/actions'
import { DateParts, isNoDate, isoDate, noDate } from '../../components/date-parts'
import { ErrorSummary, type SummaryError } from '../../components/error-summary'
import { Section } from '../../components/page'
import { useProblemWords } from '../../components/problem-words'
import { Loaded } from '../../components/states'
import { TextArea } from '../../components/text-area'
import { civilDay, when } from '../../components/time'
import styles from './consent.module.css'
import { Reasoned, useForget } from './parts'

const kinds: readonly RestrictionKind[] = ['COURT_ORDER', 'DISPUTE', 'OTHER']
const fields: Record<string, string> = {
  '/note': 'restriction-note',
  '/fromOn': 'restriction-from',
  '/untilOn': 'restriction-until',
}

export function RestrictionsOn({ subject }: { subject: string }) {
  const { t } = useTranslation('consent')
  const found = useQuery(restrictionsQuery(subject))
  const [adding, setAdding] = useState(false)
  return (
    <Section title={t('restrictions')}>
      <p className={styles.quiet}>{t('restrictionsText')}</p>
      <Loaded query={found} isEmpty={({ items }) => items.length === 0} empty={<p>{t('noRestrictions')}</p>}>
        {({ items }) => (
          <ul className={styles.list}>
            {items.map((item) => (
              <One key={item.id} subject={subject} restriction={item} />
            ))}
          </ul>
        )}
      </Loaded>
      {adding ? (
        <NewRestriction subject={subject} onDone={() => setAdding(false)} />
      ) : (
        <Actions>
          <Button variant="outline" onClick={() => setAdding(true)}>
            {t('restrict')}
          </Button>
        </Actions>
      )}
    </Section>
  )
}

function One({ subject, restriction }: { subject: string; restriction: Restriction }) {
  const { t } = useTranslation('consent')
  const forget = useForget(subject)
  const from = civilDay(restriction.fromOn)
  return (
    <li>
      <p>
        <strong>{t(`kinds.${restriction.kind}`)}</strong>
      </p>
      <p>
        {restriction.untilOn ? t('fromTo', { from, until: civilDay(restriction.untilOn) }) : t('fromOn', { from })}
      </p>
      <p>{restriction.note}</p>
      {restriction.endedAt ? (
        <p>{t('ended', { when: when(restriction.endedAt), reason: restriction.endReason })}</p>
      ) : (
        <Actions>
          <Reasoned
            button={t('endIt')}
            label={t('endOf', { from })}
            title={t('endTitle')}
            confirm={t('endConfirm')}
            onConfirm={async (reason) => {
              await endRestriction(subject, restriction.id, reason)
              await forget()
            }}
          >
            <p>{t('endText')}</p>
          </Reasoned>
        </Actions>
      )}
    </li>
  )
}

function NewRestriction({ subject, onDone }: { subject: string; onDone: () => void }) {
  const { t } = useTranslation(['consent', 'common'])
  const words = useProblemWords((pointer) => fields[pointer])
  const forget = useForget(subject)
  const [kind, setKind] = useState<RestrictionKind>('COURT_ORDER')
  const [note, setNote] = useState('')
  const [from, setFrom] = useState(noDate)
  const [until, setUntil] = useState(noDate)
  const [errors, setErrors] = useState<SummaryError[]>([])
  const send = useMutation({
    mutationFn: () =>
      restrict(subject, {
        kind,
        note,
        fromOn: isoDate(from) ?? undefined,
        untilOn: isoDate(until) ?? undefined,
      }),
    onSuccess: async () => {
      await forget()
      onDone()
    },
    onError: (error) => setErrors(words(error)),
  })
  const submit = () => {
    const wrong: SummaryError[] = []
    if (!note.trim()) wrong.push({ field: 'restriction-note', message: t('reasonNeeded') })
    if (!isNoDate(from) && !isoDate(from)) wrong.push({ field: 'restriction-from', message: t('common:date.invalid') })
    if (!isNoDate(until) && !isoDate(until)) {
      wrong.push({ field: 'restriction-until', message: t('common:date.invalid') })
    }
    setErrors(wrong)
    if (wrong.length === 0) send.mutate()
  }
  const wrongIn = (field: string) => errors.find((error) => error.field === field)?.message
  return (
    <form
      noValidate
      className={`${styles.form} ${styles.boxed}`}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <ErrorSummary errors={errors} />
      <NativeSelect
        label={t('kind')}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as RestrictionKind)}
        data={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <TextArea
        id="restriction-note"
        label={t('note')}
        value={note}
        rows={3}
        maxLength={2000}
        error={wrongIn('restriction-note')}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <DateParts
        id="restriction-from"
        legend={t('from')}
        help={t('fromHelp')}
        value={from}
        onChange={setFrom}
        error={wrongIn('restriction-from')}
      />
      <DateParts
        id="restriction-until"
        legend={t('untilOn')}
        help={t('untilHelp')}
        value={until}
        onChange={setUntil}
        error={wrongIn('restriction-until')}
      />
      <Actions>
        <Button type="submit" loading={send.isPending}>
          {t('restrictSave')}
        </Button>
        <Button variant="outline" onClick={onDone}>
          {t('common:actions.cancel')}
        </Button>
      </Actions>
    </form>
  )
}
