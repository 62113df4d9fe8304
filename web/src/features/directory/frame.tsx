import './words'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from '../../locales'
import { useMay } from '../../api/me'
import { ProblemError } from '../../api/problem'
import { Page } from '../../components/page'
import { Failed } from '../../components/states'
import styles from './directory.module.css'

interface Props {
  title: string
  lead?: ReactNode
  wide?: boolean
  children: ReactNode
}

/** Around each page of the directory: the way to the others, and nothing for whom it is not. */
export function DirectoryPage({ title, lead, wide = true, children }: Props) {
  const { t } = useTranslation('directory')
  const allowed = useMay('administer')
  if (!allowed) {
    return (
      <Page title={title}>
        <Failed error={new ProblemError(403, 'web.forbidden', '')} />
      </Page>
    )
  }
  return (
    <>
      <nav aria-label={t('nav.label')} className={wide ? `${styles.nav} ${styles.wide}` : styles.nav}>
        <Link to="/directory" activeOptions={{ exact: true, includeSearch: false }}>
          {t('nav.settings')}
        </Link>
        <Link to="/directory/people" activeOptions={{ includeSearch: false }}>
          {t('nav.people')}
        </Link>
        <Link to="/directory/clients" activeOptions={{ includeSearch: false }}>
          {t('nav.clients')}
        </Link>
        <Link to="/directory/staff" activeOptions={{ includeSearch: false }}>
          {t('nav.staff')}
        </Link>
      </nav>
      <Page title={title} lead={lead} wide={wide}>
        {children}
      </Page>
    </>
  )
}
