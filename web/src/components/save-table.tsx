import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from '../locales'
import styles from './actions.module.css'
import { useProblemWords } from './problem-words'

interface Props {
  /** What the file is called. */
  name: string
  table: () => Promise<Blob>
  children: ReactNode
}

/** A button that has a table made and saves it. Says that it is being made, and why there is none. */
export function SaveTable({ name, table, children }: Props) {
  const { t } = useTranslation()
  const words = useProblemWords()
  const making = useMutation({ mutationFn: table, onSuccess: (file) => save(file, name) })
  return (
    <>
      <Button variant="outline" loading={making.isPending} onClick={() => making.mutate()}>
        {children}
      </Button>
      {making.isPending && <span role="status">{t('states.makingFile')}</span>}
      {making.error && (
        <span role="alert" className={styles.fault}>
          {words(making.error)
            .map(({ message }) => message)
            .join(' ')}
        </span>
      )}
    </>
  )
}

function save(file: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // Some browsers read it only after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
