import { useTranslation } from '../locales'
import { ProblemError, UnreachableError } from '../api/problem'
import type { SummaryError } from './error-summary'

/** A refusal as lines for an error summary, each with the id of the field it is about where there is one. */
export function useProblemWords(fieldOf: (pointer: string) => string | undefined = () => undefined) {
  const { t } = useTranslation()
  return (error: unknown): SummaryError[] => {
    if (error instanceof UnreachableError) return [{ message: t('errors.unreachable') }]
    if (!(error instanceof ProblemError)) return [{ message: t('states.unavailableText') }]
    if (error.status === 412) return [{ message: t('errors.changed') }]
    if (error.status === 429) return [{ message: t('errors.tooMany') }]
    if (error.errors.length === 0) return [{ message: error.title || t('states.unavailableText') }]
    return error.errors.map(({ pointer, message }) => ({ field: fieldOf(pointer), message }))
  }
}
