import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from '../locales'
import { DataList } from './data-list'
import { StatusTag } from './status-tag'
import type { Tone } from './symbols'

const severities = ['REJECTED', 'FLAG', 'SKIPPED', 'NOTE'] as const
export type Severity = (typeof severities)[number]

export interface Finding {
  /** As a spreadsheet numbers it; 0 for the file itself. */
  row: number
  severity: Severity
  message: string
}

const tone: Record<Severity, Tone> = { REJECTED: 'bad', FLAG: 'care', SKIPPED: 'open', NOTE: 'open' }

/** What there is to say about the rows of a file. The service may send only the first of many. */
export function Findings({ findings, total }: { findings: Finding[]; total: number }) {
  const { t } = useTranslation()
  const [only, setOnly] = useState('')
  const present = severities.filter((severity) => findings.some((one) => one.severity === severity))
  if (findings.length === 0) return <p>{t('findings.none')}</p>
  const shown = only ? findings.filter((one) => one.severity === only) : findings
  return (
    <>
      {present.length > 1 && (
        <NativeSelect
          label={t('findings.show')}
          value={only}
          maw="20rem"
          onChange={(event) => setOnly(event.currentTarget.value)}
        >
          <option value="">{t('findings.all')}</option>
          {present.map((severity) => (
            <option key={severity} value={severity}>
              {t(`findings.${severity}`)}
            </option>
          ))}
        </NativeSelect>
      )}
      <p role="status">
        {total > findings.length
          ? t('findings.first', { shown: shown.length, total })
          : t('findings.shown', { count: shown.length })}
      </p>
      <DataList
        caption={t('findings.caption')}
        rows={shown}
        keyOf={(one, index) => `${one.row} ${index}`}
        columns={[
          { heading: t('findings.row'), cell: (one) => (one.row > 0 ? t('findings.rowNumber', { row: one.row }) : t('findings.file')) },
          {
            heading: t('findings.became'),
            cell: (one) => <StatusTag tone={tone[one.severity]}>{t(`findings.${one.severity}`)}</StatusTag>,
          },
          { heading: t('findings.why'), cell: (one) => one.message },
        ]}
      />
    </>
  )
}
