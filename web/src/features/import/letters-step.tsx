import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from '../../locales'
import type { RosterImport } from '../../api/types'
import { Actions } from '../../components/actions'
import { Page, Section } from '../../components/page'
import styles from './import.module.css'

interface Props {
  found: RosterImport
  onRight: () => void
  discard: ReactNode
}

/** Asked when a file could have been written in more than one way: a wrong letter in a name is a wrong name. */
export function LettersStep({ found, onRight, discard }: Props) {
  const { t } = useTranslation('import')
  const [wrong, setWrong] = useState(false)
  const special = found.columns
    .flatMap((column) => [column.heading, ...column.samples])
    .filter((text) => /[^\x20-\x7e]/.test(text))
    .slice(0, 12)
  return (
    <Page title={t('letters.title')} lead={found.fileName}>
      <p>{t('letters.text', { file: found.fileName, encoding: found.encoding })}</p>
      {special.length > 0 ? (
        <ul className={styles.letters}>
          {special.map((text, index) => (
            <li key={`${index} ${text}`}>{text}</li>
          ))}
        </ul>
      ) : (
        <p>{t('letters.none')}</p>
      )}
      <Actions>
        <Button onClick={onRight}>{t('letters.yes')}</Button>
        <Button variant="outline" onClick={() => setWrong(true)} aria-expanded={wrong}>
          {t('letters.no')}
        </Button>
      </Actions>
      {wrong && (
        <Section title={t('letters.howTitle')}>
          <p role="status">{t('letters.how')}</p>
          <div>{discard}</div>
        </Section>
      )}
    </Page>
  )
}
