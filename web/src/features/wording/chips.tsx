import { useTranslation } from '../../locales'
import styles from './wording.module.css'

interface Props {
  label: string
  /** What is said where nothing is listed. */
  none: string
  entries: { text: string; starter: boolean; onRemove?: () => void }[]
}

/** Short texts one beside the other, each with a button to take it off the list. */
export function Chips({ label, none, entries }: Props) {
  const { t } = useTranslation('wording')
  if (entries.length === 0) return <p>{none}</p>
  return (
    <ul className={styles.words} aria-label={label}>
      {entries.map(({ text, starter, onRemove }) => (
        <li key={text} className={styles.word}>
          <span>
            {text}
            {starter && <small>{t('fromStarter')}</small>}
          </span>
          {onRemove && (
            <button type="button" className={styles.off} aria-label={t('takeOff', { word: text })} onClick={onRemove}>
              <span aria-hidden="true">×</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
