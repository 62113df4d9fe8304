import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from '../../locales'
import { mapImport } from '../../api/imports'
import {
  answerTargets,
  childTargets,
  type ColumnMapping,
  type ConsentPurpose,
  consentPurposes,
  type DateOrder,
  giverTargets,
  type Mapping,
  type Platform,
  type RosterImport,
  type Target,
} from '../../api/types'
import { Actions } from '../../components/actions'
import { Choice, ChoiceGroup } from '../../components/choice'
import { ErrorSummary, type SummaryError } from '../../components/error-summary'
import { Page, Section } from '../../components/page'
import { useProblemWords } from '../../components/problem-words'
import styles from './import.module.css'
import type { StepProps } from './one-import-page'

const social: readonly Platform[] = ['FACEBOOK', 'INSTAGRAM', 'X', 'YOUTUBE', 'TIKTOK', 'LINKEDIN', 'OTHER']
const ofGiver: ReadonlySet<Target> = new Set(giverTargets)

/** Every column of the file in order, so that its place in the list is its place in the file. */
function everyColumn(found: RosterImport): ColumnMapping[] {
  return found.columns.map(
    ({ index }) =>
      found.mapping.columns.find((mapped) => mapped.index === index) ?? {
        index,
        target: 'IGNORED',
        purpose: null,
        channels: [],
        recordsAnswers: false,
        guardian: 1,
      },
  )
}

/** /columns/3/purpose → the field of the fourth column */
function fieldAt(pointer: string): string | undefined {
  const [, list, place, part] = pointer.split('/')
  if (list === 'columns' && place) return `column-${place}${part === 'purpose' ? '-purpose' : ''}`
  if (list === 'columns') return 'column-0'
  return undefined
}

export function ColumnsStep({ found, setting, go, keep, discard }: StepProps & { discard: ReactNode }) {
  const { t } = useTranslation('import')
  const [columns, setColumns] = useState(() => everyColumn(found))
  const [dateOrder, setDateOrder] = useState<DateOrder | null>(found.mapping.dateOrder)
  const [school, setSchool] = useState<string | null>(found.mapping.school)
  const [errors, setErrors] = useState<SummaryError[]>([])
  const words = useProblemWords(fieldAt)
  const send = useMutation({
    mutationFn: (mapping: Mapping) => mapImport(found.id, mapping),
    onMutate: () => setErrors([]),
    onError: (error) => setErrors(words(error)),
    onSuccess: (mapped) => {
      keep(mapped)
      if (mapped.question) return setErrors([{ field: mapped.question.code, message: mapped.question.sentence }])
      go('preview')
    },
  })
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  const change = (place: number, part: Partial<ColumnMapping>) =>
    setColumns((before) => before.map((column, at) => (at === place ? { ...column, ...part } : column)))

  return (
    <Page title={t('columns.title')} lead={t('columns.lead')}>
      <ErrorSummary errors={errors} />
      <p>
        {found.fileName}.{' '}
        {found.headingRow > 0 ? t('columns.headings', { row: found.headingRow }) : t('columns.noHeadings')}{' '}
        {found.remembered ? t('columns.remembered') : t('columns.guessed')}
      </p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate({ columns, dateOrder, school })
        }}
      >
        {found.question?.code === 'SCHOOL' && (
          <Section title={t('columns.asked')}>
            <NativeSelect
              id="SCHOOL"
              label={t('columns.school', { setting })}
              description={t('columns.schoolHelp')}
              value={school ?? ''}
              onChange={(event) => setSchool(event.currentTarget.value || null)}
            >
              <option value="">{t('columns.purposeChoose')}</option>
              {found.question.options.map((option) => (
                <option key={option} value={option}>
                  {option}
                </option>
              ))}
            </NativeSelect>
          </Section>
        )}
        {(found.question?.code === 'DATE_ORDER' || found.mapping.dateOrder !== null) && (
          <ChoiceGroup legend={t('columns.dateOrder')} error={errorOf('DATE_ORDER')}>
            {(['DAY_FIRST', 'MONTH_FIRST'] as const).map((order, at) => (
              <Choice
                key={order}
                id={at === 0 ? 'DATE_ORDER' : undefined}
                type="radio"
                name="date-order"
                label={t(`columns.dateOrders.${order}`)}
                checked={dateOrder === order}
                onChange={() => setDateOrder(order)}
              />
            ))}
          </ChoiceGroup>
        )}
        <ul className={styles.columns}>
          {columns.map((column, place) => (
            <ColumnChoice
              key={column.index}
              place={place}
              about={found.columns[place]!}
              column={column}
              errorOf={errorOf}
              onChange={(part) => change(place, part)}
            />
          ))}
        </ul>
        <Actions>
          <Button type="submit" loading={send.isPending}>
            {t('columns.go')}
          </Button>
          {discard}
        </Actions>
      </form>
    </Page>
  )
}

