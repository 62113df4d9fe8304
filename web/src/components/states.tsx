import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from '../locales'
import { ProblemError, UnreachableError } from '../api/problem'
import styles from './states.module.css'

export function Loading({ what }: { what?: string }) {
  const { t } = useTranslation()
  return (
    <div className={styles.loading} role="status">
      <span className={styles.spinner} aria-hidden="true" />
      {what ?? t('states.loading')}
    </div>
  )
}

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.state}>
      <h2>{title}</h2>
      {children}
    </div>
  )
}

/** Says what could not be loaded and why, as far as a person can use it. An absent answer never looks like an empty one. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation()
  const [title, text] =
    error instanceof UnreachableError
      ? [t('states.offlineTitle'), t('states.offlineText')]
      : error instanceof ProblemError && error.status === 403
        ? [t('states.forbiddenTitle'), t('states.forbiddenText')]
        : error instanceof ProblemError && error.status === 404
          ? [t('states.notFoundTitle'), t('states.notFoundText')]
          : [t('states.failedTitle'), t('states.unavailableText')]
  return (
    <div className={`${styles.state} ${styles.failed}`} role="alert">
      <h2>{title}</h2>
      <p>{text}</p>
      {error instanceof ProblemError && error.traceId && (
        <p className={styles.reference}>{t('states.reference', { id: error.traceId })}</p>
      )}
      {retry && (
        <Button variant="outline" onClick={retry}>
          {t('actions.tryAgain')}
        </Button>
      )}
    </div>
  )
}

interface ListQuery<T> {
  data: T | undefined
  error: unknown
  isPending: boolean
  refetch: () => unknown
}

interface LoadedProps<T> {
  query: ListQuery<T>
  /** Shown in place of the list when nothing is in it. */
  empty?: ReactNode
  isEmpty?: (data: T) => boolean
  children: (data: T) => ReactNode
}

/**
 * Every list and every record goes through here: loading, failed, empty, or there. What is there stays when bringing it
 * up to date fails, and says so, because somebody may be writing below it.
 */
export function Loaded<T>({ query, empty, isEmpty, children }: LoadedProps<T>) {
  const { t } = useTranslation()
  if (query.data === undefined) {
    return query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading />
  }
  if (empty && isEmpty?.(query.data)) return empty
  return (
    <>
      {query.error ? (
        <p role="status" className={styles.stale}>
          {t('states.stale')}
        </p>
      ) : null}
      {children(query.data)}
    </>
  )
}
