import './words'
import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { useTranslation } from '../../locales'
import { discardImport, importQuery } from '../../api/imports'
import { useMe } from '../../api/me'
import type { RosterImport } from '../../api/types'
import { Confirmed } from '../../components/actions'
import { AnswerPanel } from '../../components/answer-panel'
import { noDate } from '../../components/date-parts'
import { Page } from '../../components/page'
import { Empty, Loaded } from '../../components/states'
import { CheckStep } from './check-step'
import { ColumnsStep } from './columns-step'
import { DetailsStep, type TypedDetails } from './details-step'
import styles from './import.module.css'
import { LettersStep } from './letters-step'
import { PreviewStep } from './preview-step'
import { Finished, Running } from './run'

export const importSteps = ['columns', 'preview', 'details', 'check'] as const
export type ImportStep = (typeof importSteps)[number]

export function OneImportPage() {
  const { id } = useParams({ from: '/signed-in/import/$id' })
  const found = useQuery(importQuery(id))
  return <Loaded query={found}>{(one) => <OneImport key={one.id} found={one} />}</Loaded>
}

function OneImport({ found }: { found: RosterImport }) {
  const { t } = useTranslation('import')
  const setting = useMe().settings.find((one) => one.id === found.settingId)?.officialName ?? ''
  switch (found.state) {
    case 'REFUSED':
      return (
        <Page title={t('refused.title')} lead={found.fileName}>
          <AnswerPanel tone="bad" word={t('refused.title')} sentence={found.refusal?.sentence ?? ''}>
            {t('refused.nothing')}
          </AnswerPanel>
          <Again label={t('refused.again')} />
        </Page>
      )
    case 'DISCARDED':
      return (
        <Page title={t('title')}>
          <Empty title={t('discarded.title')}>
            <p>{t('discarded.text', { file: found.fileName })}</p>
            <Again label={t('refused.again')} />
          </Empty>
        </Page>
      )
    case 'RUNNING':
      return <Running found={found} />
    case 'DONE':
    case 'FAILED':
      return <Finished found={found} setting={setting} />
    default:
      return <Steps found={found} setting={setting} />
  }
}

function Again({ label }: { label: string }) {
  return (
    <div>
      <Button component={Link} to="/import">
        {label}
      </Button>
    </div>
  )
}

/** The step stands in the address, so that the browser's Back leads to the one before. */
function Steps({ found, setting }: { found: RosterImport; setting: string }) {
  const { t } = useTranslation('import')
  const search = useSearch({ from: '/signed-in/import/$id' })
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [details, setDetails] = useState<TypedDetails>({ formVersion: '', signedOn: noDate, keptAt: '' })
  const go = useCallback(
    (step: ImportStep, replace = false) =>
      void navigate({
        to: '/import/$id',
        params: { id: found.id },
        search: (before) => ({ ...before, step }),
        replace,
      }),
    [found.id, navigate],
  )
  const keep = (one: RosterImport) => queries.setQueryData(importQuery(one.id).queryKey, one)
  const step: ImportStep = found.state === 'NEEDS_MAPPING' ? 'columns' : (search.step ?? 'preview')

  if (!found.encodingCertain && search.letters !== 'right') {
    return (
      <LettersStep
        found={found}
        onRight={() =>
          void navigate({
            to: '/import/$id',
            params: { id: found.id },
            search: (before) => ({ ...before, letters: 'right' as const }),
          })
        }
        discard={<Discard found={found} keep={keep} />}
      />
    )
  }
  const shared = { found, setting, go, keep }
  return (
    <>
      <nav aria-label={t('steps.label')} className={styles.steps}>
        <ol>
          {importSteps.map((one) => (
            <li key={one} aria-current={one === step ? 'step' : undefined}>
              {t(`steps.${one}`)}
            </li>
          ))}
        </ol>
      </nav>
      {step === 'columns' ? (
        <ColumnsStep {...shared} discard={<Discard found={found} keep={keep} />} />
      ) : step === 'preview' ? (
        <PreviewStep {...shared} discard={<Discard found={found} keep={keep} />} />
      ) : step === 'details' ? (
        <DetailsStep {...shared} details={details} onDetails={setDetails} />
      ) : (
        <CheckStep {...shared} details={details} />
      )}
    </>
  )
}

function Discard({ found, keep }: { found: RosterImport; keep: (one: RosterImport) => void }) {
  const { t } = useTranslation('import')
  return (
    <Confirmed
      button={t('discard.button')}
      title={t('discard.title')}
      confirm={t('discard.confirm')}
      onConfirm={async () => keep(await discardImport(found.id))}
      danger
    >
      <p>{t('discard.text', { file: found.fileName })}</p>
    </Confirmed>
  )
}

export interface StepProps {
  found: RosterImport
  setting: string
  go: (step: ImportStep, replace?: boolean) => void
  keep: (one: RosterImport) => void
}
