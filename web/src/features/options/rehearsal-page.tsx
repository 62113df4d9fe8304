import './words'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from '../../locales'
import { useCurrentSetting, useMay } from '../../api/me'
import { canBeRehearsed, type Rehearsal, rehearsalQuery } from '../../api/planning'
import { optionDefinitionsQuery, sayValue, settingOptionsQuery } from '../../api/policies'
import { ProblemError } from '../../api/problem'
import type { OptionDefinition, OptionValue, SettingSummary } from '../../api/types'
import { verdictTone } from '../../api/verdict'
import { Actions } from '../../components/actions'
import { ErrorSummary, type SummaryError } from '../../components/error-summary'
import { Page, Section } from '../../components/page'
import { Empty, Failed, Loaded, Loading } from '../../components/states'
import { StatusTag } from '../../components/status-tag'
import { when } from '../../components/time'
import styles from './options.module.css'
import { ValueField } from './value-field'

/** A value tried out on the answers of the last 90 days, before anybody chooses it. */
export function RehearsalPage() {
  const { t } = useTranslation('options')
  const { key } = useParams({ from: '/signed-in/options/$key/rehearsal' })
  const setting = useCurrentSetting()
  const allowed = useMay('chooseOptions')
  const definitions = useQuery(optionDefinitionsQuery)
  const options = useQuery({ ...settingOptionsQuery(setting?.id ?? ''), enabled: setting !== null && allowed })
  if (!setting || !allowed) {
    return (
      <Page title={t('rehearsal.title')}>
        <Failed error={new ProblemError(403, 'web.forbidden', '')} />
      </Page>
    )
  }
  return (
    <Page title={t('rehearsal.title')} lead={t('rehearsal.lead', { setting: setting.officialName })}>
      <Loaded query={definitions}>
        {(known) => {
          const definition = known.find((one) => one.key === key)
          if (!definition || !canBeRehearsed(key)) return <Empty title={t('unknown')} />
          return (
            <Loaded query={options}>
              {({ data }) => (
                <Trying
                  key={`${setting.id} ${key}`}
                  setting={setting}
                  definition={definition}
                  inForce={data.options.find((one) => one.key === key)?.value ?? null}
                />
              )}
            </Loaded>
          )
        }}
      </Loaded>
    </Page>
  )
}

interface Props {
  setting: SettingSummary
  definition: OptionDefinition
  inForce: OptionValue
}

function Trying({ setting, definition, inForce }: Props) {
  const { t } = useTranslation(['options', 'common'])
  const navigate = useNavigate()
  const { value } = useSearch({ from: '/signed-in/options/$key/rehearsal' })
  const known = definition.values.some((one) => one.value === value) ? value : undefined
  const [draft, setDraft] = useState<OptionValue | undefined>(known)
  const [errors, setErrors] = useState<SummaryError[]>([])
  const field = `try-${definition.key}`
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typeof draft !== 'string') return setErrors([{ field, message: t('common:errors.required') }])
    setErrors([])
    void navigate({
      to: '/options/$key/rehearsal',
      params: { key: definition.key },
      search: (before) => ({ ...before, value: draft }),
      replace: true,
    })
  }
  return (
    <>
      <form noValidate className={styles.form} onSubmit={submit}>
        <ErrorSummary errors={errors} />
        <p className={styles.quiet}>{t('rehearsal.inForce', { value: sayValue(definition, inForce) })}</p>
        <ValueField
          id={field}
          label={definition.question}
          shape={definition}
          value={draft}
          onChange={setDraft}
          errorAt={(id) => errors.find((error) => error.field === id)?.message}
        />
        <Actions>
          <Button type="submit">{t('rehearsal.run')}</Button>
          <Link to="/options/$key" params={{ key: definition.key }} search={{ tried: known }}>
            {t(known ? 'rehearsal.take' : 'rehearsal.back')}
          </Link>
        </Actions>
      </form>
      {known && <Result setting={setting} option={definition.key} value={known} />}
      <p className={styles.quiet}>{t('rehearsal.how')}</p>
    </>
  )
}

