import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '../locales'
import { meQuery } from '../api/me'
import { leave, sessionQuery, signOut } from '../api/session'
import { Dialog } from '../components/dialog'
import styles from './layout.module.css'

const warnBefore = 60_000
const lookAgain = 5_000
const signs = ['pointerdown', 'keydown', 'touchstart', 'wheel'] as const

interface Warning {
  endsAt: number
  /** Staying is no longer possible: the session has reached its greatest age. */
  last: boolean
}

/**
 * Signs out somebody who walked away, with a minute's warning. How much time is left only the gateway knows, because
 * work in another tab counts too: it is asked before anything happens. Typing counts as work, so while somebody types
 * something is asked for now and then that the gateway counts as use.
 */
export function IdleGuard() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [warning, setWarning] = useState<Warning | null>(null)
  const stay = useRef<() => void>(() => {})

  useEffect(() => {
    let warned = false
    let busy = false
    let gone = false
    let lookedAt = 0
    let usedAt = Date.now()
    let seenAt = 0

    const endsAt = () => {
      const state = queries.getQueryState(sessionQuery.queryKey)
      return state?.data ? state.dataUpdatedAt + state.data.idleSeconds * 1000 : Date.now()
    }
    const warn = (shown: Warning | null) => {
      warned = shown !== null
      setWarning(shown)
    }
    /** What the gateway says now; when it cannot be asked, what it said last. */
    const ask = async () => {
      lookedAt = Date.now()
      try {
        const { signedIn } = await queries.fetchQuery({ ...sessionQuery, staleTime: 0, retry: false })
        if (!signedIn) {
          gone = true
          leave.to('/signed-out?because=idle')
        }
      } catch {
        // Offline: the time last told still runs.
      }
    }
    const use = async () => {
      usedAt = Date.now()
      await queries.fetchQuery({ ...meQuery, staleTime: 0, retry: false }).catch(() => {})
      await ask()
    }

    const look = async () => {
      if (busy || gone) return
      busy = true
      if (seenAt > usedAt && Date.now() - usedAt > warnBefore) await use()
      if (!gone && endsAt() - Date.now() <= warnBefore && Date.now() - lookedAt >= lookAgain) await ask()
      const left = endsAt() - Date.now()
      if (!gone && left <= 0) {
        gone = true
        void signOut('idle')
      } else if (!gone && left <= warnBefore) {
        if (!warned) warn({ endsAt: endsAt(), last: false })
      } else if (warned) {
        warn(null)
      }
      busy = false
    }
    // Once the warning shows, only its button counts: a pocket touching the screen must not keep a session open.
    const onSign = () => {
      if (!warned) seenAt = Date.now()
    }
    stay.current = () => {
      void use().then(() => {
        if (!gone) warn(endsAt() - Date.now() > warnBefore ? null : { endsAt: endsAt(), last: true })
      })
    }

    const now = () => void look()
    for (const sign of signs) window.addEventListener(sign, onSign, { passive: true, capture: true })
    document.addEventListener('visibilitychange', now)
    const timer = setInterval(now, 1000)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', now)
      for (const sign of signs) window.removeEventListener(sign, onSign, { capture: true })
    }
  }, [queries])

  const time = warning && new Date(warning.endsAt).toLocaleTimeString('en-GB')
  return (
    <Dialog
      title={t('idle.title')}
      open={warning !== null}
      onClose={() => stay.current()}
      alert
      className={styles.dialog}
    >
      <p>{t(warning?.last ? 'idle.last' : 'idle.text', { time })}</p>
      <div className={styles.buttons}>
        {!warning?.last && (
          <Button autoFocus onClick={() => stay.current()}>
            {t('idle.stay')}
          </Button>
        )}
        <Button variant="outline" onClick={() => void signOut()}>
          {t('actions.signOut')}
        </Button>
      </div>
    </Dialog>
  )
}
