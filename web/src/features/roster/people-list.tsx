import { useMediaQuery } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { useTranslation } from '../../locales'
import { useMay } from '../../api/me'
import { type Clearance, type Purpose, purposes, type Subject } from '../../api/types'
import { StatusTag } from '../../components/status-tag'
import type { Tone } from '../../components/symbols'
import styles from './roster.module.css'

const tone: Record<Clearance, Tone> = { CLEARED: 'good', NOT_CLEARED: 'bad', NOT_ASKED: 'care' }

/** A table where there is room for one, a card for each person where there is not. */
export function PeopleList({ people }: { people: Subject[] }) {
  const narrow = useMediaQuery('(max-width: 61.99em)', undefined, { getInitialValueInEffect: false })
  return narrow ? <Cards people={people} /> : <Table people={people} />
}

/** What is not said about somebody is never shown as a yes. */
function Clear({ subject, purpose }: { subject: Subject; purpose: Purpose }) {
  const { t } = useTranslation('roster')
  const clearance = subject.purposes[purpose] ?? 'NOT_CLEARED'
  return <StatusTag tone={tone[clearance]}>{t(`clearance.${clearance}`)}</StatusTag>
}

/** Leads to what is on file, for those who may see that. */
function Name({ of }: { of: Subject }) {
  const name = `${of.firstName} ${of.surname}`
  return useMay('seeConsent') ? (
    <Link to="/people/$id" params={{ id: of.id }} className={styles.link}>
      {name}
    </Link>
  ) : (
    name
  )
}

function useGroup() {
  const { t } = useTranslation()
  return (subject: Subject) => subject.className ?? t(`kinds.${subject.kind}`)
}

function Table({ people }: { people: Subject[] }) {
  const { t } = useTranslation(['roster', 'common'])
  const group = useGroup()
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('person')}</th>
            <th scope="col">{t('class')}</th>
            {purposes.map((purpose) => (
              <th key={purpose} scope="col">
                {t(`common:purposes.${purpose}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((subject) => (
            <tr key={subject.id}>
              <th scope="row">
                <Name of={subject} />
              </th>
              <td>{group(subject)}</td>
              {purposes.map((purpose) => (
                <td key={purpose}>
                  <Clear subject={subject} purpose={purpose} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cards({ people }: { people: Subject[] }) {
  const { t } = useTranslation(['roster', 'common'])
  const group = useGroup()
  return (
    <ul className={styles.cards}>
      {people.map((subject) => (
        <li key={subject.id}>
          <div className={styles.line}>
            <strong>
              <Name of={subject} />
            </strong>
            <span className={styles.quiet}>{group(subject)}</span>
          </div>
          <div className={styles.line}>
            <span>{t('common:purposes.SOCIAL_MEDIA')}</span>
            <Clear subject={subject} purpose="SOCIAL_MEDIA" />
          </div>
          <details>
            <summary aria-label={`${t('all')}: ${subject.firstName} ${subject.surname}`}>{t('all')}</summary>
            <dl>
              {purposes.map((purpose) => (
                <div key={purpose} className={styles.line}>
                  <dt>{t(`common:purposes.${purpose}`)}</dt>
                  <dd>
                    <Clear subject={subject} purpose={purpose} />
                  </dd>
                </div>
              ))}
            </dl>
          </details>
        </li>
      ))}
    </ul>
  )
}
