import { TextInput } from '@mantine/core'
import { addWords, useTranslation } from '../../locales'
import en from '../../locales/en/checks.json'
import type { Confirmation, Device, SelfCheck } from '../../api/types'
import { Choice, ChoiceGroup } from '../../components/choice'
import { Section } from '../../components/page'
import { TextArea } from '../../components/text-area'
import styles from './ask.module.css'
import { type Draft, others } from './draft'

addWords('checks', { en })

const confirmations: readonly Confirmation[] = [
  'NAMES_CHECKED',
  'CLOTHING_SUITABLE',
  'SAFEGUARDING_POLICY',
  'NO_PERSONAL_DATA',
  'POSITIVE_LIGHT',
  'NEUTRAL',
  'NO_PERSONAL_DETAILS_ASKED',
  'NO_JIGSAW',
  'RIGHT_MEDIUM',
  'SUBJECTS_AGREE',
  'COLLEAGUES_ASKED',
  'EVENT_NOTICE_GIVEN',
  'NOBODY_OBJECTED',
]
const selfChecks: readonly (keyof SelfCheck)[] = [
  'reflectsPoorly',
  'professionalReason',
  'reasonableToOthers',
  'followsPolicy',
  'contentSuitable',
]
const devices: readonly Device[] = ['WORK', 'PERSONAL_WITH_AGREEMENT', 'PERSONAL']

/** Rules that a reason answers, where the last answer wanted one. */
const withReason = ['PST-14', 'PST-30'] as const

/** A number long enough to ring, or an address to write to; the service looks more closely. */
const reachable = /(?:\+|\b0)\d(?:[\s()-]{0,2}\d){8,}|[\w.+-]+@[\w-]+\.\w/

interface Props {
  draft: Draft
  onChange: (change: Partial<Draft>) => void
  warned: string[]
}

/** What only somebody who looks at the post can say. Nothing here is filled in beforehand, and nothing is required to ask. */
export function AskChecks({ draft, onChange, warned }: Props) {
  const { t } = useTranslation('checks')
  const pictured = !draft.nobody
  const text = Boolean(draft.caption.trim() || draft.hashtags.trim() || draft.eventName.trim())
  const event = Boolean(draft.eventName.trim() || draft.eventDate)
  const unlisted = others(draft) > 0 && draft.othersUnlisted === true
  const asked: Record<Confirmation, boolean> = {
    NAMES_CHECKED: text || Boolean(draft.links.trim()),
    CLOTHING_SUITABLE: pictured,
    SAFEGUARDING_POLICY: true,
    NO_PERSONAL_DATA: true,
    POSITIVE_LIGHT: text,
    NEUTRAL: text,
    NO_PERSONAL_DETAILS_ASKED: text,
    NO_JIGSAW: pictured || text,
    RIGHT_MEDIUM: event,
    SUBJECTS_AGREE: pictured,
    COLLEAGUES_ASKED: pictured || text,
    EVENT_NOTICE_GIVEN: unlisted,
    NOBODY_OBJECTED: unlisted,
  }
  const shown = confirmations.filter((tick) => asked[tick])
  const tick = (one: Confirmation, ticked: boolean) =>
    onChange({ confirmations: confirmations.filter((each) => (each === one ? ticked : draft.confirmations.includes(each))) })
  return (
    <Section title={t('title')}>
      <p className={styles.hint}>{t('lead')}</p>
      {reachable.test(draft.caption) && (
        <p className={styles.found} role="status">
          {t('reachable')}
        </p>
      )}
      {withReason
        .filter((rule) => warned.includes(rule) || draft.reasons[rule])
        .map((rule) => (
          <TextInput
            key={rule}
            label={t(`reasons.${rule}`)}
            maxLength={500}
            value={draft.reasons[rule] ?? ''}
            onChange={(event) => onChange({ reasons: { ...draft.reasons, [rule]: event.currentTarget.value } })}
          />
        ))}
      {(pictured || draft.picture) && (
        <ChoiceGroup legend={t('device')}>
          {devices.map((device) => (
            <Choice
              key={device}
              type="radio"
              name="device"
              label={t(`devices.${device}`)}
              checked={draft.device === device}
              onChange={() => onChange({ device })}
            />
          ))}
        </ChoiceGroup>
      )}
      <ChoiceGroup legend={t('looked')}>
        {shown.map((one) => (
          <Choice
            key={one}
            label={t(`ticks.${one}`)}
            checked={draft.confirmations.includes(one)}
            onChange={(ticked) => tick(one, ticked)}
          />
        ))}
      </ChoiceGroup>
      <div>
        <h3 className={styles.pickedTitle}>{t('selfTitle')}</h3>
        <ol className={styles.questions}>
          {selfChecks.map((question) => (
            <li key={question}>
              <ChoiceGroup legend={t(`self.${question}`)}>
                <div className={styles.yesNo}>
                  {[true, false].map((answer) => (
                    <Choice
                      key={String(answer)}
                      type="radio"
                      name={question}
                      label={t(answer ? 'yes' : 'no')}
                      checked={draft.selfCheck[question] === answer}
                      onChange={() => onChange({ selfCheck: { ...draft.selfCheck, [question]: answer } })}
                    />
                  ))}
                </div>
              </ChoiceGroup>
            </li>
          ))}
        </ol>
      </div>
    </Section>
  )
}

interface MoreProps {
  draft: Draft
  onChange: (change: Partial<Draft>) => void
  timeError: string | undefined
}

/** Links, tags, the event and the time: folded away unless something is in them. */
export function AskMore({ draft, onChange, timeError }: MoreProps) {
  const { t } = useTranslation('checks')
  const filled = [draft.links, draft.hashtags, draft.eventName, draft.eventDate, draft.plannedFor].some(Boolean)
  return (
    <details className={styles.extra} open={filled || undefined}>
      <summary>{filled ? t('more_filled') : t('more_title')}</summary>
      <div className={styles.extraFields}>
        <TextArea
          label={t('links')}
          description={t('linksHelp')}
          rows={2}
          inputMode="url"
          autoCapitalize="none"
          value={draft.links}
          onChange={(event) => onChange({ links: event.currentTarget.value })}
        />
        <TextInput
          label={t('hashtags')}
          autoCapitalize="none"
          value={draft.hashtags}
          onChange={(event) => onChange({ hashtags: event.currentTarget.value })}
        />
        <TextInput
          label={t('eventName')}
          value={draft.eventName}
          onChange={(event) => onChange({ eventName: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('eventDate')}
          value={draft.eventDate}
          onChange={(event) => onChange({ eventDate: event.currentTarget.value })}
        />
        <TextInput
          id="field-plannedFor"
          type="datetime-local"
          label={t('plannedFor')}
          description={t('plannedForHelp')}
          error={timeError}
          value={draft.plannedFor}
          onChange={(event) => onChange({ plannedFor: event.currentTarget.value })}
        />
      </div>
    </details>
  )
}
