import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from '../../locales'
import { newKey } from '../../api/client'
import { ask, askedKey, decisionQuery } from '../../api/media'
import { useMe } from '../../api/me'
import { ProblemError, UnreachableError } from '../../api/problem'
import type { Account, Decision, Question, SettingSummary, Subject } from '../../api/types'
import { AnswerPanel } from '../../components/answer-panel'
import { Choice } from '../../components/choice'
import { ErrorSummary, type SummaryError } from '../../components/error-summary'
import { Section } from '../../components/page'
import { TextArea } from '../../components/text-area'
import { when } from '../../components/time'
import styles from './ask.module.css'
import { complaints, type Draft, type Field, type Picked, questionOf } from './draft'
import { Headcount } from './headcount'
import { remember } from './memory'
import { PeoplePicker } from './people-picker'
import { PickedPeople } from './picked-people'
import { PictureStep } from './picture-step'
import { RecentGroups } from './recent-groups'

/** The second half of the form arrives while the first is being filled in. */
const AskChecks = lazy(() => import('./ask-checks').then((part) => ({ default: part.AskChecks })))
const AskMore = lazy(() => import('./ask-checks').then((part) => ({ default: part.AskMore })))

interface Props {
  setting: SettingSummary
  accounts: Account[]
  first: Draft
  again?: { at: string; change: string | null; complete: boolean; warned: string[] }
}

const fields: readonly (Field | 'caption')[] = ['accountId', 'people', 'headcount', 'unlistedPeople', 'caption', 'plannedFor']

