import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Fragment, useState } from 'react'
import { useTranslation } from '../../locales'
import {
  changePerson,
  disablePerson,
  foundPeopleQuery,
  givePasswordCode,
  personQuery,
  reinstatePerson,
  setLineManager,
} from '../../api/directory'
import { useMay } from '../../api/me'
import type { Person } from '../../api/types'
import { Actions, Confirmed } from '../../components/actions'
import { ErrorSummary } from '../../components/error-summary'
import { Section } from '../../components/page'
import { useProblemWords } from '../../components/problem-words'
import { ShownOnce } from '../../components/shown-once'
import { Loaded } from '../../components/states'
import { StatusTag } from '../../components/status-tag'
import { SummaryList } from '../../components/summary-list'
import { when } from '../../components/time'
import styles from './directory.module.css'
import { DirectoryPage } from './frame'
import { PersonForm } from './person-form'
import { PostsHeld } from './posts-held'

export interface PartProps {
  person: Person
  keep: (person: Person) => void
}

export function PersonPage() {
  const { id } = useParams({ from: '/signed-in/directory/people/$id' })
  const { t } = useTranslation('directory')
  const queries = useQueryClient()
  const found = useQuery({ ...personQuery(id), enabled: useMay('administer') })
  const keep = (person: Person) => {
    queries.setQueryData(personQuery(person.id).queryKey, person)
    void queries.invalidateQueries({ queryKey: ['directory', 'people'] })
    void queries.invalidateQueries({ queryKey: ['directory', 'settings'] })
  }
  const title = found.data?.name ?? t('people.title')
  return (
    <DirectoryPage title={title}>
      <Loaded query={found}>
        {(person) => (
          <Fragment key={person.id}>
            <Details person={person} keep={keep} />
            <PostsHeld person={person} keep={keep} />
            <LineManager person={person} keep={keep} />
            <SigningIn person={person} keep={keep} />
          </Fragment>
        )}
      </Loaded>
    </DirectoryPage>
  )
}

function Details({ person, keep }: PartProps) {
  const { t } = useTranslation(['directory', 'common'])
  const [editing, setEditing] = useState(false)
  return (
    <Section title={t('person.details')}>
      {editing ? (
        <>
          <PersonForm
            person={person}
            button={t('common:actions.save')}
            save={(details) => changePerson(person, details)}
            onSaved={(changed) => {
              keep(changed)
              setEditing(false)
            }}
          />
          <Actions>
            <Button variant="outline" onClick={() => setEditing(false)}>
              {t('common:actions.cancel')}
            </Button>
          </Actions>
        </>
      ) : (
        <>
          <SummaryList
            rows={[
              { label: t('person.email'), value: person.email },
              { label: t('person.type'), value: t(`types.${person.personType}`) },
              {
                label: t('person.state'),
                value: (
                  <StatusTag tone={person.status === 'ACTIVE' ? 'good' : 'bad'}>
                    {t(person.status === 'ACTIVE' ? 'person.active' : 'person.disabled')}
                  </StatusTag>
                ),
              },
            ]}
          />
          <Actions>
            <Button variant="outline" onClick={() => setEditing(true)}>
              {t('person.edit')}
            </Button>
          </Actions>
        </>
      )}
    </Section>
  )
}

function LineManager({ person, keep }: PartProps) {
  const { t } = useTranslation('directory')
  const words = useProblemWords()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState('')
  const manager = useQuery({ ...personQuery(person.lineManagerId ?? ''), enabled: Boolean(person.lineManagerId) })
  const found = useQuery({ ...foundPeopleQuery(text.trim()), enabled: text.trim().length > 1 })
  const offered = (found.data?.items ?? []).filter(({ id, status }) => id !== person.id && status === 'ACTIVE')
  const send = useMutation({
    mutationFn: (id: string | null) => setLineManager(person, id),
    onSuccess: (changed) => {
      setText('')
      setChosen('')
      keep(changed)
    },
  })
  return (
    <Section title={t('person.manager')}>
      <ErrorSummary errors={send.error ? words(send.error) : []} />
      <p>{person.lineManagerId ? (manager.data?.name ?? '…') : t('person.noManager')}</p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (chosen) send.mutate(chosen)
        }}
      >
        <TextInput
          type="search"
          label={t('person.managerFind')}
          value={text}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setChosen('')
          }}
        />
        {text.trim().length > 1 && found.data && (
          <>
            {offered.length === 0 ? (
              <p role="status">{t('person.managerNone')}</p>
            ) : (
              <NativeSelect
                label={t('person.managerNew')}
                value={chosen}
                onChange={(event) => setChosen(event.currentTarget.value)}
              >
                <option value="">{t('person.choose')}</option>
                {offered.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name} ({one.email})
                  </option>
                ))}
              </NativeSelect>
            )}
          </>
        )}
        <Actions>
          {chosen && (
            <Button type="submit" loading={send.isPending}>
              {t('person.managerSave')}
            </Button>
          )}
          {person.lineManagerId && (
            <Button variant="outline" onClick={() => send.mutate(null)}>
              {t('person.managerEnd')}
            </Button>
          )}
        </Actions>
      </form>
    </Section>
  )
}

function SigningIn({ person, keep }: PartProps) {
  const { t } = useTranslation('directory')
  const queries = useQueryClient()
  const words = useProblemWords()
  const give = useMutation({
    mutationFn: () => givePasswordCode(person.id),
    gcTime: 0,
    onSuccess: () => queries.invalidateQueries({ queryKey: personQuery(person.id).queryKey }),
  })
  const { name } = person
  return (
    <Section title={t('person.signIn')}>
      <ErrorSummary errors={give.error ? words(give.error) : []} />
      {give.data ? (
        <ShownOnce title={t('person.codeTitle', { name })} secret={give.data.code}>
          <p>
            {t('person.codeOnce', {
              address: `${window.location.origin}/password`,
              time: when(give.data.expiresAt),
            })}
          </p>
        </ShownOnce>
      ) : (
        person.status === 'ACTIVE' && <p>{t('person.codeText')}</p>
      )}
      {person.posts.some(({ role }) => role === 'DSL') && <p>{t('person.codeOfLead')}</p>}
      {person.passwordCodes && person.passwordCodes.length > 0 && (
        <ul>
          {person.passwordCodes.map((code) => (
            <li key={code.givenAt}>
              {t('person.codeGiven', { by: code.givenByName, given: when(code.givenAt) })}{' '}
              {code.usedAt ? t('person.codeUsed', { used: when(code.usedAt) }) : t('person.codeUnused')}
            </li>
          ))}
        </ul>
      )}
      <Actions>
        {person.status === 'ACTIVE' ? (
          <>
            <Button variant="outline" loading={give.isPending} onClick={() => give.mutate()}>
              {t('person.code')}
            </Button>
            <Confirmed
              button={t('person.disable')}
              title={t('person.disableTitle', { name })}
              confirm={t('person.disableConfirm')}
              danger
              onConfirm={async () => keep(await disablePerson(person.id))}
            >
              <p>{t('person.disableText')}</p>
            </Confirmed>
          </>
        ) : (
          <Confirmed
            button={t('person.reinstate')}
            title={t('person.reinstateTitle', { name })}
            confirm={t('person.reinstateConfirm')}
            onConfirm={async () => keep(await reinstatePerson(person.id))}
          >
            <p>{t('person.reinstateText')}</p>
          </Confirmed>
        )}
      </Actions>
    </Section>
  )
}
