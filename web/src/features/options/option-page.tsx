import './words'
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from '../../locales'
import type { Answer } from '../../api/client'
import { useCurrentSetting, useMay } from '../../api/me'
import {
  chooseGroupOption,
  chooseOption,
  groupOptionsQuery,
  optionDefinitionsQuery,
  sayValue,
  settingOptionsQuery,
} from '../../api/policies'
import { canBeRehearsed } from '../../api/planning'
import { isProblem, ProblemError } from '../../api/problem'
import type { OptionDefinition, OptionValue } from '../../api/types'
import { Actions, Confirmed } from '../../components/actions'
import { Choice } from '../../components/choice'
import { ErrorSummary, type SummaryError } from '../../components/error-summary'
import { Page } from '../../components/page'
import { useProblemWords } from '../../components/problem-words'
import { Empty, Failed, Loaded } from '../../components/states'
import styles from './options.module.css'
import { cleaned, startOf } from './value'
import { ValueField } from './value-field'

/** The options as they stood when they were read, whether a setting's or the group's. */
interface Read {
  options: { key: string; value: OptionValue; locked: boolean }[]
}

export function OptionPage() {
  const { key } = useParams({ from: '/signed-in/options/$key' })
  const { tried } = useSearch({ from: '/signed-in/options/$key' })
  const setting = useCurrentSetting()
  const allowed = useMay('chooseOptions')
  const options = useQuery({ ...settingOptionsQuery(setting?.id ?? ''), enabled: setting !== null && allowed })
  if (!setting || !allowed) return <NotYours />
  return (
    <Loaded query={options}>
      {(read) => (
        <OneOption
          key={`${setting.id} ${key}`}
          optionKey={key}
          tried={tried}
          rehearsable={canBeRehearsed(key)}
          read={read}
          queryKey={settingOptionsQuery(setting.id).queryKey}
          back="/options"
          save={(value, _, ifMatch) => chooseOption(setting.id, key, value, ifMatch)}
        />
      )}
    </Loaded>
  )
}

export function GroupOptionPage() {
  const { key } = useParams({ from: '/signed-in/options/group/$key' })
  const allowed = useMay('administer')
  const options = useQuery({ ...groupOptionsQuery, enabled: allowed })
  if (!allowed) return <NotYours />
  return (
    <Loaded query={options}>
      {(read) => (
        <OneOption
          key={key}
          optionKey={key}
          read={read}
          queryKey={groupOptionsQuery.queryKey}
          back="/options/group"
          lockable
          save={(value, locked, ifMatch) => chooseGroupOption(key, value, locked, ifMatch)}
        />
      )}
    </Loaded>
  )
}

function NotYours() {
  const { t } = useTranslation('options')
  return (
    <Page title={t('title')}>
      <Failed error={new ProblemError(403, 'web.forbidden', '')} />
    </Page>
  )
}

interface Props {
  optionKey: string
  read: Answer<Read>
  queryKey: readonly unknown[]
  back: '/options' | '/options/group'
  lockable?: boolean
  /** A value that was tried out on past answers, for the form to start with. */
  tried?: string
  rehearsable?: boolean
  save: (value: OptionValue, locked: boolean, ifMatch: string | null) => Promise<Answer<Read>>
}

function OneOption(props: Props) {
  const { t } = useTranslation('options')
  const definitions = useQuery(optionDefinitionsQuery)
  return (
    <Loaded query={definitions}>
      {(known) => {
        const definition = known.find((one) => one.key === props.optionKey)
        const option = props.read.data.options.find((one) => one.key === props.optionKey)
        if (!definition) {
          return (
            <Page title={t('unknown')}>
              <BackLink to={props.back} />
            </Page>
          )
        }
        if (option?.locked && !props.lockable) {
          return (
            <Page title={definition.question}>
              <Empty title={t('locked')}>
                <p>{sayValue(definition, option.value)}</p>
                <p>{t('lockedText')}</p>
                <BackLink to={props.back} />
              </Empty>
            </Page>
          )
        }
        return <Editor {...props} definition={definition} known={known} />
      }}
    </Loaded>
  )
}

function BackLink({ to }: { to: Props['back'] }) {
  const { t } = useTranslation('options')
  return (
    <Actions>
      <Link to={to}>{t('back')}</Link>
    </Actions>
  )
}

type EditorProps = Props & { definition: OptionDefinition; known: OptionDefinition[] }

