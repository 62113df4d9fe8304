import './words'
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from '../../locales'
import { useCurrentSetting, useMay } from '../../api/me'
import { chooseStarterSet, optionDefinitionsQuery, sayValue, starterSetsQuery } from '../../api/policies'
import { ProblemError } from '../../api/problem'
import type { SettingSummary, StarterSet } from '../../api/types'
import { ErrorSummary } from '../../components/error-summary'
import { Page } from '../../components/page'
import { Empty, Failed, Loaded } from '../../components/states'
import styles from './starter-set.module.css'

export function StarterSetPage() {
  const { t } = useTranslation('setup')
  const setting = useCurrentSetting()
  const allowed = useMay('chooseOptions')
  const sets = useQuery(starterSetsQuery)

  return (
    <Page title={t('starter.title')} lead={t('starter.lead')}>
      {!setting ? (
        <Empty title={t('starter.noSettingTitle')}>{t('starter.noSettingText')}</Empty>
      ) : !allowed ? (
        <Failed error={new ProblemError(403, 'web.forbidden', '')} />
      ) : (
        <Loaded
          query={sets}
          isEmpty={(list) => list.length === 0}
          empty={<Empty title={t('starter.none')}>{t('starter.noneText')}</Empty>}
        >
          {(list) => <Choice sets={list} setting={setting} />}
        </Loaded>
      )}
    </Page>
  )
}

function Choice({ sets, setting }: { sets: StarterSet[]; setting: SettingSummary }) {
  const { t } = useTranslation(['setup', 'common'])
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<string | null>(null)
  const [missing, setMissing] = useState<{ field?: string; message: string }[]>([])
  const choose = useMutation({
    mutationFn: (name: string) => chooseStarterSet(setting.id, name),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['setting', setting.id, 'options'] }),
  })

  if (choose.isSuccess) {
    const set = sets.find((one) => one.name === chosen)
    return (
      <Empty title={t('starter.doneTitle', { setting: setting.officialName, set: set?.title ?? '' })}>
        <p>{t('starter.doneText')}</p>
        <Link to="/">{t('common:actions.goHome')}</Link>
      </Empty>
    )
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!chosen) return setMissing([{ field: `set-${sets[0]?.name}`, message: t('starter.required') }])
        setMissing([])
        choose.mutate(chosen)
      }}
    >
      <ErrorSummary errors={missing} />
      {choose.error && <Failed error={choose.error} />}
      <fieldset className={styles.sets}>
        <legend>{t('starter.which', { setting: setting.officialName })}</legend>
        {sets.map((set) => (
          <div key={set.name} className={styles.set}>
            <label className={styles.choice}>
              <input
                type="radio"
                id={`set-${set.name}`}
                name="starter-set"
                value={set.name}
                checked={chosen === set.name}
                onChange={() => setChosen(set.name)}
                aria-describedby={`about-${set.name}`}
              />
              <span>{set.title}</span>
            </label>
            <p id={`about-${set.name}`}>{set.description}</p>
            <Values set={set} />
          </div>
        ))}
      </fieldset>
      <Button type="submit" loading={choose.isPending}>
        {t('starter.use')}
      </Button>
    </form>
  )
}

function Values({ set }: { set: StarterSet }) {
  const { t } = useTranslation('setup')
  const definitions = useQuery(optionDefinitionsQuery)
  const values = Object.entries(set.values)
  return (
    <details>
      <summary>{t('starter.values', { count: values.length })}</summary>
      <dl className={styles.values}>
        {values.map(([key, value]) => {
          const definition = definitions.data?.find((one) => one.key === key)
          return (
            <div key={key}>
              <dt>{definition?.question ?? key}</dt>
              <dd>{sayValue(definition, value)}</dd>
            </div>
          )
        })}
      </dl>
    </details>
  )
}
