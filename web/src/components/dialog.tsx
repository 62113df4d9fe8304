import { type ReactNode, useEffect, useId, useRef } from 'react'

interface Props {
  title: string
  open: boolean
  onClose: () => void
  alert?: boolean
  className?: string
  children: ReactNode
}

/** The browser's own modal: keeps the focus inside, closes on Escape, gives the focus back. */
export function Dialog({ title, open, onClose, alert = false, className, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()

  useEffect(() => {
    const element = dialog.current
    if (!element) return
    if (open && !element.open) element.showModal()
    if (!open && element.open) element.close()
  }, [open])

  return (
    <dialog
      ref={dialog}
      className={className}
      role={alert ? 'alertdialog' : undefined}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current && !alert) onClose()
      }}
    >
      {open && (
        <>
          <h2 id={id} tabIndex={-1} autoFocus={!alert}>
            {title}
          </h2>
          {children}
        </>
      )}
    </dialog>
  )
}
