import { TextInput } from '@mantine/core'
import { useTranslation } from '../../locales'
import { Choice, ChoiceGroup } from '../../components/choice'
import styles from './ask.module.css'
import { type Draft, others } from './draft'

interface Props {
  draft: Draft
  onChange: (change: Partial<Draft>) => void
  errors: Record<string, string | undefined>
}

/** The count is made by looking at the picture, so no number is ever filled in; the likely ones are one press away. */
export function Headcount({ draft, onChange, errors }: Props) {
  const { t } = useTranslation('ask')
  const added = draft.people.length
  const likely = added > 0 ? [added, added + 1, added + 2] : [1, 2, 3]
  const more = others(draft)
  return (
    <div className={styles.headcount}>
      <TextInput
        id="field-headcount"
        label={t('headcount')}
        description={t('headcountHelp')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        value={draft.headcount}
        error={errors.headcount}
        onChange={(event) => onChange({ headcount: event.currentTarget.value })}
        className={styles.number}
      />
      <div className={styles.likely} role="group" aria-label={t('headcountNumber')}>
        {likely.map((number) => (
          <button
            key={number}
            type="button"
            className={styles.count}
            aria-pressed={draft.headcount.trim() === String(number)}
            onClick={() => onChange({ headcount: String(number) })}
          >
            {number}
          </button>
        ))}
      </div>
      {more > 0 && (
        <div className={styles.unlisted}>
          <ChoiceGroup legend={t('unlisted', { count: more })} error={errors.unlistedPeople}>
            <Choice
              type="radio"
              name="others"
              id="field-unlistedPeople"
              label={t('unlistedYes')}
              checked={draft.othersUnlisted === true}
              onChange={() => onChange({ othersUnlisted: true })}
            />
            <Choice
              type="radio"
              name="others"
              label={t('unlistedNo')}
              checked={draft.othersUnlisted === false}
              onChange={() => onChange({ othersUnlisted: false })}
            />
          </ChoiceGroup>
        </div>
      )}
    </div>
  )
}
