import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from '../locales'
import { Actions } from './actions'
import styles from './shown-once.module.css'

interface Props {
  title: string
  secret: string
  children: ReactNode
}

/** Something that can be read now and never again. */
export function ShownOnce({ title, secret, children }: Props) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const [copied, setCopied] = useState(false)
  useEffect(() => box.current?.focus(), [secret])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret)
      setCopied(true)
    } catch {
      // It stays on the page to be copied by hand.
      setCopied(false)
    }
  }
  return (
    <div ref={box} role="alert" tabIndex={-1} className={styles.once}>
      <h2>{title}</h2>
      <code className={styles.secret}>{secret}</code>
      {children}
      <Actions>
        <Button variant="outline" onClick={() => void copy()}>
          {t('actions.copy')}
        </Button>
        <span>{copied && t('actions.copied')}</span>
      </Actions>
    </div>
  )
}
