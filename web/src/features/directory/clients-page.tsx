import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from '../../locales'
import { newKey } from '../../api/client'
import { addClient, clientsQuery, endClient } from '../../api/directory'
import { useMay } from '../../api/me'
import { clientScopes } from '../../api/types'
import { Actions, Confirmed } from '../../components/actions'
import { Choice, ChoiceGroup } from '../../components/choice'
import { DataList } from '../../components/data-list'
import { ErrorSummary, type SummaryError } from '../../components/error-summary'
import { Section } from '../../components/page'
import { useProblemWords } from '../../components/problem-words'
import { ShownOnce } from '../../components/shown-once'
import { Empty, Loaded } from '../../components/states'
import { StatusTag } from '../../components/status-tag'
import { when } from '../../components/time'
import styles from './directory.module.css'
import { DirectoryPage } from './frame'
import { useSettingWords } from './post-words'

export function ClientsPage() {
  const { t } = useTranslation('directory')
  const queries = useQueryClient()
  const allowed = useMay('administer')
  const clients = useQuery({ ...clientsQuery, enabled: allowed })
  const { settingName } = useSettingWords()
  const reload = () => queries.invalidateQueries({ queryKey: clientsQuery.queryKey })
  return (
    <DirectoryPage title={t('clients.title')} lead={t('clients.lead')}>
      <Loaded query={clients} isEmpty={(all) => all.length === 0} empty={<Empty title={t('clients.none')} />}>
        {(all) => (
          <DataList
            caption={t('clients.title')}
            rows={all}
            keyOf={(client) => client.id}
            columns={[
              { heading: t('clients.name'), cell: (client) => client.name },
              {
                heading: t('clients.may'),
                cell: (client) =>
                  client.scopes
                    .map((scope) => t(`clients.${scope}` as 'clients.roster', { defaultValue: scope }))
                    .join('; '),
              },
              { heading: t('clients.at'), cell: (client) => client.settingIds.map(settingName).join('; ') },
              {
                heading: t('clients.state'),
                cell: (client) =>
                  client.status === 'ACTIVE' ? (
                    <StatusTag tone="good">{t('clients.active')}</StatusTag>
                  ) : (
                    <StatusTag tone="open">
                      {t('clients.ended', { when: client.endedAt ? when(client.endedAt) : '' })}
                    </StatusTag>
                  ),
              },
              {
                heading: t('clients.end'),
                cell: (client) =>
                  client.status === 'ACTIVE' && (
                    <Confirmed
                      button={t('clients.end')}
                      label={t('clients.endOf', { name: client.name })}
                      title={t('clients.endTitle', { name: client.name })}
                      confirm={t('clients.endConfirm')}
                      danger
                      onConfirm={async () => {
                        await endClient(client.id)
                        await reload()
                      }}
                    >
                      <p>{t('clients.endText')}</p>
                    </Confirmed>
                  ),
              },
            ]}
          />
        )}
      </Loaded>
      <Section title={t('clients.add')}>
        <AddClient onAdded={reload} />
      </Section>
    </DirectoryPage>
  )
}

const toggled = (list: string[], one: string, on: boolean) => (on ? [...list, one] : list.filter((it) => it !== one))

function AddClient({ onAdded }: { onAdded: () => unknown }) {
  const { t } = useTranslation('directory')
  const { settings } = useSettingWords()
  const [key, setKey] = useState(newKey)
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<string[]>([])
  const [settingIds, setSettingIds] = useState<string[]>([])
  const [errors, setErrors] = useState<SummaryError[]>([])
  const words = useProblemWords((pointer) => `client-${pointer.split('/')[1]}`)
  const send = useMutation({
    mutationFn: () => addClient({ name: name.trim(), scopes, settingIds }, key),
    gcTime: 0,
    onMutate: () => setErrors([]),
    onError: (error) => setErrors(words(error)),
    onSuccess: () => {
      setKey(newKey())
      setName('')
      setScopes([])
      setSettingIds([])
      onAdded()
    },
  })
  const errorOf = (field: string) => errors.find((error) => error.field === `client-${field}`)?.message
  return (
    <>
      {send.data?.secret && (
        <ShownOnce title={t('clients.secretTitle')} secret={send.data.secret}>
          <p>{t('clients.secretText', { id: send.data.id })}</p>
        </ShownOnce>
      )}
      <form
        noValidate
        className={`${styles.form} ${styles.boxed}`}
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate()
        }}
      >
        <ErrorSummary errors={errors} />
        <TextInput
          id="client-name"
          label={t('clients.name')}
          description={t('clients.nameHelp')}
          value={name}
          error={errorOf('name')}
          autoComplete="off"
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <ChoiceGroup legend={t('clients.scopes')} error={errorOf('scopes')}>
          {clientScopes.map((scope, at) => (
            <Choice
              key={scope}
              id={at === 0 ? 'client-scopes' : undefined}
              label={t(`clients.${scope}`)}
              checked={scopes.includes(scope)}
              onChange={(on) => setScopes(toggled(scopes, scope, on))}
            />
          ))}
        </ChoiceGroup>
        <ChoiceGroup legend={t('clients.settings')} error={errorOf('settingIds')}>
          {settings
            .filter((setting) => setting.open)
            .map((setting, at) => (
              <Choice
                key={setting.id}
                id={at === 0 ? 'client-settingIds' : undefined}
                label={setting.officialName}
                checked={settingIds.includes(setting.id)}
                onChange={(on) => setSettingIds(toggled(settingIds, setting.id, on))}
              />
            ))}
        </ChoiceGroup>
        <Actions>
          <Button type="submit" loading={send.isPending}>
            {t('clients.addButton')}
          </Button>
        </Actions>
      </form>
    </>
  )
}