function Result({ setting, option, value }: { setting: SettingSummary; option: string; value: string }) {
  const { t } = useTranslation('options')
  const rehearsal = useQuery(rehearsalQuery(setting.id, { [option]: value }))
  if (rehearsal.isPending) return <Loading what={t('rehearsal.working')} />
  return (
    <Loaded
      query={rehearsal}
      isEmpty={(data) => data.decisions === 0 && data.unreadable === 0}
      empty={<Empty title={t('rehearsal.emptyTitle')}>{t('rehearsal.emptyText')}</Empty>}
    >
      {(data) => <Outcome rehearsal={data} />}
    </Loaded>
  )
}

const sum = (rehearsal: Rehearsal, fits: (before: string, after: string) => boolean) =>
  rehearsal.outcomes.reduce((all, { before, after, count }) => all + (fits(before, after) ? count : 0), 0)

function Outcome({ rehearsal }: { rehearsal: Rehearsal }) {
  const { t } = useTranslation(['options', 'common'])
  const refused = sum(rehearsal, (before, after) => before !== 'DENY' && after === 'DENY')
  const allowed = sum(rehearsal, (before, after) => before === 'DENY' && after !== 'DENY')
  const all = rehearsal.decisions
  return (
    <>
      <Section
        title={
          rehearsal.differently === 0
            ? t('rehearsal.none')
            : refused > 0
              ? t('rehearsal.refused', { count: refused, all })
              : t('rehearsal.changed', { count: rehearsal.differently, all })
        }
      >
        <div role="status" className={styles.said}>
          {rehearsal.differently === 0 && <p>{t('rehearsal.noneText', { all })}</p>}
          {allowed > 0 && <p>{t('rehearsal.allowed', { count: allowed })}</p>}
          {rehearsal.otherwise > 0 && <p>{t('rehearsal.otherwise', { count: rehearsal.otherwise })}</p>}
          {rehearsal.more && <p>{t('rehearsal.more', { count: all })}</p>}
          {rehearsal.unreadable > 0 && <p>{t('rehearsal.unreadable', { count: rehearsal.unreadable })}</p>}
        </div>
        <table className={styles.outcomes}>
          <caption>{t('rehearsal.outcomes')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('rehearsal.before')}</th>
              <th scope="col">{t('rehearsal.after')}</th>
              <th scope="col">{t('rehearsal.count')}</th>
            </tr>
          </thead>
          <tbody>
            {rehearsal.outcomes.map(({ before, after, count }) => (
              <tr key={`${before} ${after}`}>
                <td>
                  <StatusTag tone={verdictTone[before]}>{t(`common:verdicts.${before}`)}</StatusTag>
                </td>
                <td>
                  <StatusTag tone={verdictTone[after]}>{t(`common:verdicts.${after}`)}</StatusTag>
                </td>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      {rehearsal.differently > 0 && <Examples rehearsal={rehearsal} />}
    </>
  )
}

function Examples({ rehearsal: { examples } }: { rehearsal: Rehearsal }) {
  const { t } = useTranslation('options')
  return (
    <Section title={t('rehearsal.examples')}>
      {examples === null ? (
        <p>{t('rehearsal.noExamples')}</p>
      ) : (
        <>
          <p>{t('rehearsal.examplesLead', { count: examples.length })}</p>
          <ul className={styles.examples}>
            {examples.map(({ decisionId, askedAt, before, after }) => (
              <li key={decisionId}>
                <p>{t('rehearsal.was', { sentence: before.sentence })}</p>
                <p>
                  <strong>{t('rehearsal.would', { sentence: after.sentence })}</strong>
                </p>
                <Link to="/decisions/$id" params={{ id: decisionId }}>
                  {t('rehearsal.open', { when: when(askedAt) })}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}
