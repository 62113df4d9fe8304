import { Button } from '@mantine/core'
import { useId, useRef, useState } from 'react'
import { useTranslation } from '../locales'
import styles from './file-choice.module.css'

interface Props {
  label: string
  help: string
  accept: string
  /** While a file is on its way: what it is called. */
  sending: string | null
  onFile: (file: File) => void
}

/** One file, chosen with a button or dropped here. */
export function FileChoice({ label, help, accept, sending, onFile }: Props) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const helpId = useId()
  const labelId = useId()

  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file && sending === null) onFile(file)
    // The same file can be chosen again after it has been put right.
    if (input.current) input.current.value = ''
  }

  return (
    <div
      className={over ? `${styles.drop} ${styles.over}` : styles.drop}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
    >
      <p id={labelId} className={styles.label}>
        {label}
      </p>
      <p id={helpId} className={styles.help}>
        {help}
      </p>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        onChange={(event) => take(event.currentTarget.files)}
      />
      <Button
        aria-describedby={`${labelId} ${helpId}`}
        onClick={() => input.current?.click()}
        loading={sending !== null}
      >
        {t('file.choose')}
      </Button>
      <p className={styles.hint}>{t('file.drop')}</p>
      <div role="status">
        {sending !== null && (
          <>
            <p className={styles.help}>{t('file.sending', { name: sending })}</p>
            <progress className={styles.progress} aria-label={t('file.sending', { name: sending })} />
          </>
        )}
      </div>
    </div>
  )
}
