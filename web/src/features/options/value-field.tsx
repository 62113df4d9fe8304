import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from '../../locales'
import type { OptionDefinition, OptionField, OptionValue } from '../../api/types'
import { Choice, ChoiceGroup } from '../../components/choice'
import { TextArea } from '../../components/text-area'
import styles from './options.module.css'
import { type Answers, asked, asList, asMap, startOf } from './value'

type Shape = Pick<
  OptionDefinition,
  'kind' | 'values' | 'from' | 'to' | 'unit' | 'longest' | 'ordered' | 'keyedBy' | 'everyOther'
> & { fields?: OptionField[] }

interface Props {
  /** Also the id of the field, so that a refusal can lead to it. */
  id: string
  label: string
  help?: string | null
  shape: Shape
  value: OptionValue | undefined
  onChange: (value: OptionValue | undefined) => void
  errorAt: (id: string) => string | undefined
  /** Values of a choice that cannot be had here, because another row has them. */
  taken?: ReadonlySet<OptionValue | undefined>
}

/** A field for whatever a definition asks for. */
export function ValueField(props: Props) {
  switch (props.shape.kind) {
    case 'CHOICE':
      return <OneOf {...props} />
    case 'MULTI':
      return <SomeOf {...props} />
    case 'YES_NO':
      return <YesNo {...props} />
    case 'NUMBER':
    case 'DURATION':
      return <WholeNumber {...props} />
    case 'OBJECT':
      return <Parts {...props} />
    case 'ROWS':
      return <Rows {...props} />
    default:
      return <Words {...props} />
  }
}

const legendOf = ({ label, help }: Props) => (help ? `${label} ${help}` : label)

