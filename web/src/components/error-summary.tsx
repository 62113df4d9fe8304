import { useEffect, useRef } from 'react'
import { useTranslation } from '../locales'
import styles from './error-summary.module.css'

export interface SummaryError {
  /** The id of the field to go to; none for an error that belongs to the whole form. */
  field?: string
  message: string
}

/** What stands in the way of sending a form. Takes the focus each time it appears with something new. */
export function ErrorSummary({ errors }: { errors: SummaryError[] }) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (errors.length > 0) box.current?.focus()
  }, [errors])

  if (errors.length === 0) return null
  return (
    <div ref={box} className={styles.summary} role="alert" tabIndex={-1}>
      <h2>{t('errors.summary')}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            {field ? (
              <a
                href={`#${field}`}
                onClick={(event) => {
                  event.preventDefault()
                  document.getElementById(field)?.focus()
                }}
              >
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
