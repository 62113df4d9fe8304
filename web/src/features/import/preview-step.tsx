import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from '../../locales'
import { reportAddress } from '../../api/imports'
import { Actions } from '../../components/actions'
import { Findings } from '../../components/findings'
import { Page, Section } from '../../components/page'
import { Loading } from '../../components/states'
import { Counts } from '../../components/summary-list'
import type { StepProps } from './one-import-page'

export function PreviewStep({ found, go, discard }: StepProps & { discard: ReactNode }) {
  const { t } = useTranslation(['import', 'common'])
  const preview = found.preview
  if (!preview) return <Loading />
  const { answers } = preview
  return (
    <Page title={t('preview.title')} lead={t('preview.lead')}>
      <Section title={t('preview.people')}>
        <Counts
          counts={[
            { label: t('preview.accepted'), count: preview.accepted },
            { label: t('preview.children'), count: preview.people },
            { label: t('preview.rejected'), count: preview.rejected },
            { label: t('preview.skipped'), count: preview.skipped },
            { label: t('preview.givers'), count: preview.givers },
          ]}
        />
        {preview.rejected > 0 && <p>{t('preview.rejectedText')}</p>}
      </Section>
      <Section title={t('preview.answers')}>
        <Counts
          counts={[
            { label: t('preview.active'), count: answers.active },
            { label: t('preview.pending'), count: answers.pending },
            { label: t('preview.refused'), count: answers.refused },
            { label: t('preview.none'), count: answers.none },
          ]}
        />
        {answers.pending > 0 && <p>{t('preview.waits')}</p>}
      </Section>
      <Section title={t('preview.findings')}>
        <Findings findings={preview.findings} total={preview.findingsTotal} />
        {preview.findingsTotal > 0 && (
          <Actions>
            <a href={reportAddress(found.id)} download>
              {t('preview.report')}
            </a>
          </Actions>
        )}
      </Section>
      {preview.accepted === 0 && <p role="alert">{t('preview.nobody')}</p>}
      <Actions>
        {preview.accepted > 0 && <Button onClick={() => go('details')}>{t('common:actions.continue')}</Button>}
        <Button variant="outline" onClick={() => go('columns')}>
          {t('preview.change')}
        </Button>
        {discard}
      </Actions>
    </Page>
  )
}