interface ColumnProps {
  place: number
  about: RosterImport['columns'][number]
  column: ColumnMapping
  errorOf: (field: string) => string | undefined
  onChange: (part: Partial<ColumnMapping>) => void
}

function ColumnChoice({ place, about, column, errorOf, onChange }: ColumnProps) {
  const { t } = useTranslation(['import', 'common'])
  const headingId = useId()
  const name = about.heading || t('columns.unnamed', { number: about.index + 1 })
  const id = `column-${place}`
  return (
    <li className={column.target === 'IGNORED' ? `${styles.column} ${styles.unread}` : styles.column}>
      <div className={styles.about}>
        <h2 id={headingId}>{name}</h2>
        {about.samples.length > 0 && <p>{t('columns.sample', { samples: about.samples.join(' · ') })}</p>}
      </div>
      <div className={styles.choices} role="group" aria-labelledby={headingId}>
        <NativeSelect
          id={id}
          label={t('columns.is')}
          aria-label={t('columns.isOf', { column: name })}
          value={column.target}
          error={errorOf(id)}
          onChange={(event) => onChange({ target: event.currentTarget.value as Target })}
        >
          <option value="IGNORED">{t('columns.ignored')}</option>
          {(
            [
              ['child', childTargets],
              ['giver', giverTargets],
              ['answer', answerTargets],
            ] as const
          ).map(([group, targets]) => (
            <optgroup key={group} label={t(`columns.groups.${group}`)}>
              {targets.map((target) => (
                <option key={target} value={target}>
                  {t(`targets.${target}`)}
                </option>
              ))}
            </optgroup>
          ))}
        </NativeSelect>
        {ofGiver.has(column.target) && (
          <NativeSelect
            label={t('columns.guardian')}
            value={column.guardian}
            onChange={(event) => onChange({ guardian: Number(event.currentTarget.value) })}
          >
            {[1, 2, 3, 4, 5, 6].map((number) => (
              <option key={number} value={number}>
                {t('columns.guardianNumber', { number })}
              </option>
            ))}
          </NativeSelect>
        )}
        {column.target === 'CONSENT' && (
          <>
            <NativeSelect
              id={`${id}-purpose`}
              label={t('columns.purpose')}
              value={column.purpose ?? ''}
              error={errorOf(`${id}-purpose`)}
              onChange={(event) =>
                onChange({ purpose: (event.currentTarget.value || null) as ConsentPurpose | null, channels: [] })
              }
            >
              <option value="">{t('columns.purposeChoose')}</option>
              {consentPurposes.map((purpose) => (
                <option key={purpose} value={purpose}>
                  {t(`common:purposes.${purpose}`)}
                </option>
              ))}
            </NativeSelect>
            {column.purpose === 'SOCIAL_MEDIA' && (
              <ChoiceGroup legend={t('columns.channels')}>
                <p className={styles.quiet}>{t('columns.channelsHelp')}</p>
                <div className={styles.channels}>
                  {social.map((platform) => (
                    <Choice
                      key={platform}
                      label={t(`common:platforms.${platform}`)}
                      checked={column.channels.includes(platform)}
                      onChange={(checked) =>
                        onChange({
                          channels: checked
                            ? [...column.channels, platform]
                            : column.channels.filter((one) => one !== platform),
                        })
                      }
                    />
                  ))}
                </div>
              </ChoiceGroup>
            )}
            <Choice
              label={t('columns.records')}
              help={t('columns.recordsHelp')}
              checked={column.recordsAnswers}
              onChange={(recordsAnswers) => onChange({ recordsAnswers })}
            />
          </>
        )}
      </div>
    </li>
  )
}
