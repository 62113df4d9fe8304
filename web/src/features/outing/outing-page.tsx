import './words'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from '../../locales'
import { accountsQuery, classesQuery } from '../../api/media'
import { useCurrentSetting, useMay } from '../../api/me'
import { ProblemError } from '../../api/problem'
import type { Account, ClassCount, SettingSummary } from '../../api/types'
import { Choice, ChoiceGroup } from '../../components/choice'
import { ErrorSummary, type SummaryError } from '../../components/error-summary'
import { Page, Section } from '../../components/page'
import { Empty, Failed, Loaded } from '../../components/states'
import { today } from '../../components/time'
import { OutingResult } from './outing-result'
import styles from './outing.module.css'

export function OutingPage() {
  const { t } = useTranslation('outing')
  const setting = useCurrentSetting()
  const allowed = useMay('seeRoster')
  return (
    <Page title={t('title')} lead={setting && allowed && t('lead', { setting: setting.officialName })}>
      {!setting || !allowed ? (
        <Failed error={new ProblemError(403, 'web.forbidden', '')} />
      ) : (
        <Planning key={setting.id} setting={setting} />
      )}
    </Page>
  )
}

function Planning({ setting }: { setting: SettingSummary }) {
  const { t } = useTranslation('outing')
  const accounts = useQuery(accountsQuery(setting.id))
  const classes = useQuery(classesQuery(setting.id))
  const { on, account, classes: going } = useSearch({ from: '/signed-in/outing' })
  return (
    <Loaded
      query={accounts}
      isEmpty={(list) => list.length === 0}
      empty={<Empty title={t('noAccounts')}>{t('noAccountsText')}</Empty>}
    >
      {(known) => (
        <Loaded
          query={classes}
          isEmpty={(list) => list.length === 0}
          empty={<Empty title={t('noClasses')}>{t('noClassesText')}</Empty>}
        >
          {(groups) => (
            <>
              <OutingForm accounts={known} classes={groups} />
              {on && account && going && going.length > 0 && (
                <OutingResult setting={setting.id} plan={{ on, account, classes: going }} />
              )}
            </>
          )}
        </Loaded>
      )}
    </Loaded>
  )
}

const yearOn = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`

/** What is asked stands in the address, so that a plan can be come back to and handed on. */
function OutingForm({ accounts, classes }: { accounts: Account[]; classes: ClassCount[] }) {
  const { t } = useTranslation(['outing', 'common'])
  const navigate = useNavigate()
  const search = useSearch({ from: '/signed-in/outing' })
  const live = accounts.filter((one) => one.status === 'LIVE')
  const others = accounts.filter((one) => one.status !== 'LIVE' && one.status !== 'CLOSED' && one.status !== 'REFUSED')
  const [on, setOn] = useState(search.on ?? '')
  const [account, setAccount] = useState(search.account ?? (live.length === 1 ? (live[0]?.id ?? '') : ''))
  const [going, setGoing] = useState<string[]>(search.classes ?? [])
  const [errors, setErrors] = useState<SummaryError[]>([])
  const errorAt = (field: string) => errors.find((error) => error.field === field)?.message
  const chosen = accounts.find((one) => one.id === account)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const missing: SummaryError[] = []
    if (!/^\d{4}-\d{2}-\d{2}$/.test(on) || on < today() || on > yearOn(today())) {
      missing.push({ field: 'outing-day', message: t('errors.day') })
    }
    if (!chosen) missing.push({ field: 'outing-account', message: t('errors.account') })
    if (going.length === 0) missing.push({ field: 'outing-class-0', message: t('errors.classes') })
    setErrors(missing)
    if (missing.length > 0) return
    void navigate({ to: '/outing', search: (before) => ({ ...before, on, account, classes: going }) })
  }
  const toggle = (name: string, goes: boolean) =>
    setGoing((before) => (goes ? [...before, name] : before.filter((one) => one !== name)))
  const option = (one: Account) => (
    <option key={one.id} value={one.id}>
      {one.name} ({t(`common:platforms.${one.platform}`)})
    </option>
  )

  return (
    <div className={styles.screen}>
      <Section title={t('choose')}>
        <form noValidate onSubmit={submit}>
          <ErrorSummary errors={errors} />
          <TextInput
            id="outing-day"
            type="date"
            label={t('day')}
            description={t('dayHelp')}
            value={on}
            min={today()}
            max={yearOn(today())}
            error={errorAt('outing-day')}
            maw="20rem"
            onChange={(event) => setOn(event.currentTarget.value)}
          />
          <NativeSelect
            id="outing-account"
            label={t('account')}
            value={account}
            error={errorAt('outing-account')}
            onChange={(event) => setAccount(event.currentTarget.value)}
          >
            <option value="">{t('pickAccount')}</option>
            {live.map(option)}
            {others.map(option)}
          </NativeSelect>
          {chosen && chosen.status !== 'LIVE' && <p className={styles.warning}>{t('notLive', { name: chosen.name })}</p>}
          <ChoiceGroup legend={t('classes')} error={errorAt('outing-class-0')}>
            {classes.map(({ name, people }, at) => (
              <Choice
                key={name}
                id={`outing-class-${at}`}
                label={t('class', { name, count: people })}
                checked={going.includes(name)}
                onChange={(goes) => toggle(name, goes)}
              />
            ))}
            <Choice
              label={t('noClass')}
              help={t('noClassHelp')}
              checked={going.includes('')}
              onChange={(goes) => toggle('', goes)}
            />
          </ChoiceGroup>
          <div>
            <Button type="submit">{t('show')}</Button>
          </div>
        </form>
      </Section>
    </div>
  )
}
