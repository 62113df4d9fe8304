import type { ReactNode } from 'react'
import styles from './status-tag.module.css'
import { Symbol, type Tone } from './symbols'

/** A state as symbol, word and colour. */
export function StatusTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`${styles.tag} ${styles[tone]}`}>
      <Symbol tone={tone} size={14} />
      {children}
    </span>
  )
}
