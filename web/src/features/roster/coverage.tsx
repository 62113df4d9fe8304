import { useQuery } from '@tanstack/react-query'
import { useTranslation } from '../../locales'
import { coverageQuery } from '../../api/media'
import { purposes } from '../../api/types'
import { Section } from '../../components/page'
import { Loaded } from '../../components/states'
import styles from './roster.module.css'

/** Counts per purpose, as numbers first and as a bar for those who like one. */
export function CoverageCounts({ setting }: { setting: string }) {
  const { t } = useTranslation(['roster', 'common'])
  const coverage = useQuery(coverageQuery(setting))
  return (
    <Section title={t('coverage')}>
      <Loaded query={coverage}>
        {(data) => (
          <ul className={styles.coverage}>
            {purposes.map((purpose) => {
              const counts = data.purposes[purpose]
              if (!counts) return null
              const known = Object.values(counts).every((count) => count !== null)
              const all = (counts.cleared ?? 0) + (counts.notCleared ?? 0) + (counts.notAsked ?? 0)
              if (all === 0 && known) return null
              const part = (count: number | null) => ({ width: `${(100 * (count ?? 0)) / all}%` })
              const say = (count: number | null) => (count === null ? t('few') : String(count))
              return (
                <li key={purpose}>
                  <div className={styles.line}>
                    <strong>{t(`common:purposes.${purpose}`)}</strong>
                    {known && <span>{t('coverageOf', { percent: Math.floor((100 * (counts.cleared ?? 0)) / all) })}</span>}
                  </div>
                  {known && (
                    <div className={styles.bar} aria-hidden="true">
                      <span className={styles.cleared} style={part(counts.cleared)} />
                      <span className={styles.notCleared} style={part(counts.notCleared)} />
                      <span className={styles.notAsked} style={part(counts.notAsked)} />
                    </div>
                  )}
                  <p className={styles.quiet}>{t('coverageRow', {
                      cleared: say(counts.cleared),
                      notCleared: say(counts.notCleared),
                      notAsked: say(counts.notAsked),
                    })}</p>
                </li>
              )
            })}
          </ul>
        )}
      </Loaded>
    </Section>
  )
}
