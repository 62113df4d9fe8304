import { type ReactNode, useId } from 'react'
import styles from './choice.module.css'

interface ChoiceProps {
  type?: 'checkbox' | 'radio'
  label: string
  help?: string
  checked: boolean
  onChange: (checked: boolean) => void
  id?: string
  name?: string
}

/** A box to tick or one of several to pick; the whole line can be pressed. */
export function Choice({ type = 'checkbox', label, help, checked, onChange, id, name }: ChoiceProps) {
  const helpId = useId()
  return (
    <label className={styles.choice}>
      <input
        type={type}
        id={id}
        name={name}
        checked={checked}
        aria-label={help ? label : undefined}
        aria-describedby={help ? helpId : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        <span className={styles.text}>{label}</span>
        {help && (
          <span className={styles.help} id={helpId}>
            {help}
          </span>
        )}
      </span>
    </label>
  )
}

interface GroupProps {
  legend: string
  error?: string
  children: ReactNode
}

export function ChoiceGroup({ legend, error, children }: GroupProps) {
  const errorId = useId()
  return (
    <fieldset className={styles.group} aria-describedby={error ? errorId : undefined}>
      <legend>{legend}</legend>
      {error && (
        <p className={styles.error} id={errorId}>
          {error}
        </p>
      )}
      {children}
    </fieldset>
  )
}
