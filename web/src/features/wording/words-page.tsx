import './words'
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '../../locales'
import type { Answer } from '../../api/client'
import { useCurrentSetting, useMay } from '../../api/me'
import { isProblem, ProblemError } from '../../api/problem'
import type { SettingSummary } from '../../api/types'
import { replaceWording, type Wording, wordingQuery } from '../../api/wording'
import { ErrorSummary, type SummaryError } from '../../components/error-summary'
import { Page, Section } from '../../components/page'
import { useProblemWords } from '../../components/problem-words'
import { Empty, Failed, Loaded } from '../../components/states'
import { AddContact, AddWord, weights } from './add-forms'
import { type Change, removeContact, removeWord } from './changes'
import { Chips } from './chips'
import styles from './wording.module.css'

export function WordsPage() {
  const { t } = useTranslation('wording')
  const setting = useCurrentSetting()
  const allowed = useMay('ask')
  return (
    <Page title={t('title')} lead={setting && allowed && t('lead', { setting: setting.officialName })}>
      {setting && allowed ? (
        <AtSetting key={setting.id} setting={setting} />
      ) : (
        <Failed error={new ProblemError(403, 'web.forbidden', '')} />
      )}
    </Page>
  )
}

function AtSetting({ setting }: { setting: SettingSummary }) {
  const wording = useQuery(wordingQuery(setting.id))
  const keeps = useMay('keepWords')
  return <Loaded query={wording}>{(read) => <List setting={setting} read={read} keeps={keeps} />}</Loaded>
}

interface Props {
  setting: SettingSummary
  read: Answer<Wording>
  keeps: boolean
}

function List({ setting, read, keeps }: Props) {
  const { t } = useTranslation('wording')
  const queries = useQueryClient()
  const said = useProblemWords()
  const [errors, setErrors] = useState<SummaryError[]>([])
  const [done, setDone] = useState<Change | null>(null)
  const told = useRef<HTMLDivElement>(null)
  const { queryKey } = wordingQuery(setting.id)
  const send = useMutation({
    mutationFn: (change: Change) => replaceWording(setting.id, change.edit(read.data), read.etag),
    onMutate: () => {
      setErrors([])
      setDone(null)
    },
    onSuccess: (answer, change) => {
      queries.setQueryData(queryKey, answer)
      setDone(change)
    },
    onError: async (error, { about, field }) => {
      if (isProblem(error, 412)) {
        await queries.refetchQueries({ queryKey })
        return setErrors([{ field, message: t('changed', { word: about }) }])
      }
      setErrors(said(error).map(({ message }) => ({ field, message })))
    },
  })
  // The button pressed is gone with its word; what was typed into keeps the focus.
  useEffect(() => {
    if (done && !done.field) told.current?.focus({ preventScroll: true })
  }, [done])
  const change = (wanted: Change) => {
    if (!send.isPending) send.mutate(wanted)
  }
  const { revision, words, ownContacts } = read.data
  const form = { done, errors, onWrong: setErrors, onAdd: change }
  return (
    <>
      {revision === 0 && <p className={styles.note}>{t('starter', { setting: setting.officialName })}</p>}
      {!keeps && <p>{t('readOnly')}</p>}
      <details className={styles.how}>
        <summary>{t('how')}</summary>
        <p>{t('howText')}</p>
      </details>
      <ErrorSummary errors={errors} />
      <div role="status" className={styles.said}>
        {done && (
          <div ref={told} tabIndex={-1} data-quiet-focus className={styles.done}>
            {t(done.did, { word: done.about })}
            {done.undo && (
              <Button variant="outline" onClick={() => done.undo && change(done.undo)}>
                {t('putBack')}
              </Button>
            )}
          </div>
        )}
      </div>
      {keeps && (
        <Section title={t('addTitle')}>
          <AddWord {...form} />
        </Section>
      )}
      {words.length === 0 ? (
        <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>
      ) : (
        weights.map((weight) => (
          <Section key={weight} title={t(weight)}>
            <p className={styles.quiet}>{t(`${weight}help`)}</p>
            <Chips
              label={t(weight)}
              none={t('none')}
              entries={words
                .filter((word) => word.weight === weight)
                .map((word) => ({
                  text: word.word,
                  starter: word.starter && revision > 0,
                  onRemove: keeps ? () => change(removeWord(word)) : undefined,
                }))}
            />
          </Section>
        ))
      )}
      <Section title={t('contacts')}>
        <p className={styles.quiet}>{t('contactsText')}</p>
        <Chips
          label={t('contacts')}
          none={t('noContacts')}
          entries={ownContacts.map((contact) => ({
            text: contact,
            starter: false,
            onRemove: keeps ? () => change(removeContact(contact)) : undefined,
          }))}
        />
        {keeps && <AddContact {...form} />}
      </Section>
    </>
  )
}
