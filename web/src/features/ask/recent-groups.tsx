import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from '../../locales'
import { decisionQuery } from '../../api/media'
import type { Decision } from '../../api/types'
import { when } from '../../components/time'
import styles from './ask.module.css'
import { recall } from './memory'

interface Props {
  person: string
  setting: string
  onUse: (decision: Decision) => void
}

const known = (person: Decision['people'][number]) => person.name !== null

/** The people of the last few questions, one press each. What can no longer be read is left out without a word. */
export function RecentGroups({ person, setting, onUse }: Props) {
  const { t } = useTranslation('ask')
  const [groups] = useState(() => recall(person, setting).groups.slice(0, 3))
  const queries = useQueryClient()
  const answers = useQuery({
    queryKey: ['recent-groups', person, setting],
    queryFn: () =>
      Promise.all(groups.map((group) => queries.fetchQuery(decisionQuery(group.decision)).catch(() => undefined))),
    enabled: groups.length > 0,
    staleTime: 0,
  })
  const found = (answers.data ?? []).filter(
    (decision): decision is Decision => decision !== undefined && decision.people.some(known),
  )
  if (found.length === 0) return null
  return (
    <div>
      <h3 className={styles.pickedTitle} id="recent-groups">
        {t('recent')}
      </h3>
      <ul className={styles.results} aria-labelledby="recent-groups">
        {found.map((decision) => (
          <li key={decision.id}>
            <button type="button" className={styles.result} onClick={() => onUse(decision)}>
              <span className={styles.mark} aria-hidden="true">
                +
              </span>
              <span>{names(decision)}</span> <span className={styles.detail}>{when(decision.askedAt)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )

  function names(decision: Decision) {
    const people = decision.people.filter(known)
    const first = people
      .slice(0, 3)
      .map((one) => one.name)
      .join(', ')
    return people.length > 3 ? t('recentMore', { names: first, count: people.length - 3 }) : first
  }
}