export function AskForm({ setting, accounts, first, again }: Props) {
  const { t } = useTranslation(['ask', 'common'])
  const me = useMe()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [draft, setDraft] = useState(first)
  const [errors, setErrors] = useState<SummaryError[]>([])
  const [said, setSaid] = useState('')
  const sent = useRef({ question: '', key: '' })

  const change = (some: Partial<Draft>) => setDraft((before) => ({ ...before, ...some }))
  const errorAt = (field: (typeof fields)[number]) => errors.find((error) => error.field === `field-${field}`)?.message

  const send = useMutation({
    mutationFn: (question: Question) => {
      // The same question sent again after a broken connection carries the same key, so it is answered and recorded once.
      const text = JSON.stringify(question)
      if (sent.current.question !== text) sent.current = { question: text, key: newKey() }
      return ask(question, sent.current.key)
    },
    onSuccess: (decision, question) => {
      sent.current = { question: '', key: '' }
      queries.setQueryData(decisionQuery(decision.id).queryKey, decision)
      queries.setQueryData(askedKey(decision.id), question)
      void queries.invalidateQueries({ queryKey: ['setting', setting.id, 'decisions'] })
      remember(me.person.id, setting.id, question.accountId, {
        decision: decision.id,
        people: [...question.people, ...question.notIdentifiable],
      })
      // Going back leads to the answer before, not to the change that was asked about by itself.
      void navigate({ to: '/decisions/$id', params: { id: decision.id }, replace: Boolean(again?.change) })
    },
    onError: (error) => {
      if (!(error instanceof ProblemError) || (error.status !== 422 && error.status !== 400)) return
      setErrors(
        error.errors.map(({ pointer, message }) => {
          const field = fields.find((name) => pointer === `/${name}` || pointer.startsWith(`/${name}/`))
          return field ? { field: `field-${field}`, message } : { message }
        }),
      )
    },
  })

  // A proposed change of the post is made and asked about in one press, when nothing has to be entered again.
  const asking = useRef(Boolean(again?.change && again.complete && complaints(first).length === 0))
  useEffect(() => {
    if (!asking.current) return
    asking.current = false
    send.mutate(questionOf(first))
  }, [first, send])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (send.isPending) return
    const missing = complaints(draft)
    setErrors(
      missing.map(({ field, complaint }) => ({
        field: `field-${field}`,
        message: t(`errors.${complaint}`, { people: draft.people.length, headcount: draft.headcount.trim() }),
      })),
    )
    send.reset()
    if (missing.length === 0) send.mutate(questionOf(draft))
  }

  const add = (people: Picked[]) =>
    setDraft((before) => ({
      ...before,
      people: [...before.people, ...people.filter((one) => !before.people.some((known) => known.id === one.id))],
    }))

  const toggle = (subject: Subject) => {
    const name = `${subject.firstName} ${subject.surname}`
    const known = draft.people.find((one) => one.id === subject.id)
    if (known) return remove(known)
    add([
      {
        id: subject.id,
        name,
        detail: subject.className ?? t(`common:kinds.${subject.kind}`),
        notIdentifiable: false,
        form: 'NONE',
      },
    ])
    setSaid(t('added', { name, count: draft.people.length + 1 }))
  }

  const remove = (person: Picked) => {
    change({ people: draft.people.filter((one) => one.id !== person.id) })
    setSaid(t('removed', { name: person.name, count: draft.people.length - 1 }))
  }

  const useGroup = (decision: Decision) => {
    const people = decision.people.flatMap(({ subjectId, name }): Picked[] =>
      name ? [{ id: subjectId, name, detail: null, notIdentifiable: false, form: 'NONE' }] : [],
    )
    add(people)
    setSaid(t('addedGroup', { count: people.length }))
  }

  const live = accounts.filter((account) => account.status === 'LIVE')
  const others = accounts.filter((account) => account.status !== 'LIVE')
  const option = (account: Account) => (
    <option key={account.id} value={account.id}>
      {account.name} ({t(`common:platforms.${account.platform}`)})
    </option>
  )

  return (
    <form noValidate onSubmit={submit}>
      {again && (
        <div className={styles.again} role="status">
          <p>{t('again', { time: when(again.at) })}</p>
          {again.change && <p>{t('againChanged', { change: again.change })}</p>}
          {!again.complete && <p>{t('againMissing')}</p>}
        </div>
      )}
      <ErrorSummary errors={errors} />
      {send.error && errors.length === 0 && <CouldNotCheck error={send.error} />}

      <NativeSelect
        id="field-accountId"
        label={t('account')}
        value={draft.accountId}
        error={errorAt('accountId')}
        onChange={(event) => change({ accountId: event.currentTarget.value })}
      >
        <option value="">{t('accountChoose')}</option>
        {live.length > 0 && <optgroup label={t('accountLive')}>{live.map(option)}</optgroup>}
        {others.length > 0 && <optgroup label={t('accountNotLive')}>{others.map(option)}</optgroup>}
      </NativeSelect>

      <PictureStep setting={setting.id} picture={draft.picture} onChange={(picture) => change({ picture })} />

      <Section title={t('people')}>
        <Choice
          label={t('nobody')}
          help={t('nobodyHelp')}
          checked={draft.nobody}
          onChange={(nobody) => change({ nobody })}
        />
        {!draft.nobody && (
          <>
            {errorAt('people') && <p className={styles.error}>{errorAt('people')}</p>}
            {draft.people.length === 0 && (
              <RecentGroups person={me.person.id} setting={setting.id} onUse={useGroup} />
            )}
            <PeoplePicker
              setting={setting.id}
              picked={new Set(draft.people.map((person) => person.id))}
              onToggle={toggle}
            />
            <PickedPeople
              people={draft.people}
              onRemove={remove}
              onChange={(person) =>
                change({ people: draft.people.map((one) => (one.id === person.id ? person : one)) })
              }
            />
            <Headcount
              draft={draft}
              onChange={change}
              errors={{ headcount: errorAt('headcount'), unlistedPeople: errorAt('unlistedPeople') }}
            />
          </>
        )}
        <div role="status" className={styles.said}>
          {said}
        </div>
      </Section>

      <TextArea
        id="field-caption"
        label={t('caption')}
        description={t('captionHelp')}
        error={errorAt('caption')}
        rows={3}
        maxLength={5000}
        value={draft.caption}
        onChange={(event) => change({ caption: event.currentTarget.value })}
      />

      <Suspense fallback={null}>
        <AskMore draft={draft} onChange={change} timeError={errorAt('plannedFor')} />
        <AskChecks draft={draft} onChange={change} warned={again?.warned ?? []} />
      </Suspense>

      <div className={styles.send}>
        <Button type="submit" size="lg" fullWidth aria-disabled={send.isPending}>
          {send.isPending ? t('sending') : t('send')}
        </Button>
      </div>
    </form>
  )
}

function CouldNotCheck({ error }: { error: unknown }) {
  const { t } = useTranslation('ask')
  const why =
    error instanceof UnreachableError
      ? 'offline'
      : error instanceof ProblemError && error.status === 429
        ? 'tooMany'
        : error instanceof ProblemError && error.status < 500
          ? 'refused'
          : 'unavailable'
  return (
    <AnswerPanel tone="bad" word={t('failed.word')} sentence={t('failed.sentence')} urgent>
      <p>{error instanceof ProblemError && why === 'refused' && error.title ? error.title : t(`failed.${why}`)}</p>
      {error instanceof ProblemError && error.traceId && <p>{t('failed.reference', { id: error.traceId })}</p>}
    </AnswerPanel>
  )
}
