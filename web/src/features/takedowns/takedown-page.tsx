import './words'
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from '../../locales'
import { proveGone, takedownQuery } from '../../api/posts'
import { seenHows, type SeenHow, type Takedown } from '../../api/types'
import { Actions } from '../../components/actions'
import { Choice, ChoiceGroup } from '../../components/choice'
import { ErrorSummary, type SummaryError } from '../../components/error-summary'
import { Page, Section } from '../../components/page'
import { useProblemWords } from '../../components/problem-words'
import { Loaded } from '../../components/states'
import { StatusTag } from '../../components/status-tag'
import { SummaryList } from '../../components/summary-list'
import { TextArea } from '../../components/text-area'
import { when } from '../../components/time'
import { useCause } from './cause'
import styles from './takedowns.module.css'

export function TakedownPage() {
  const { id } = useParams({ from: '/signed-in/takedowns/$id' })
  const { t } = useTranslation('takedowns')
  const takedown = useQuery(takedownQuery(id))
  const account = takedown.data?.account.name
  return (
    <Page
      title={account ? t('taskTitle', { account }) : t('title')}
      lead={takedown.data && takedown.data.state !== 'DONE' && t('taskLead')}
    >
      <Loaded query={takedown}>{(task) => <Task task={task} />}</Loaded>
    </Page>
  )
}

function Task({ task }: { task: Takedown }) {
  const { t } = useTranslation('takedowns')
  const cause = useCause()
  return (
    <>
      <p role="status">
        <StatusTag tone={task.state === 'DONE' ? 'good' : task.state === 'OVERDUE' ? 'bad' : 'care'}>
          {task.state === 'DONE' ? t('done') : t(`states.${task.state}`)}
        </StatusTag>
      </p>
      <SummaryList
        rows={[
          { label: t('why'), value: cause(task) },
          { label: t('address'), value: <span className={styles.address}>{task.address}</span> },
          { label: t('postedAt'), value: when(task.postedAt) },
          { label: t('dueAt'), value: when(task.dueAt) },
          ...(task.proof
            ? [
                { label: t('goneAt'), value: when(task.proof.seenGoneAt) },
                { label: t('how'), value: t(`hows.${task.proof.how}`) },
                { label: t('words'), value: task.proof.words },
                { label: t('recorded'), value: when(task.proof.recordedAt) },
              ]
            : []),
        ]}
      />
      {!task.proof && <Proof task={task} />}
      <Actions>
        <Link to="/decisions/$id" params={{ id: task.decisionId }}>
          {t('decision')}
        </Link>
        <Link to="/takedowns">{t('all')}</Link>
      </Actions>
    </>
  )
}

/** What a time field takes: the clock on the wall, to the minute. */
const local = (date: Date) => new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)

function Proof({ task }: { task: Takedown }) {
  const { t } = useTranslation('takedowns')
  const queries = useQueryClient()
  const [seenAt, setSeenAt] = useState('')
  const [how, setHow] = useState<SeenHow | null>(null)
  const [proof, setProof] = useState('')
  const [errors, setErrors] = useState<SummaryError[]>([])
  const ids: Record<string, string> = { '/seenGoneAt': 'seen-at', '/how': 'how-OPENED_THE_ADDRESS', '/proof': 'proof' }
  const words = useProblemWords((pointer) => ids[pointer])
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  const send = useMutation({
    mutationFn: () =>
      proveGone(task.id, {
        // A field to the minute cannot say a time after the moment in which it was filled.
        seenGoneAt: seenAt === local(new Date()) ? new Date().toISOString() : new Date(seenAt).toISOString(),
        how: how ?? '',
        proof,
      }),
    onMutate: () => setErrors([]),
    onSuccess: async (done) => {
      queries.setQueryData(takedownQuery(task.id).queryKey, done)
      await queries.invalidateQueries({ queryKey: ['setting', task.settingId, 'takedowns'] })
      await queries.invalidateQueries({ queryKey: ['decision', task.decisionId, 'posted'] })
    },
    onError: async (error) => {
      setErrors(words(error))
      await queries.invalidateQueries({ queryKey: takedownQuery(task.id).queryKey })
    },
  })
  const submit = () => {
    const missing: SummaryError[] = []
    if (!seenAt || Number.isNaN(Date.parse(seenAt))) missing.push({ field: 'seen-at', message: t('needsTime') })
    if (!how) missing.push({ field: 'how-OPENED_THE_ADDRESS', message: t('needsHow') })
    if (!proof.trim()) missing.push({ field: 'proof', message: t('needsProof') })
    if (missing.length > 0) return setErrors(missing)
    send.mutate()
  }
  return (
    <Section title={t('proofTitle')}>
      <form
        noValidate
        className={styles.form}
        aria-label={t('proofTitle')}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <ErrorSummary errors={errors} />
        <TextInput
          id="seen-at"
          type="datetime-local"
          label={t('seenAt')}
          description={t('seenAtHelp')}
          value={seenAt}
          error={errorOf('seen-at')}
          onChange={(event) => setSeenAt(event.currentTarget.value)}
        />
        <ChoiceGroup legend={t('howTitle')} error={errorOf('how-OPENED_THE_ADDRESS')}>
          {seenHows.map((one) => (
            <Choice
              key={one}
              type="radio"
              name="how"
              id={`how-${one}`}
              label={t(`hows.${one}`)}
              checked={how === one}
              onChange={() => setHow(one)}
            />
          ))}
        </ChoiceGroup>
        <TextArea
          id="proof"
          label={t('proof')}
          rows={3}
          maxLength={1000}
          value={proof}
          error={errorOf('proof')}
          onChange={(event) => setProof(event.currentTarget.value)}
        />
        <Actions>
          <Button type="submit" loading={send.isPending}>
            {t('submit')}
          </Button>
        </Actions>
      </form>
    </Section>
  )
}
