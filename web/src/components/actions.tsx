import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from '../locales'
import styles from './actions.module.css'
import { Dialog } from './dialog'
import { useProblemWords } from './problem-words'

/** Buttons and links that belong together; they wrap where there is no room. */
export const Actions = ({ children }: { children: ReactNode }) => <div className={styles.actions}>{children}</div>

interface ConfirmProps {
  button: string
  /** What the button is called where its own words say too little. */
  label?: string
  title: string
  /** What will happen. */
  children: ReactNode
  confirm: string
  onConfirm: () => Promise<unknown>
  danger?: boolean
}

/** A button that asks first. Stays open and says why when what was asked for did not happen. */
export function Confirmed({ button, label, title, children, confirm, onConfirm, danger = false }: ConfirmProps) {
  const { t } = useTranslation()
  const words = useProblemWords()
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const close = () => {
    setOpen(false)
    setFault(null)
  }
  const go = async () => {
    setBusy(true)
    setFault(null)
    try {
      await onConfirm()
      close()
    } catch (error) {
      setFault(words(error).map(({ message }) => message).join(' '))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button variant="outline" color={danger ? 'red' : undefined} aria-label={label} onClick={() => setOpen(true)}>
        {button}
      </Button>
      <Dialog title={title} open={open} onClose={close} className={styles.dialog}>
        {children}
        {fault && (
          <p role="alert" className={styles.fault}>
            {fault}
          </p>
        )}
        <Actions>
          <Button color={danger ? 'red' : undefined} loading={busy} onClick={() => void go()}>
            {confirm}
          </Button>
          <Button variant="outline" onClick={close}>
            {t('actions.cancel')}
          </Button>
        </Actions>
      </Dialog>
    </>
  )
}
