import type { ReactNode } from 'react'
import styles from './summary-list.module.css'

export interface SummaryRow {
  label: string
  value: ReactNode
  /** A link or button that leads to where this is changed; its name says what. */
  change?: ReactNode
}

/** What was entered or is on record, one line each. */
export function SummaryList({ rows }: { rows: SummaryRow[] }) {
  return (
    <dl className={styles.list}>
      {rows.map(({ label, value, change }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {change && <dd className={styles.change}>{change}</dd>}
        </div>
      ))}
    </dl>
  )
}

/** Numbers that belong together. */
export function Counts({ counts }: { counts: { label: string; count: number }[] }) {
  return (
    <dl className={styles.counts}>
      {counts.map(({ label, count }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{count.toLocaleString('en-GB')}</dd>
        </div>
      ))}
    </dl>
  )
}