function Editor(props: EditorProps) {
  const { optionKey, read, queryKey, back, lockable = false, tried, rehearsable = false, save, definition, known } = props
  const { t } = useTranslation(['options', 'common'])
  const navigate = useNavigate()
  const queries = useQueryClient()
  const stored = read.data.options.find((one) => one.key === optionKey)
  const [value, setValue] = useState<OptionValue | undefined>(
    () => definition.values.find((one) => one.value === tried)?.value ?? stored?.value ?? startOf(definition),
  )
  const [locked, setLocked] = useState(stored?.locked ?? false)
  // What the form was filled from. An edit is sent with this tag, not with that of a later reading in the background.
  const [seen, setSeen] = useState(read)
  const [changed, setChanged] = useState<{ before: Read; now: Read } | null>(null)
  const [errors, setErrors] = useState<SummaryError[]>([])
  const root = `value-of-${optionKey}`
  const words = useProblemWords((pointer) => nearest(root, pointer))

  const keep = async (answer: Answer<Read>) => {
    queries.setQueryData(queryKey, answer)
    if (lockable) await queries.invalidateQueries({ queryKey: ['setting'] })
    void navigate({ to: back })
  }
  const refuse = async (error: unknown) => {
    if (!isProblem(error, 412)) return setErrors(words(error))
    await queries.refetchQueries({ queryKey })
    const now = queries.getQueryData<Answer<Read>>(queryKey)
    if (!now) return setErrors(words(error))
    setChanged({ before: seen.data, now: now.data })
    setSeen(now)
  }
  const send = useMutation({
    mutationFn: () => save(cleaned(definition, value), locked, seen.etag),
    onMutate: () => {
      setErrors([])
      setChanged(null)
    },
    onSuccess: keep,
    onError: refuse,
  })

  return (
    <Page title={definition.question} lead={definition.help}>
      <ErrorSummary errors={errors} />
      {changed && <WhatChanged {...changed} optionKey={optionKey} known={known} />}
      <p className={styles.quiet}>{t('bites', { where: definition.whereItBites })}</p>
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (value === undefined) return setErrors([{ field: root, message: t('common:errors.required') }])
          send.mutate()
        }}
      >
        <ValueField
          id={root}
          label={t('choose')}
          shape={definition}
          value={value}
          onChange={setValue}
          errorAt={(id) => errors.find((error) => error.field === id)?.message}
        />
        {lockable && <Choice label={t('lock')} help={t('lockHelp')} checked={locked} onChange={setLocked} />}
        <Actions>
          <Button type="submit" loading={send.isPending}>
            {t('common:actions.save')}
          </Button>
          {rehearsable && (
            <Link
              to="/options/$key/rehearsal"
              params={{ key: optionKey }}
              search={{ value: typeof value === 'string' ? value : undefined }}
            >
              {t('rehearsal.link')}
            </Link>
          )}
          <Link to={back}>{t('common:actions.cancel')}</Link>
        </Actions>
      </form>
      {stored && stored.value !== null && (
        <Actions>
          <Confirmed
            button={t('clear')}
            title={t('clearTitle')}
            confirm={t('clearConfirm')}
            danger
            onConfirm={async () => keep(await save(null, false, seen.etag))}
          >
            <p>{t('clearText')}</p>
          </Confirmed>
        </Actions>
      )}
    </Page>
  )
}

/** /value/rows/1/posts → the field at that place, or the nearest around it. */
function nearest(root: string, pointer: string): string {
  const path = pointer.split('/').slice(2)
  for (; path.length > 0; path.pop()) {
    const id = [root, ...path].join('-')
    if (document.getElementById(id)) return id
  }
  return root
}

interface ChangedProps {
  before: Read
  now: Read
  optionKey: string
  known: OptionDefinition[]
}

function WhatChanged({ before, now, optionKey, known }: ChangedProps) {
  const { t } = useTranslation('options')
  const valueIn = (read: Read, key: string) => read.options.find((one) => one.key === key)?.value ?? null
  const differ = known.filter(
    ({ key }) => JSON.stringify(valueIn(before, key)) !== JSON.stringify(valueIn(now, key)),
  )
  const here = differ.some(({ key }) => key === optionKey)
  return (
    <div className={styles.changed} role="alert">
      <h2>{t('changed.title')}</h2>
      <p>{t(here ? 'changed.this' : 'changed.nothing')}</p>
      {!here && differ.length > 0 && <p>{t('changed.others')}</p>}
      <ul>
        {differ.map((definition) => (
          <li key={definition.key}>
            {definition.key !== optionKey && <strong>{definition.question} </strong>}
            {t('changed.was', { value: sayValue(definition, valueIn(before, definition.key)) })};{' '}
            {t('changed.now', { value: sayValue(definition, valueIn(now, definition.key)) })}
          </li>
        ))}
      </ul>
      <p>{t('changed.again')}</p>
    </div>
  )
}
