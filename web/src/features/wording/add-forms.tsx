import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from '../../locales'
import type { WordWeight } from '../../api/wording'
import { Choice, ChoiceGroup } from '../../components/choice'
import type { SummaryError } from '../../components/error-summary'
import { addContact, addWord, type Change } from './changes'
import styles from './wording.module.css'

export const weights: readonly WordWeight[] = ['NEVER', 'WITH_REASON']

interface Props {
  /** The change made last: once it is what was typed here, the form is empty again. */
  done: Change | null
  errors: SummaryError[]
  onWrong: (errors: SummaryError[]) => void
  onAdd: (change: Change) => void
}

const errorAt = (errors: SummaryError[], field: string) => errors.find((error) => error.field === field)?.message

export function AddWord({ done, errors, onWrong, onAdd }: Props) {
  const { t } = useTranslation('wording')
  const [word, setWord] = useState('')
  const [weight, setWeight] = useState<WordWeight | null>(null)
  useEffect(() => {
    if (done?.field !== 'word') return
    setWord('')
    setWeight(null)
  }, [done])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wrong: SummaryError[] = []
    if (!word.trim()) wrong.push({ field: 'word', message: t('wordNeeded') })
    if (!weight) wrong.push({ field: 'weight', message: t('weightNeeded') })
    onWrong(wrong)
    if (weight && wrong.length === 0) onAdd(addWord({ word: word.trim(), weight }))
  }
  return (
    <form noValidate className={styles.form} aria-label={t('addTitle')} onSubmit={submit}>
      <TextInput
        id="word"
        label={t('word')}
        value={word}
        maxLength={60}
        autoComplete="off"
        autoCapitalize="off"
        error={errorAt(errors, 'word')}
        onChange={(event) => setWord(event.currentTarget.value)}
      />
      <ChoiceGroup legend={t('weight')} error={errorAt(errors, 'weight')}>
        {weights.map((one, index) => (
          <Choice
            key={one}
            type="radio"
            id={index === 0 ? 'weight' : undefined}
            name="weight"
            label={t(one)}
            help={t(`${one}help`)}
            checked={weight === one}
            onChange={() => setWeight(one)}
          />
        ))}
      </ChoiceGroup>
      <div>
        <Button type="submit">{t('add')}</Button>
      </div>
    </form>
  )
}

export function AddContact({ done, errors, onWrong, onAdd }: Props) {
  const { t } = useTranslation('wording')
  const [contact, setContact] = useState('')
  useEffect(() => {
    if (done?.field === 'contact') setContact('')
  }, [done])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wrong = contact.trim() ? [] : [{ field: 'contact', message: t('contactNeeded') }]
    onWrong(wrong)
    if (wrong.length === 0) onAdd(addContact(contact.trim()))
  }
  return (
    <form noValidate className={styles.form} aria-label={t('addContact')} onSubmit={submit}>
      <TextInput
        id="contact"
        label={t('contact')}
        value={contact}
        maxLength={254}
        autoComplete="off"
        error={errorAt(errors, 'contact')}
        onChange={(event) => setContact(event.currentTarget.value)}
      />
      <div>
        <Button type="submit">{t('addContact')}</Button>
      </div>
    </form>
  )
}
