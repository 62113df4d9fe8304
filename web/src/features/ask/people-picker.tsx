import { NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from '../../locales'
import { classesQuery, type SubjectFilter, subjectsQuery } from '../../api/media'
import type { Subject } from '../../api/types'
import { Failed, Loading } from '../../components/states'
import styles from './ask.module.css'

const shown = 40

function useSettled<T>(value: T, wait: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), wait)
    return () => clearTimeout(timer)
  }, [value, wait])
  return settled
}

const filterOf = (choice: string): SubjectFilter =>
  choice.startsWith('class:')
    ? { className: choice.slice(6) }
    : choice.startsWith('kind:')
      ? { kind: choice.slice(5) as Subject['kind'] }
      : {}

interface Props {
  setting: string
  picked: ReadonlySet<string>
  onToggle: (subject: Subject) => void
}

/** Type a few letters and press, or choose a class and press, press, press. Works with thumb and keyboard alike. */
export function PeoplePicker({ setting, picked, onToggle }: Props) {
  const { t } = useTranslation(['ask', 'common'])
  const [text, setText] = useState('')
  const [choice, setChoice] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const classes = useQuery(classesQuery(setting))
  const query = useSettled(text.trim(), 150)
  const wanted = query !== '' || choice !== ''
  const found = useQuery({ ...subjectsQuery(setting, { query, ...filterOf(choice) }, shown), enabled: wanted })
  const people = wanted ? (found.data?.items ?? []) : []

  const toggle = (subject: Subject) => {
    onToggle(subject)
    if (text) {
      setText('')
      input.current?.focus()
    }
  }

  const buttons = () => [...(list.current?.querySelectorAll('button') ?? [])]
  const onInputKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      const only = people.length === 1 && query === text.trim() && !found.isPlaceholderData ? people[0] : undefined
      if (only) toggle(only)
      else buttons()[0]?.focus()
    } else if (event.key === 'ArrowDown') {
      event.preventDefault()
      buttons()[0]?.focus()
    }
  }
  const onListKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const all = buttons()
    const next = all.indexOf(document.activeElement as HTMLButtonElement) + step
    if (next < 0) input.current?.focus()
    else all[next]?.focus()
  }

  return (
    <div className={styles.picker}>
      <div className={styles.finders}>
        <TextInput
          ref={input}
          id="field-people"
          type="search"
          label={t('search')}
          value={text}
          maxLength={200}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onInputKey}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="search"
        />
        <NativeSelect label={t('filter')} value={choice} onChange={(event) => setChoice(event.currentTarget.value)}>
          <option value="">{t('everyone')}</option>
          <optgroup label={t('classes')}>
            {classes.data?.map(({ name }) => (
              <option key={name} value={`class:${name}`}>
                {name}
              </option>
            ))}
          </optgroup>
          <optgroup label={t('adults')}>
            <option value="kind:STAFF">{t('staff')}</option>
            <option value="kind:VOLUNTEER">{t('volunteers')}</option>
          </optgroup>
        </NativeSelect>
      </div>
      {!wanted ? (
        <p className={styles.hint}>{t('searchHint')}</p>
      ) : found.error ? (
        <Failed error={found.error} retry={() => void found.refetch()} />
      ) : found.isPending ? (
        <Loading />
      ) : people.length === 0 ? (
        <div className={styles.hint} role="status">
          <strong>{t('noResultsTitle')}</strong>
          <br />
          {t('noResultsText')}
        </div>
      ) : (
        <>
          <ul ref={list} className={styles.results} aria-label={t('results')} onKeyDown={onListKey}>
            {people.map((subject) => (
              <li key={subject.id}>
                <button
                  type="button"
                  className={styles.result}
                  aria-pressed={picked.has(subject.id)}
                  onClick={() => toggle(subject)}
                >
                  <span className={styles.mark} aria-hidden="true">
                    {picked.has(subject.id) ? '✓' : '+'}
                  </span>
                  <span>
                    {subject.firstName} {subject.surname}
                  </span>{' '}
                  <span className={styles.detail}>{subject.className ?? t(`common:kinds.${subject.kind}`)}</span>
                </button>
              </li>
            ))}
          </ul>
          {found.data?.next && <p className={styles.hint}>{t('more')}</p>}
        </>
      )}
    </div>
  )
}
