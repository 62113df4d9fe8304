import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from '../../locales'
import { newKey } from '../../api/client'
import { addSetting, changeSetting, closeSetting, settingQuery } from '../../api/directory'
import { useMay } from '../../api/me'
import { useRoleWord } from '../../api/role-word'
import {
  nations,
  type Nation,
  settingRoles,
  type Setting,
  type SettingDetails,
  type SettingType,
  settingTypes,
} from '../../api/types'
import { Actions, Confirmed } from '../../components/actions'
import { ErrorSummary, type SummaryError } from '../../components/error-summary'
import { useProblemWords } from '../../components/problem-words'
import { Loaded } from '../../components/states'
import { StatusTag } from '../../components/status-tag'
import styles from './directory.module.css'
import { DirectoryPage } from './frame'

export function NewSettingPage() {
  const { t } = useTranslation('directory')
  const navigate = useNavigate()
  const [key] = useState(newKey)
  return (
    <DirectoryPage title={t('setting.new')} wide={false}>
      <SettingForm
        button={t('setting.add')}
        save={(details) => addSetting(details, key)}
        onSaved={(setting) => void navigate({ to: '/directory/settings/$id', params: { id: setting.id } })}
      />
    </DirectoryPage>
  )
}

export function SettingPage() {
  const { id } = useParams({ from: '/signed-in/directory/settings/$id' })
  const { t } = useTranslation(['directory', 'common'])
  const found = useQuery({ ...settingQuery(id), enabled: useMay('administer') })
  const title = found.data?.officialName ?? t('settings.title')
  return (
    <DirectoryPage key={title} title={title} wide={false}>
      <Loaded query={found}>{(setting) => <OneSetting setting={setting} />}</Loaded>
    </DirectoryPage>
  )
}

function OneSetting({ setting }: { setting: Setting }) {
  const { t } = useTranslation(['directory', 'common'])
  const queries = useQueryClient()
  const word = useRoleWord(setting)
  const keep = async (changed: Setting) => {
    queries.setQueryData(settingQuery(changed.id).queryKey, changed)
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['directory', 'settings'] }),
      queries.invalidateQueries({ queryKey: ['me'] }),
    ])
  }
  return (
    <>
      {setting.unfilledPosts.length > 0 && (
        <p>
          <StatusTag tone="care">
            {t('settings.unfilledText', { posts: setting.unfilledPosts.map(word).join(', ') })}
          </StatusTag>
        </p>
      )}
      <Actions>
        <Link to="/directory/people" search={{ at: setting.id }}>
          {t('setting.people')}
        </Link>
      </Actions>
      {setting.open ? (
        <>
          <SettingForm
            setting={setting}
            button={t('common:actions.save')}
            save={(details) => changeSetting(setting, details)}
            onSaved={keep}
          />
          <Actions>
            <Confirmed
              button={t('setting.close')}
              title={t('setting.closeTitle', { setting: setting.officialName })}
              confirm={t('setting.closeConfirm')}
              danger
              onConfirm={async () => keep(await closeSetting(setting.id))}
            >
              <p>{t('setting.closeText')}</p>
            </Confirmed>
          </Actions>
        </>
      ) : (
        <p>{t('setting.closedText')}</p>
      )}
    </>
  )
}

const domainsOf = (text: string) =>
  text
    .split(/[\s,;]+/)
    .map((part) => part.replace(/^@/, '').toLowerCase())
    .filter(Boolean)

interface FormProps {
  setting?: Setting
  button: string
  save: (details: SettingDetails) => Promise<Setting>
  onSaved: (setting: Setting) => void | Promise<void>
}

function SettingForm({ setting, button, save, onSaved }: FormProps) {
  const { t } = useTranslation(['directory', 'common'])
  const ordinary = useRoleWord(null)
  const [name, setName] = useState(setting?.officialName ?? '')
  const [type, setType] = useState<string>(setting?.type ?? '')
  const [nation, setNation] = useState<string>(setting?.nation ?? '')
  const [domains, setDomains] = useState(setting?.emailDomains.join(', ') ?? '')
  const [labels, setLabels] = useState<Record<string, string>>(setting?.labels ?? {})
  const [errors, setErrors] = useState<SummaryError[]>([])
  const words = useProblemWords((pointer) => {
    const [, field, role] = pointer.split('/')
    return field === 'labels' && role ? `label-${role}` : field
  })
  const send = useMutation({
    mutationFn: () =>
      save({
        officialName: name.trim(),
        type: type as SettingType,
        nation: nation as Nation,
        emailDomains: domainsOf(domains),
        labels: Object.fromEntries(Object.entries(labels).filter(([, label]) => label.trim())),
      }),
    onMutate: () => setErrors([]),
    onError: (error) => setErrors(words(error)),
    onSuccess: onSaved,
  })
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        const missing = [
          !name.trim() && { field: 'officialName', message: t('common:errors.required') },
          !type && { field: 'type', message: t('setting.choose') },
          !nation && { field: 'nation', message: t('setting.choose') },
        ].filter((one) => one !== false)
        if (missing.length > 0) return setErrors(missing)
        send.mutate()
      }}
    >
      <ErrorSummary errors={errors} />
      <TextInput
        id="officialName"
        label={t('settings.name')}
        value={name}
        error={errorOf('officialName')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        id="type"
        label={t('setting.type')}
        value={type}
        error={errorOf('type')}
        onChange={(event) => setType(event.currentTarget.value)}
      >
        <option value="">{t('setting.choose')}</option>
        {settingTypes.map((one) => (
          <option key={one} value={one}>
            {t(`common:settingTypes.${one}`)}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        id="nation"
        label={t('setting.nation')}
        value={nation}
        error={errorOf('nation')}
        onChange={(event) => setNation(event.currentTarget.value)}
      >
        <option value="">{t('setting.choose')}</option>
        {nations.map((one) => (
          <option key={one} value={one}>
            {t(`common:nations.${one}`)}
          </option>
        ))}
      </NativeSelect>
      <TextInput
        id="emailDomains"
        label={t('setting.domains')}
        description={t('setting.domainsHelp')}
        value={domains}
        error={errorOf('emailDomains')}
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => setDomains(event.currentTarget.value)}
      />
      <details open={Object.keys(labels).length > 0 || undefined}>
        <summary>{t('setting.words')}</summary>
        <p className={styles.quiet}>{t('setting.wordsHelp')}</p>
        <div className={styles.labels}>
          {settingRoles.map((role) => (
            <TextInput
              key={role}
              id={`label-${role}`}
              label={ordinary(role)}
              value={labels[role] ?? ''}
              error={errorOf(`label-${role}`)}
              onChange={(event) => setLabels({ ...labels, [role]: event.currentTarget.value })}
            />
          ))}
        </div>
      </details>
      <Actions>
        <Button type="submit" loading={send.isPending}>
          {button}
        </Button>
        <span role="status">{send.isSuccess && <StatusTag tone="good">{t('setting.saved')}</StatusTag>}</span>
      </Actions>
    </form>
  )
}