function OneOf(props: Props) {
  const { id, label, help, shape, value, onChange, errorAt, taken } = props
  const { t } = useTranslation('options')
  const offered = shape.values.filter((one) => !taken?.has(one.value) || one.value === value)
  if (offered.length > 6) {
    return (
      <NativeSelect
        id={id}
        label={label}
        description={help || undefined}
        value={typeof value === 'string' ? value : ''}
        error={errorAt(id)}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
      >
        <option value="">{t('chooseOne')}</option>
        {offered.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </NativeSelect>
    )
  }
  return (
    <ChoiceGroup legend={legendOf(props)} error={errorAt(id)}>
      {offered.map((one, at) => (
        <Choice
          key={one.value}
          id={at === 0 ? id : undefined}
          type="radio"
          name={id}
          label={one.label}
          help={one.help || undefined}
          checked={value === one.value}
          onChange={() => onChange(one.value)}
        />
      ))}
    </ChoiceGroup>
  )
}

function YesNo(props: Props) {
  const { id, value, onChange, errorAt } = props
  const { t } = useTranslation('options')
  return (
    <ChoiceGroup legend={legendOf(props)} error={errorAt(id)}>
      {([true, false] as const).map((answer) => (
        <Choice
          key={String(answer)}
          id={answer ? id : undefined}
          type="radio"
          name={id}
          label={t(answer ? 'yes' : 'no')}
          checked={value === answer}
          onChange={() => onChange(answer)}
        />
      ))}
    </ChoiceGroup>
  )
}

function SomeOf(props: Props) {
  const { id, shape, value, onChange, errorAt } = props
  const { t } = useTranslation('options')
  const chosen = asList(value) as string[]
  const labelOf = (code: string) => shape.values.find((one) => one.value === code)?.label ?? code
  const up = (place: number) => {
    const next = [...chosen]
    next.splice(place - 1, 2, chosen[place]!, chosen[place - 1]!)
    onChange(next)
  }
  return (
    <ChoiceGroup legend={legendOf(props)} error={errorAt(id)}>
      {shape.values.map((one, at) => (
        <Choice
          key={one.value}
          id={at === 0 ? id : undefined}
          label={one.label}
          help={one.help || undefined}
          checked={chosen.includes(one.value)}
          onChange={(checked) =>
            onChange(checked ? [...chosen, one.value] : chosen.filter((code) => code !== one.value))
          }
        />
      ))}
      {shape.ordered && chosen.length > 1 && (
        <>
          <p className={styles.quiet}>{t('order')}</p>
          <ol className={styles.order}>
            {chosen.map((code, place) => (
              <li key={code}>
                {labelOf(code)}{' '}
                {place > 0 && (
                  <Button variant="subtle" onClick={() => up(place)}>
                    {t('earlier', { what: labelOf(code) })}
                  </Button>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
    </ChoiceGroup>
  )
}

function WholeNumber({ id, label, help, shape, value, onChange, errorAt }: Props) {
  const { t } = useTranslation('options')
  const unit = shape.unit ? t(`units.${shape.unit}` as 'units.DAYS', { defaultValue: shape.unit.toLowerCase() }) : ''
  return (
    <TextInput
      id={id}
      label={label}
      description={[help, t('range', { from: shape.from, to: shape.to, unit })].filter(Boolean).join(' ')}
      value={value === undefined || value === null ? '' : String(value)}
      error={errorAt(id)}
      inputMode="numeric"
      autoComplete="off"
      maw="20rem"
      onChange={(event) => {
        const text = event.currentTarget.value.trim()
        onChange(text === '' ? undefined : /^\d+$/.test(text) ? Number(text) : text)
      }}
    />
  )
}

function Words({ id, label, help, shape, value, onChange, errorAt }: Props) {
  return (
    <TextArea
      id={id}
      label={label}
      description={help || undefined}
      rows={5}
      maxLength={shape.longest ?? undefined}
      value={typeof value === 'string' ? value : ''}
      error={errorAt(id)}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  )
}

function Parts(props: Props) {
  const { id, label, help, shape, value, onChange, errorAt, taken } = props
  const answers = asMap(value)
  return (
    <fieldset className={styles.parts}>
      <legend>{label}</legend>
      {help && <p className={styles.quiet}>{help}</p>}
      {errorAt(id) && (
        <p className={styles.error} id={id} tabIndex={-1}>
          {errorAt(id)}
        </p>
      )}
      {asked(shape.fields, answers).map((field) => (
        <ValueField
          key={field.name}
          id={`${id}-${field.name}`}
          label={field.question}
          help={field.help}
          shape={field}
          value={answers[field.name]}
          onChange={(part) => onChange({ ...answers, [field.name]: part } as Answers as OptionValue)}
          errorAt={errorAt}
          taken={field.name === shape.keyedBy ? taken : undefined}
        />
      ))}
    </fieldset>
  )
}

function Rows({ id, label, help, shape, value, onChange, errorAt }: Props) {
  const { t } = useTranslation('options')
  const rows = asList(value)
  const key = shape.keyedBy ?? ''
  const keys = rows.map((row) => asMap(row)[key])
  const choices = shape.fields?.find((field) => field.name === key)?.values ?? []
  const change = (place: number, row: OptionValue | undefined) =>
    onChange(rows.map((before, at) => (at === place ? (row ?? {}) : before)))
  return (
    <fieldset className={styles.parts}>
      <legend>{label}</legend>
      {help && <p className={styles.quiet}>{help}</p>}
      {errorAt(id) && (
        <p className={styles.error} id={id} tabIndex={-1}>
          {errorAt(id)}
        </p>
      )}
      {rows.length === 0 && <p className={styles.quiet}>{t('noRows')}</p>}
      {rows.map((row, place) => {
        const fixed = shape.everyOther !== null && keys[place] === shape.everyOther
        const own = choices.find((one) => one.value === keys[place])?.label
        return (
          <div key={place} className={styles.row}>
            <Parts
              id={`${id}-${place}`}
              label={fixed && own ? own : t('rowNumber', { number: place + 1 })}
              help={fixed ? t('always') : null}
              shape={{ ...shape, fields: fixed ? shape.fields?.filter((field) => field.name !== key) : shape.fields }}
              value={row}
              onChange={(next) => change(place, next)}
              errorAt={errorAt}
              taken={new Set(keys)}
            />
            {!fixed && (
              <div>
                <Button variant="subtle" color="red" onClick={() => onChange(rows.filter((_, at) => at !== place))}>
                  {t('removeRow', { number: place + 1 })}
                </Button>
              </div>
            )}
          </div>
        )
      })}
      {(choices.length === 0 || rows.length < choices.length) && (
        <div>
          <Button variant="outline" onClick={() => onChange([...rows, startOf({ ...shape, kind: 'OBJECT' }) ?? {}])}>
            {t('addRow')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
