import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from '../../locales'
import { newKey } from '../../api/client'
import { renewalQuery, startRenewal } from '../../api/families'
import type { Renewal as Whom } from '../../api/types'
import { Actions, Confirmed } from '../../components/actions'
import { Section } from '../../components/page'
import { Loaded } from '../../components/states'
import styles from './consent.module.css'

/** One button that asks the families of everything the forecast shows. Whom it asks stands beside it and in its question. */
export function Renewal({ setting, until }: { setting: string; until: string }) {
  const { t } = useTranslation('consent')
  const whom = useQuery(renewalQuery(setting, until))
  return (
    <Section title={t('renewal.title')}>
      <Loaded query={whom}>{(found) => <Ask setting={setting} whom={found} />}</Loaded>
    </Section>
  )
}

function Ask({ setting, whom }: { setting: string; whom: Whom }) {
  const { t } = useTranslation('consent')
  const queries = useQueryClient()
  const [key, setKey] = useState(newKey)
  const [mailed, setMailed] = useState<number | null>(null)
  const families = (count: number) => t('renewal.families', { count })
  const start = async () => {
    const round = await startRenewal(setting, whom.until, key)
    setKey(newKey())
    setMailed(round.mailed)
    await queries.invalidateQueries({ queryKey: ['setting', setting] })
  }
  return (
    <>
      {mailed !== null && <p role="status">{t('renewal.done', { families: families(mailed) })}</p>}
      <p>{whom.families > 0 ? <Reached whom={whom} /> : t('renewal.nobody')}</p>
      <Others whom={whom} />
      <Actions>
        {whom.families > 0 && (
          <Confirmed
            button={t('renewal.button')}
            title={t('renewal.dialog')}
            confirm={t('renewal.confirm')}
            onConfirm={start}
          >
            <p>
              <Reached whom={whom} />
            </p>
            <Others whom={whom} />
          </Confirmed>
        )}
        {whom.withoutAddress > 0 && (
          <Link className={styles.link} to="/families" search={{}}>
            {t('renewal.codes')}
          </Link>
        )}
      </Actions>
    </>
  )
}

function Reached({ whom }: { whom: Whom }) {
  const { t } = useTranslation('consent')
  return t('renewal.whom', {
    families: t('renewal.families', { count: whom.families }),
    children: t('renewal.children', { count: whom.children }),
  })
}

/** Those who are not written to, and why. */
function Others({ whom }: { whom: Whom }) {
  const { t } = useTranslation('consent')
  const families = (count: number) => t('renewal.families', { count })
  return (
    <>
      {whom.askedLately > 0 && (
        <p className={styles.quiet}>
          {t('renewal.asked', { families: families(whom.askedLately), days: whom.restDays })}
        </p>
      )}
      {whom.withoutAddress > 0 && (
        <p className={styles.quiet}>{t('renewal.code', { families: families(whom.withoutAddress) })}</p>
      )}
      {whom.onForm > 0 && (
        <p className={styles.quiet}>{t('renewal.form', { people: t('renewal.people', { count: whom.onForm }) })}</p>
      )}
    </>
  )
}
