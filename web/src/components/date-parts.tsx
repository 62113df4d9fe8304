import { TextInput } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from '../locales'
import styles from './date-parts.module.css'

export interface TypedDate {
  day: string
  month: string
  year: string
}

export const noDate: TypedDate = { day: '', month: '', year: '' }

export const isNoDate = ({ day, month, year }: TypedDate) => !day.trim() && !month.trim() && !year.trim()

/** The date as the services write it; nothing for one that does not exist, such as 30 February. */
export function isoDate({ day, month, year }: TypedDate): string | null {
  if (!/^\d{1,2}$/.test(day.trim()) || !/^\d{1,2}$/.test(month.trim()) || !/^\d{4}$/.test(year.trim())) return null
  const iso = `${year.trim()}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}

export function typedDate(iso: string | null | undefined): TypedDate {
  const [year, month, day] = iso?.split('-') ?? []
  return year && month && day ? { day: String(Number(day)), month: String(Number(month)), year } : noDate
}

interface Props {
  legend: string
  help?: string
  value: TypedDate
  onChange: (value: TypedDate) => void
  error?: string
  /** The id of the first field, for the error summary to lead to. */
  id: string
}

/** A date somebody remembers or reads from paper: three fields to type into. */
export function DateParts({ legend, help, value, onChange, error, id }: Props) {
  const { t } = useTranslation()
  const about = useId()
  return (
    <fieldset className={styles.date} aria-describedby={help || error ? about : undefined}>
      <legend>{legend}</legend>
      {(help || error) && (
        <div id={about}>
          {help && <p className={styles.help}>{help}</p>}
          {error && <p className={styles.error}>{error}</p>}
        </div>
      )}
      <div className={styles.parts}>
        {(['day', 'month', 'year'] as const).map((part) => (
          <TextInput
            key={part}
            id={part === 'day' ? id : `${id}-${part}`}
            label={t(`date.${part}`)}
            value={value[part]}
            error={Boolean(error)}
            inputMode="numeric"
            maxLength={part === 'year' ? 4 : 2}
            autoComplete="off"
            className={styles[part]}
            onChange={(event) => onChange({ ...value, [part]: event.currentTarget.value })}
          />
        ))}
      </div>
    </fieldset>
  )
}
