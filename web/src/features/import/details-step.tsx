import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from '../../locales'
import { Actions } from '../../components/actions'
import { DateParts, isNoDate, isoDate, type TypedDate } from '../../components/date-parts'
import { ErrorSummary, type SummaryError } from '../../components/error-summary'
import { Page } from '../../components/page'
import styles from './import.module.css'
import type { StepProps } from './one-import-page'

export interface TypedDetails {
  formVersion: string
  signedOn: TypedDate
  keptAt: string
}

interface Props extends StepProps {
  details: TypedDetails
  onDetails: (details: TypedDetails) => void
}

export function DetailsStep({ found, go, details, onDetails }: Props) {
  const { t } = useTranslation(['import', 'common'])
  const [errors, setErrors] = useState<SummaryError[]>([])
  const change = (part: Partial<TypedDetails>) => onDetails({ ...details, ...part })
  return (
    <Page title={t('details.title')} lead={t('details.lead', { file: found.fileName })}>
      <ErrorSummary errors={errors} />
      <p>{t('details.why')}</p>
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isNoDate(details.signedOn) && isoDate(details.signedOn) === null) {
            return setErrors([{ field: 'signed-on', message: t('common:date.invalid') }])
          }
          go('check')
        }}
      >
        <TextInput
          id="form-version"
          label={t('details.formVersion')}
          description={t('details.formVersionHelp')}
          value={details.formVersion}
          maxLength={100}
          onChange={(event) => change({ formVersion: event.currentTarget.value })}
        />
        <DateParts
          id="signed-on"
          legend={t('details.signedOn')}
          help={t('details.signedOnHelp')}
          value={details.signedOn}
          error={errors[0]?.message}
          onChange={(signedOn) => change({ signedOn })}
        />
        <TextInput
          id="kept-at"
          label={t('details.keptAt')}
          description={t('details.keptAtHelp')}
          value={details.keptAt}
          maxLength={300}
          onChange={(event) => change({ keptAt: event.currentTarget.value })}
        />
        <Actions>
          <Button type="submit">{t('common:actions.continue')}</Button>
          <Button variant="outline" onClick={() => go('preview')}>
            {t('common:actions.back')}
          </Button>
        </Actions>
      </form>
    </Page>
  )
}
