import { Button } from '@mantine/core'
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { Component, type ReactNode } from 'react'
import { ProblemError, UnreachableError } from '../api/problem'
import { useTranslation, wordsOf } from '../locales'
import { Page } from '../components/page'
import { Failed } from '../components/states'

export function NotFoundPage() {
  const { t } = useTranslation()
  return (
    <Page title={t('states.notFoundTitle')} lead={t('states.notFoundText')}>
      <div>
        <Link to="/">{t('actions.goHome')}</Link>
      </div>
    </Page>
  )
}

/** For a page that broke: the shell, and the help in it, stay. */
export function BrokenPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  const router = useRouter()
  const again = () => {
    reset()
    void router.invalidate()
  }
  if (error instanceof ProblemError || error instanceof UnreachableError) return <Failed error={error} retry={again} />
  return (
    <Page title={t('states.brokenTitle')} lead={t('states.brokenText')}>
      <div>
        <Button onClick={() => window.location.reload()}>{t('actions.tryAgain')}</Button>
      </div>
      <div>
        <a href="/">{t('actions.goHome')}</a>
      </div>
    </Page>
  )
}

/** For a shell that broke: needs nothing that could break with it. */
export class LastResort extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    const t = wordsOf('common')
    return (
      <main style={{ padding: '1.5rem' }}>
        <h1>{t('states.brokenTitle')}</h1>
        <p>{t('states.brokenText')}</p>
        <p>
          {t('help.danger')} <a href="tel:999">999</a>
        </p>
        <p>
          <a href="/">{t('actions.goHome')}</a>
        </p>
      </main>
    )
  }
}
