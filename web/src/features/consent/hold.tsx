import { useQuery } from '@tanstack/react-query'
import { useTranslation } from '../../locales'
import { holdQuery, liftHold, placeHold } from '../../api/consent'
import { Actions } from '../../components/actions'
import { Section } from '../../components/page'
import { Loaded } from '../../components/states'
import { when } from '../../components/time'
import styles from './consent.module.css'
import { Reasoned, useForget } from './parts'

/** Shown to safeguarding leads alone; the service has nothing here for anybody else. */
export function HoldOn({ subject }: { subject: string }) {
  const { t } = useTranslation('consent')
  const found = useQuery(holdQuery(subject))
  const forget = useForget(subject)
  return (
    <Section title={t('hold')}>
      <p className={styles.quiet}>{t('holdText')}</p>
      <Loaded query={found}>
        {({ held, placements }) => (
          <>
            <p>
              {held && placements[0]
                ? t('held', { when: when(placements[0].placedAt), reason: placements[0].reason })
                : t('notHeld')}
            </p>
            <Actions>
              {held ? (
                <Reasoned
                  button={t('liftHold')}
                  title={t('liftHoldTitle')}
                  confirm={t('liftHoldConfirm')}
                  onConfirm={async (reason) => {
                    await liftHold(subject, reason)
                    await forget()
                  }}
                >
                  <p>{t('liftHoldText')}</p>
                </Reasoned>
              ) : (
                <Reasoned
                  button={t('place')}
                  title={t('placeTitle')}
                  confirm={t('placeConfirm')}
                  danger
                  onConfirm={async (reason) => {
                    await placeHold(subject, reason)
                    await forget()
                  }}
                >
                  <p>{t('placeText')}</p>
                </Reasoned>
              )}
            </Actions>
          </>
        )}
      </Loaded>
    </Section>
  )
}
