import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from '../locales'
import { currentSetting, may, meQuery, rememberSetting } from '../api/me'
import { sessionQuery, signOut } from '../api/session'
import type { Me, SettingSummary } from '../api/types'
import { HelpPanel } from './help-panel'
import { IdleGuard } from './idle'
import styles from './layout.module.css'
import { places } from '../features/home/places'

/** Around every page. Reads the session and the person, but waits for neither: help is there whatever fails. */
export function Layout({ children }: { children?: ReactNode }) {
  const { t } = useTranslation()
  const search = useSearch({ strict: false }) as { setting?: string }
  const session = useQuery(sessionQuery)
  const signedIn = session.data?.signedIn === true
  const { data: me } = useQuery({ ...meQuery, enabled: signedIn })
  const setting = signedIn && me ? currentSetting(me, search.setting) : null

  return (
    <>
      <a href="#content" className={styles.skip}>
        {t('shell.skip')}
      </a>
      <header className={styles.header}>
        <div className={styles.bar}>
          <Link to="/" className={styles.brand}>
            <img src="/icon.svg" alt="" width="28" height="28" />
            {t('app.name')}
          </Link>
          {signedIn && me && <span className={`${styles.who} ${styles.wideOnly}`}>{me.person.name}</span>}
          {signedIn && <SignOut />}
          <HelpPanel setting={setting} signedIn={signedIn} />
        </div>
        {signedIn && me && (
          <div className={styles.second}>
            <div className={styles.bar}>
              <SettingSwitcher me={me} setting={setting} />
              <span className={`${styles.who} ${styles.narrowOnly}`}>{me.person.name}</span>
              <Places me={me} setting={setting} />
            </div>
          </div>
        )}
      </header>
      <main id="content" tabIndex={-1} className={styles.main}>
        {children ?? <Outlet />}
      </main>
      {signedIn && <IdleGuard />}
    </>
  )
}

function SignOut() {
  const { t } = useTranslation()
  const [leaving, setLeaving] = useState(false)
  return (
    <button
      type="button"
      className={styles.plain}
      aria-disabled={leaving}
      onClick={() => {
        if (leaving) return
        setLeaving(true)
        void signOut()
      }}
    >
      {t('actions.signOut')}
    </button>
  )
}

function SettingSwitcher({ me, setting }: { me: Me; setting: SettingSummary | null }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  if (!setting) return <span className={styles.setting}>{me.group.name}</span>
  if (me.settings.length === 1) return <span className={styles.setting}>{setting.officialName}</span>
  return (
    <label className={styles.setting}>
      <span className={styles.wideOnly}>{t('shell.setting')}</span>
      <select
        aria-label={t('shell.setting')}
        value={setting.id}
        onChange={(event) => {
          rememberSetting(me, event.target.value)
          queries.removeQueries({ queryKey: ['setting', setting.id] })
          void navigate({ to: '/', search: { setting: event.target.value } })
        }}
      >
        {me.settings.map(({ id, officialName }) => (
          <option key={id} value={id}>
            {officialName}
          </option>
        ))}
      </select>
    </label>
  )
}

function Places({ me, setting }: { me: Me; setting: SettingSummary | null }) {
  const { t } = useTranslation()
  const offered = places.filter((place) => !('seldom' in place) && may(me, setting?.id ?? null, place.ability))
  if (offered.length === 0) return null
  return (
    <nav className={`${styles.nav} ${styles.wideOnly}`} aria-label={t('shell.pages')}>
      {offered.map((place) => (
        <Link key={place.to} to={place.to}>
          {t(`places.${place.name}`)}
        </Link>
      ))}
    </nav>
  )
}
