import { NativeSelect } from '@mantine/core'
import { useTranslation } from '../../locales'
import { nameForms, type NameForm } from '../../api/types'
import { Choice } from '../../components/choice'
import styles from './ask.module.css'
import type { Picked } from './draft'

interface Props {
  people: Picked[]
  onChange: (person: Picked) => void
  onRemove: (person: Picked) => void
}

export function PickedPeople({ people, onChange, onRemove }: Props) {
  const { t } = useTranslation('ask')
  if (people.length === 0) return null
  const title = t('picked', { count: people.length })
  return (
    <div>
      <h3 className={styles.pickedTitle} id="picked-people">
        {title}
      </h3>
      <ul className={styles.picked} aria-labelledby="picked-people">
        {people.map((person) => (
          <li key={person.id}>
            <div className={styles.person}>
              <span className={styles.name}>
                {person.name} {person.detail && <span className={styles.detail}>{person.detail}</span>}
              </span>
              <button
                type="button"
                className={styles.remove}
                aria-label={t('takeOut', { name: person.name })}
                onClick={() => onRemove(person)}
              >
                {t('takeOutShort')}
              </button>
            </div>
            <details className={styles.more}>
              <summary aria-label={`${t('detailsOf', { name: person.name })}: ${state(person)}`}>{state(person)}</summary>
              <div className={styles.moreFields}>
                <Choice
                  label={t('notIdentifiable')}
                  help={t('notIdentifiableHelp')}
                  checked={person.notIdentifiable}
                  onChange={(notIdentifiable) => onChange({ ...person, notIdentifiable })}
                />
                <NativeSelect
                  label={t('namedAs')}
                  value={person.form}
                  onChange={(event) => onChange({ ...person, form: event.currentTarget.value as NameForm })}
                >
                  {nameForms.map((form) => (
                    <option key={form} value={form}>
                      {t(`forms.${form}`)}
                    </option>
                  ))}
                </NativeSelect>
              </div>
            </details>
          </li>
        ))}
      </ul>
    </div>
  )

  function state(person: Picked) {
    const named = t(`forms.${person.form}`)
    return person.notIdentifiable ? `${named}, ${t('notIdentifiable').toLowerCase()}` : named
  }
}
