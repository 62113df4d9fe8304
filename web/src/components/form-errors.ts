import type { FieldErrors, FieldPath, FieldValues, UseFormSetError } from 'react-hook-form'
import { useCallback, useState } from 'react'
import { useTranslation } from '../locales'
import { ProblemError, UnreachableError } from '../api/problem'
import type { SummaryError } from './error-summary'

/** /setting/officialName → setting.officialName */
export const pointerToField = (pointer: string) => pointer.replace(/^\//, '').replaceAll('/', '.')

/** The id a field with this name carries, so that the summary can lead to it. */
export const fieldId = (name: string) => `field-${name.replaceAll('.', '-')}`

function flatten(errors: object, path = ''): SummaryError[] {
  return Object.entries(errors).flatMap(([name, error]) => {
    if (!error || typeof error !== 'object' || name === 'ref') return []
    const here = path ? `${path}.${name}` : name
    return 'message' in error && typeof error.message === 'string' && error.message
      ? [{ field: fieldId(here), message: error.message }]
      : flatten(error as object, here)
  })
}

/**
 * Errors of a form, found here or by the service, in one list for the summary. A pointer that names one of the form's
 * fields marks that field; any other is shown in the summary only.
 */
export function useFormErrors<T extends FieldValues>(
  setError: UseFormSetError<T>,
  fields: readonly FieldPath<T>[],
) {
  const { t } = useTranslation()
  const [summary, setSummary] = useState<SummaryError[]>([])

  const showInvalid = useCallback((errors: FieldErrors<T>) => setSummary(flatten(errors)), [])

  const showProblem = useCallback(
    (error: unknown) => {
      if (error instanceof UnreachableError) return setSummary([{ message: t('states.offlineText') }])
      if (!(error instanceof ProblemError)) return setSummary([{ message: t('states.unavailableText') }])
      if (error.status === 412) return setSummary([{ message: t('errors.changed') }])
      if (error.status === 429) return setSummary([{ message: t('errors.tooMany') }])
      if (error.errors.length === 0) return setSummary([{ message: error.title || t('states.unavailableText') }])
      setSummary(
        error.errors.map(({ pointer, message }) => {
          const name = pointerToField(pointer)
          const field = fields.find((known) => known === name || name.startsWith(`${known}.`))
          if (!field) return { message }
          setError(field, { type: 'service', message })
          return { field: fieldId(field), message }
        }),
      )
    },
    [fields, setError, t],
  )

  return { summary, showInvalid, showProblem, clear: useCallback(() => setSummary([]), []) }
}
