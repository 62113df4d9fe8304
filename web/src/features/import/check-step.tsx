import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from '../../locales'
import { newKey } from '../../api/client'
import { confirmImport } from '../../api/imports'
import { Actions } from '../../components/actions'
import { Choice } from '../../components/choice'
import { isoDate } from '../../components/date-parts'
import { ErrorSummary, type SummaryError } from '../../components/error-summary'
import { Page } from '../../components/page'
import { useProblemWords } from '../../components/problem-words'
import { Loading } from '../../components/states'
import { SummaryList } from '../../components/summary-list'
import { civilDay } from '../../components/time'
import type { TypedDetails } from './details-step'
import styles from './import.module.css'
import type { ImportStep, StepProps } from './one-import-page'

export function CheckStep({ found, setting, go, keep, details }: StepProps & { details: TypedDetails }) {
  const { t } = useTranslation(['import', 'common'])
  const words = useProblemWords()
  // One key for all tries: pressed twice, or tried again after a broken connection, it is still done once.
  const [key] = useState(newKey)
  const [sure, setSure] = useState(false)
  const [errors, setErrors] = useState<SummaryError[]>([])
  const signedOn = isoDate(details.signedOn)
  const given = {
    formVersion: details.formVersion.trim() || null,
    signedOn,
    keptAt: details.keptAt.trim() || null,
  }
  const confirm = useMutation({
    mutationFn: () => confirmImport(found.id, given, key),
    onMutate: () => setErrors([]),
    onError: (error) => setErrors(words(error)),
    onSuccess: keep,
  })
  const preview = found.preview
  if (!preview) return <Loading />

  const read = found.mapping.columns.filter((column) => column.target !== 'IGNORED').length
  const change = (what: string, step: ImportStep) => (
    <button type="button" className={styles.link} onClick={() => go(step)} aria-label={t('check.changeOf', { what })}>
      {t('common:actions.change')}
    </button>
  )
  const missing = <span className={styles.missing}>{t('check.missing')}</span>

  return (
    <Page title={t('check.title')}>
      <ErrorSummary errors={errors} />
      <SummaryList
        rows={[
          { label: t('check.setting'), value: setting },
          { label: t('file'), value: found.fileName },
          { label: t('check.people'), value: preview.accepted },
          {
            label: t('check.left'),
            value: t('check.leftText', preview),
            change: change(t('check.left'), 'preview'),
          },
          {
            label: t('check.answers'),
            value: t('check.answersText', {
              yes: preview.answers.active + preview.answers.pending,
              no: preview.answers.refused,
            }),
          },
          {
            label: t('check.columns'),
            value: t('check.columnsText', { count: read }),
            change: change(t('check.columns'), 'columns'),
          },
          {
            label: t('details.formVersion'),
            value: given.formVersion ?? missing,
            change: change(t('details.formVersion'), 'details'),
          },
          {
            label: t('details.signedOn'),
            value: signedOn ? civilDay(signedOn) : missing,
            change: change(t('details.signedOn'), 'details'),
          },
          {
            label: t('details.keptAt'),
            value: given.keptAt ?? missing,
            change: change(t('details.keptAt'), 'details'),
          },
        ]}
      />
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!sure) return setErrors([{ field: 'sure', message: t('check.confirmNeeded') }])
          confirm.mutate()
        }}
      >
        <Choice id="sure" label={t('check.confirm', { setting })} checked={sure} onChange={setSure} />
        <p className={styles.quiet}>{t('check.once')}</p>
        <Actions>
          <Button type="submit" loading={confirm.isPending}>
            {t('check.go', { count: preview.accepted })}
          </Button>
          <Button variant="outline" onClick={() => go('details')}>
            {t('common:actions.back')}
          </Button>
        </Actions>
      </form>
    </Page>
  )
}
