import { useId } from 'react'
import styles from './job-progress.module.css'

interface Props {
  label: string
  /** How far it is, in words; read out as it changes. */
  sentence: string
  done: number
  total: number
}

/** How far long work is. */
export function JobProgress({ label, sentence, done, total }: Props) {
  const id = useId()
  return (
    <div className={styles.job}>
      <label htmlFor={id}>{label}</label>
      <progress id={id} value={total > 0 ? done : undefined} max={total > 0 ? total : undefined} />
      <p role="status">{sentence}</p>
    </div>
  )
}
