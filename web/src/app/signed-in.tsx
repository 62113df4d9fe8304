import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Outlet, useLocation, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from '../locales'
import { meQuery } from '../api/me'
import { forgetWhere, rememberWhere, sessionQuery, setUpNeededQuery, signInAddress, whereWanted } from '../api/session'
import { Page } from '../components/page'
import { Failed, Loading } from '../components/states'
import { StatusTag } from '../components/status-tag'
import { Redirect } from './redirect'

/** Lets a page through once it is known who is asking; otherwise says what to do about it, at the same address. */
export function SignedIn() {
  const session = useQuery(sessionQuery)
  const signedIn = session.data?.signedIn === true
  const me = useQuery({ ...meQuery, enabled: signedIn })

  if (session.error && !session.data) return <NoAnswer error={session.error} retry={() => void session.refetch()} />
  if (!session.data) return <Loading />
  if (!signedIn) return <SignIn />
  if (me.error && !me.data) return <NoAnswer error={me.error} retry={() => void me.refetch()} />
  if (!me.data) return <Loading />
  return <WhereTheyWanted />
}

function NoAnswer({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation()
  return (
    <Page title={t('app.name')}>
      <Failed error={error} retry={retry} />
    </Page>
  )
}

function WhereTheyWanted() {
  const at = useLocation({ select: (location) => location.pathname })
  const wanted = at === '/' ? whereWanted() : null
  useEffect(forgetWhere, [])
  if (wanted) return <Redirect to={wanted} />
  return <Outlet />
}

const spared: ReadonlySet<unknown> = new Set(['session', 'set-up-needed'])

function SignIn() {
  const { t } = useTranslation()
  const location = useLocation()
  const queries = useQueryClient()
  const setUp = useQuery(setUpNeededQuery)

  // Whoever signs in here next starts from nothing, even if the page is not loaded afresh.
  useEffect(() => {
    rememberWhere(location.href)
    queries.removeQueries({ predicate: ({ queryKey }) => !spared.has(queryKey[0]) })
  }, [location.href, queries])

  const { 'sign-in': outcome, shared } = useSearch({ strict: false }) as { 'sign-in'?: string; shared?: true }
  if (setUp.data?.needed) return <Redirect to="/setup" />
  return (
    <Page title={t('signIn.title')} lead={t('app.sentence')}>
      {outcome === 'failed' && (
        <p role="alert">
          <StatusTag tone="care">{t('signIn.failed')}</StatusTag>
        </p>
      )}
      {shared && <p role="status">{t('signIn.shared')}</p>}
      <p>{t('signIn.text')}</p>
      <div>
        <Button component="a" href={signInAddress} size="lg">
          {t('actions.signIn')}
        </Button>
      </div>
    </Page>
  )
}
