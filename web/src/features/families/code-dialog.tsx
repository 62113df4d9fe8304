import { Button, Radio } from '@mantine/core'
import qrcode from 'qrcode-generator'
import { useState } from 'react'
import { useTranslation } from '../../locales'
import { showEntry } from '../../api/families'
import type { FamilyEntry, IdentityCheck, ListedFamily, SettingSummary } from '../../api/types'
import { Actions } from '../../components/actions'
import { Dialog } from '../../components/dialog'
import { useProblemWords } from '../../components/problem-words'
import { timeOfDay } from '../../components/time'
import styles from './families.module.css'

const checks: readonly IdentityCheck[] = ['KNOWN_IN_PERSON', 'PHOTO_ID']

interface Props {
  setting: SettingSummary
  family: ListedFamily | null
  onClose: () => void
}

/** Lets one family in at collection time, once somebody has said how they know who it is. */
export function CodeDialog({ setting, family, onClose }: Props) {
  const { t } = useTranslation('families')
  const words = useProblemWords()
  const [how, setHow] = useState<IdentityCheck | null>(null)
  const [entry, setEntry] = useState<FamilyEntry | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  if (!family) return null
  const name = family.name
  const close = () => {
    setEntry(null)
    setHow(null)
    onClose()
  }
  const show = async () => {
    if (!how) return setFault(t('code.choose'))
    setBusy(true)
    setFault(null)
    try {
      setEntry(await showEntry(setting.id, family.giverId, how))
    } catch (error) {
      setFault(
        words(error)
          .map(({ message }) => message)
          .join(' '),
      )
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog title={t('code.title', { name })} open onClose={close} className={styles.dialog}>
      {entry ? (
        <>
          <p>{t('code.scan')}</p>
          <Code text={entry.link} label={t('code.alt', { name })} />
          <p>{t('code.until', { at: timeOfDay(entry.until) })}</p>
          <Actions>
            <a href={entry.link} target="_blank" rel="noopener noreferrer">
              {t('code.open')}
            </a>
            <Button variant="outline" onClick={() => setEntry(null)}>
              {t('code.another')}
            </Button>
            <Button variant="outline" onClick={close}>
              {t('code.close')}
            </Button>
          </Actions>
        </>
      ) : (
        <>
          <p>{t('code.text', { name })}</p>
          <Radio.Group label={t('code.how')} value={how} onChange={(value) => setHow(value as IdentityCheck)}>
            {checks.map((check) => (
              <Radio key={check} value={check} label={t(`code.${check}`)} className={styles.radio} />
            ))}
          </Radio.Group>
          {fault && <p role="alert">{fault}</p>}
          <Actions>
            <Button loading={busy} onClick={() => void show()}>
              {t('code.show')}
            </Button>
            <Button variant="outline" onClick={close}>
              {t('code.close')}
            </Button>
          </Actions>
        </>
      )}
    </Dialog>
  )
}

const quiet = 4

/** The code as squares: dark ones in one path, with the quiet border that readers need. */
function Code({ text, label }: { text: string; label: string }) {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const size = code.getModuleCount()
  let path = ''
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      if (code.isDark(row, column)) path += `M${column + quiet} ${row + quiet}h1v1h-1z`
  return (
    <svg
      className={styles.code}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size + 2 * quiet} ${size + 2 * quiet}`}
      shapeRendering="crispEdges"
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
