import './words'
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from '../../locales'
import { saveWording, wordingQuery } from '../../api/families'
import { useCurrentSetting, useMay } from '../../api/me'
import { ProblemError } from '../../api/problem'
import type { FamilyLanguage, FamilyWording, FamilyWordings, SettingSummary } from '../../api/types'
import { ErrorSummary, type SummaryError } from '../../components/error-summary'
import { Page, Section } from '../../components/page'
import { useProblemWords } from '../../components/problem-words'
import { Failed, Loaded } from '../../components/states'
import { TextArea } from '../../components/text-area'
import styles from './families.module.css'

const languages: readonly FamilyLanguage[] = ['EN', 'CY']
const purposes = ['TAKING', 'INTERNAL', 'DISPLAY', 'PRINT', 'WEBSITE', 'SOCIAL_MEDIA', 'PRESS', 'FULL_NAME'] as const

export function WordingPage() {
  const { t } = useTranslation('families')
  const setting = useCurrentSetting()
  const allowed = useMay('seeConsent')
  return (
    <Page title={t('words.title')}>
      {!setting || !allowed ? (
        <Failed error={new ProblemError(403, 'web.forbidden', '')} />
      ) : (
        <AtSetting key={setting.id} setting={setting} />
      )}
    </Page>
  )
}

function AtSetting({ setting }: { setting: SettingSummary }) {
  const wording = useQuery(wordingQuery(setting.id))
  return (
    <Loaded query={wording}>{(read) => <Form key={read.version} setting={setting} read={read} />}</Loaded>
  )
}

function Form({ setting, read }: { setting: SettingSummary; read: FamilyWordings }) {
  const { t } = useTranslation(['families', 'common'])
  const queries = useQueryClient()
  const words = useProblemWords()
  const [typed, setTyped] = useState(read.wording)
  const [errors, setErrors] = useState<SummaryError[]>([])
  const save = useMutation({
    mutationFn: () => saveWording(setting.id, typed),
    onSuccess: (saved) => queries.setQueryData(wordingQuery(setting.id).queryKey, saved),
    onError: (error) => setErrors(words(error)),
  })
  const change = (language: FamilyLanguage, next: Partial<FamilyWording>) =>
    setTyped((old) => ({ ...old, [language]: { ...old[language], ...next } }))
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setErrors([])
        save.mutate()
      }}
    >
      <p>{read.version ? t('words.lead', { version: read.version }) : t('words.starter')}</p>
      <ErrorSummary errors={errors} />
      {languages.map((language) => (
        <Section key={language} title={t(`words.${language}`)}>
          <div className={styles.words} lang={language === 'CY' ? 'cy' : 'en'}>
            <TextArea
              id={`${language}-introduction`}
              label={t('words.introduction')}
              value={typed[language].introduction}
              onChange={(event) => change(language, { introduction: event.currentTarget.value })}
            />
            <TextArea
              id={`${language}-declaration`}
              label={t('words.declaration')}
              value={typed[language].declaration}
              onChange={(event) => change(language, { declaration: event.currentTarget.value })}
            />
            <p className={styles.quiet}>{t('words.hint')}</p>
            {purposes.map((purpose) => (
              <TextArea
                key={purpose}
                id={`${language}-${purpose}`}
                label={t(`common:purposes.${purpose}`)}
                value={typed[language].questions[purpose] ?? ''}
                onChange={(event) =>
                  change(language, {
                    questions: { ...typed[language].questions, [purpose]: event.currentTarget.value },
                  })
                }
              />
            ))}
          </div>
        </Section>
      ))}
      <Button type="submit" loading={save.isPending}>
        {t('words.save')}
      </Button>
      {save.isSuccess && <p role="status">{t('words.saved', { version: save.data.version })}</p>}
    </form>
  )
}
