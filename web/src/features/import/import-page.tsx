import './words'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from '../../locales'
import { newKey } from '../../api/client'
import { importQuery, sendRoster } from '../../api/imports'
import { useCurrentSetting, useMay } from '../../api/me'
import { ProblemError } from '../../api/problem'
import type { SettingSummary } from '../../api/types'
import { ErrorSummary, type SummaryError } from '../../components/error-summary'
import { FileChoice } from '../../components/file-choice'
import { Page, Section } from '../../components/page'
import { useProblemWords } from '../../components/problem-words'
import { Empty, Failed } from '../../components/states'

/** Choosing the file; everything after that happens at the import's own address. */
export function ImportPage() {
  const { t } = useTranslation('import')
  const setting = useCurrentSetting()
  const allowed = useMay('importPeople')
  return (
    <Page title={t('title')} lead={setting && allowed && t('lead', { setting: setting.officialName })}>
      {!setting ? (
        <Empty title={t('noSettingTitle')}>{t('noSettingText')}</Empty>
      ) : !allowed ? (
        <Failed error={new ProblemError(403, 'web.forbidden', '')} />
      ) : (
        <ChooseFile key={setting.id} setting={setting} />
      )}
    </Page>
  )
}

function ChooseFile({ setting }: { setting: SettingSummary }) {
  const { t } = useTranslation('import')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const words = useProblemWords()
  const [errors, setErrors] = useState<SummaryError[]>([])
  const send = useMutation({
    mutationFn: (file: File) => sendRoster(setting.id, file, newKey()),
    onMutate: () => setErrors([]),
    onError: (error) => setErrors(words(error)),
    onSuccess: (sent) => {
      queries.setQueryData(importQuery(sent.id).queryKey, sent)
      void navigate({ to: '/import/$id', params: { id: sent.id } })
    },
  })
  return (
    <>
      <ErrorSummary errors={errors} />
      <FileChoice
        label={t('choose.label')}
        help={t('choose.help')}
        accept=".csv,.txt,.tsv,.zip,text/csv,text/plain"
        sending={send.isPending ? (send.variables?.name ?? '') : null}
        onFile={(file) => send.mutate(file)}
      />
      <Section title={t('what.title')}>
        <p>{t('what.read')}</p>
        <p>{t('what.never')}</p>
        <p>{t('what.blank')}</p>
      </Section>
    </>
  )
}
