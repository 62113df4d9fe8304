import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from '../../locales'
import { cardQuery } from '../../api/posts'
import type { Decision } from '../../api/types'
import { Section } from '../../components/page'
import { Loaded } from '../../components/states'
import styles from './decisions.module.css'

/** A code and its picture for somebody else's notes. */
export function Card({ decision }: { decision: Decision }) {
  const { t } = useTranslation('decisions')
  const [open, setOpen] = useState(false)
  const card = useQuery({ ...cardQuery(decision.id), enabled: open })
  return (
    <Section title={t('card.title')}>
      <p>{t('card.help')}</p>
      {open ? (
        <Loaded query={card}>
          {(shown) => (
            <div className={styles.card}>
              <img
                src={`data:image/svg+xml;utf8,${encodeURIComponent(shown.svg)}`}
                alt={t('card.qr')}
                width={160}
                height={160}
              />
              <div>
                <p>
                  {t('card.code')}: <strong className={styles.code}>{shown.code}</strong>
                </p>
                <p className={styles.address}>{shown.address}</p>
              </div>
            </div>
          )}
        </Loaded>
      ) : (
        <Button variant="outline" onClick={() => setOpen(true)}>
          {t('card.show')}
        </Button>
      )}
    </Section>
  )
}
