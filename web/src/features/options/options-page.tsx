import './words'
import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from '../../locales'
import { useCurrentSetting, useMay } from '../../api/me'
import { groupOptionsQuery, optionDefinitionsQuery, sayValue, settingOptionsQuery } from '../../api/policies'
import { ProblemError } from '../../api/problem'
import type { OptionDefinition, SettingOption } from '../../api/types'
import { Actions } from '../../components/actions'
import { Page } from '../../components/page'
import { Empty, Failed, Loaded } from '../../components/states'
import { StatusTag } from '../../components/status-tag'
import { when } from '../../components/time'
import styles from './options.module.css'

type Shown = Omit<SettingOption, 'setBy'> & { setBy?: SettingOption['setBy'] }

export function OptionsPage() {
  const { t } = useTranslation('options')
  const setting = useCurrentSetting()
  const may = {
    see: useMay('seeOptions'),
    choose: useMay('chooseOptions'),
    administer: useMay('administer'),
    ask: useMay('ask'),
  }
  const options = useQuery({ ...settingOptionsQuery(setting?.id ?? ''), enabled: setting !== null && may.see })
  if (!setting || !may.see) {
    return (
      <Page title={t('title')}>
        {setting ? (
          <Failed error={new ProblemError(403, 'web.forbidden', '')} />
        ) : (
          <Empty title={t('noSettingTitle')}>{t('noSettingText')}</Empty>
        )}
      </Page>
    )
  }
  return (
    <Page title={t('title')} lead={t('lead', { setting: setting.officialName })}>
      <Loaded query={options}>
        {({ data }) => (
          <>
            {!may.choose && <p>{t('readOnly')}</p>}
            <Actions>
              {may.choose && data.options.some((option) => option.value === null) && (
                <Link to="/setup/options">{t('starter')}</Link>
              )}
              {may.choose && <Link to="/options/changes">{t('history')}</Link>}
              {may.administer && <Link to="/options/group">{t('group')}</Link>}
              {may.ask && <Link to="/words">{t('words')}</Link>}
            </Actions>
            <Questions options={data.options} choose={may.choose ? 'SETTING' : null} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

export function GroupOptionsPage() {
  const { t } = useTranslation('options')
  const allowed = useMay('administer')
  const options = useQuery({ ...groupOptionsQuery, enabled: allowed })
  return (
    <Page title={t('groupTitle')} lead={t('groupLead')}>
      {allowed ? (
        <>
          <Actions>
            <Link to="/options">{t('title')}</Link>
          </Actions>
          <Loaded query={options}>{({ data }) => <Questions options={data.options} choose="GROUP" />}</Loaded>
        </>
      ) : (
        <Failed error={new ProblemError(403, 'web.forbidden', '')} />
      )}
    </Page>
  )
}

const shows = ['all', 'unset', 'locked'] as const

function Questions({ options, choose }: { options: Shown[]; choose: 'SETTING' | 'GROUP' | null }) {
  const { t } = useTranslation('options')
  const definitions = useQuery(optionDefinitionsQuery)
  const [show, setShow] = useState<(typeof shows)[number]>('all')
  return (
    <Loaded query={definitions}>
      {(known) => {
        const optionOf = (key: string): Shown =>
          options.find((one) => one.key === key) ?? { key, value: null, locked: false, since: null }
        const shown = known.filter(({ key }) => {
          const option = optionOf(key)
          return show === 'all' || (show === 'unset' ? option.value === null : option.locked)
        })
        return (
          <>
            <p role="status">
              {t('chosenOf', {
                chosen: known.filter(({ key }) => optionOf(key).value !== null).length,
                all: known.length,
              })}
            </p>
            <NativeSelect
              label={t('show')}
              value={show}
              maw="20rem"
              onChange={(event) => setShow(event.currentTarget.value as (typeof shows)[number])}
            >
              {shows.map((one) => (
                <option key={one} value={one}>
                  {t(`shows.${one}`)}
                </option>
              ))}
            </NativeSelect>
            {shown.length === 0 ? (
              <Empty title={t('noneShown')}>{t('noneShownText')}</Empty>
            ) : (
              <ul className={styles.questions}>
                {shown.map((definition) => (
                  <Question
                    key={definition.key}
                    definition={definition}
                    option={optionOf(definition.key)}
                    choose={choose}
                  />
                ))}
              </ul>
            )}
          </>
        )
      }}
    </Loaded>
  )
}

interface QuestionProps {
  definition: OptionDefinition
  option: Shown
  choose: 'SETTING' | 'GROUP' | null
}

function Question({ definition, option, choose }: QuestionProps) {
  const { t } = useTranslation(['options', 'common'])
  const unset = option.value === null
  const closed = choose === 'SETTING' && option.locked
  const since = option.since ? when(option.since) : ''
  return (
    <li className={unset ? `${styles.question} ${styles.unset}` : styles.question}>
      <h2>{definition.question}</h2>
      {definition.help && <p className={styles.quiet}>{definition.help}</p>}
      {unset ? (
        <>
          <div>
            <StatusTag tone="care">{t('unset')}</StatusTag>
          </div>
          <p className={styles.quiet}>{t('unsetText')}</p>
        </>
      ) : (
        <>
          <p className={styles.value}>{sayValue(definition, option.value)}</p>
          <div className={styles.line}>
            <span className={styles.quiet}>
              {option.setBy ? t(`setBy${option.setBy}`, { since }) : t('ofGroup', { since })}
            </span>
            {option.locked && <StatusTag tone="open">{t('locked')}</StatusTag>}
          </div>
          {closed && <p className={styles.quiet}>{t('lockedText')}</p>}
        </>
      )}
      {choose && !closed && (
        <div className={styles.line}>
          <Link
            to={choose === 'GROUP' ? '/options/group/$key' : '/options/$key'}
            params={{ key: definition.key }}
            aria-label={t(unset ? 'chooseOf' : 'changeOf', { question: definition.question })}
          >
            {unset ? t('choose') : t('common:actions.change')}
          </Link>
        </div>
      )}
    </li>
  )
}
