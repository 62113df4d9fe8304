import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from '../locales'
import { api } from '../api/client'
import { useRoleWord } from '../api/role-word'
import type { Help, HelpContact, SettingSummary } from '../api/types'
import { Dialog } from '../components/dialog'
import { Loading } from '../components/states'
import styles from './layout.module.css'

const posts = ['DSL', 'SETTING_HEAD'] as const

/** Always one press away. The number for danger never depends on anything that has to be loaded. */
export function HelpPanel({ setting, signedIn }: { setting: SettingSummary | null; signedIn: boolean }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className={`${styles.plain} ${styles.help}`} onClick={() => setOpen(true)}>
        {t('help.open')}
      </button>
      <Dialog title={t('help.title')} open={open} onClose={() => setOpen(false)} className={styles.dialog}>
        <Danger />
        {!signedIn ? (
          <p>{t('help.signIn')}</p>
        ) : setting ? (
          <Contacts setting={setting} />
        ) : (
          <p>{t('help.noSetting')}</p>
        )}
        <div className={styles.buttons}>
          <Button variant="outline" onClick={() => setOpen(false)}>
            {t('actions.close')}
          </Button>
        </div>
      </Dialog>
    </>
  )
}

export function Danger() {
  const { t } = useTranslation()
  return (
    <p className={styles.danger}>
      {t('help.danger')} <a href="tel:999">999</a>
    </p>
  )
}

function Contacts({ setting }: { setting: SettingSummary }) {
  const { t } = useTranslation()
  const help = useQuery({
    queryKey: ['help', setting.id],
    queryFn: ({ signal }) => api.get<Help>(`/api/incidents/settings/${setting.id}/help`, { signal }),
    staleTime: 300_000,
  })

  if (help.isPending) return <Loading what={t('help.loading')} />
  if (help.error) {
    return (
      <div role="alert">
        <p>{t('help.failed')}</p>
        <Button variant="outline" onClick={() => void help.refetch()}>
          {t('actions.tryAgain')}
        </Button>
      </div>
    )
  }
  const entered = help.data.contacts.filter((contact) => contact.phone || contact.email)
  if (entered.length === 0) return <p>{t('help.none')}</p>
  return (
    <>
      <p>{t('help.who')}</p>
      <ul className={styles.contacts}>
        {posts.map((post) => (
          <li key={post}>
            <Contact post={post} contact={entered.find((contact) => contact.post === post)} setting={setting} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Contact(props: { post: HelpContact['post']; contact: HelpContact | undefined; setting: SettingSummary }) {
  const { t } = useTranslation()
  const word = useRoleWord(props.setting)
  const { contact } = props
  return (
    <>
      <strong>{word(props.post)}</strong>
      {contact ? (
        <>
          <div>{contact.shownAs}</div>
          {contact.phone && (
            <a
              href={`tel:${contact.phone.replaceAll(/[^+\d]/g, '')}`}
              aria-label={t('help.call', { name: contact.shownAs, phone: contact.phone })}
            >
              {contact.phone}
            </a>
          )}
          {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
        </>
      ) : (
        <div>{t('help.missing')}</div>
      )}
    </>
  )
}
