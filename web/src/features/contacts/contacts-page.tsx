import './words'
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from '../../locales'
import { api, type Answer } from '../../api/client'
import { useCurrentSetting, useMay } from '../../api/me'
import { isProblem, ProblemError } from '../../api/problem'
import { useRoleWord } from '../../api/role-word'
import type { Help, HelpContact, SettingSummary } from '../../api/types'
import { Actions, Confirmed } from '../../components/actions'
import { ErrorSummary, type SummaryError } from '../../components/error-summary'
import { Page, Section } from '../../components/page'
import { useProblemWords } from '../../components/problem-words'
import { Empty, Failed, Loaded } from '../../components/states'
import { StatusTag } from '../../components/status-tag'
import styles from './contacts.module.css'

const posts = ['DSL', 'SETTING_HEAD'] as const
const address = (setting: string) => `/api/incidents/settings/${setting}/help`
const tagged = (setting: string) => ['setting', setting, 'help-to-edit']

export function ContactsPage() {
  const { t } = useTranslation('contacts')
  const setting = useCurrentSetting()
  const allowed = useMay('editHelp')
  return (
    <Page title={t('title')} lead={setting && allowed && t('lead', { setting: setting.officialName })}>
      {!setting ? (
        <Empty title={t('noSettingTitle')}>{t('noSettingText')}</Empty>
      ) : !allowed ? (
        <Failed error={new ProblemError(403, 'web.forbidden', '')} />
      ) : (
        <Contacts key={setting.id} setting={setting} />
      )}
    </Page>
  )
}

function Contacts({ setting }: { setting: SettingSummary }) {
  const help = useQuery({
    queryKey: tagged(setting.id),
    queryFn: ({ signal }) => api.getWithTag<Help>(address(setting.id), { signal }),
    refetchOnWindowFocus: false,
  })
  return (
    <Loaded query={help}>
      {(read) =>
        posts.map((post) => (
          <Contact
            key={post}
            post={post}
            setting={setting}
            contact={read.data.contacts.find((one) => one.post === post) ?? null}
            etag={read.etag}
          />
        ))
      }
    </Loaded>
  )
}

interface Props {
  post: HelpContact['post']
  setting: SettingSummary
  contact: HelpContact | null
  etag: string | null
}

function Contact({ post, setting, contact, etag }: Props) {
  const { t } = useTranslation(['contacts', 'common'])
  const queries = useQueryClient()
  const word = useRoleWord(setting)(post)
  const [typed, setTyped] = useState({
    shownAs: contact?.shownAs ?? '',
    phone: contact?.phone ?? '',
    email: contact?.email ?? '',
  })
  const [errors, setErrors] = useState<SummaryError[]>([])
  const fieldId = (name: string) => `${post}-${name}`
  const words = useProblemWords((pointer) => fieldId(pointer.slice(1)))
  const keep = async (answer: Answer<Help>) => {
    queries.setQueryData(tagged(setting.id), answer)
    await queries.invalidateQueries({ queryKey: ['help', setting.id] })
  }
  const clear = async () => {
    const answer = await api
      .delete<Help>(`${address(setting.id)}/${post}`, { ifMatch: etag ?? undefined })
      .catch(async (error: unknown) => {
        if (isProblem(error, 412)) await queries.refetchQueries({ queryKey: tagged(setting.id) })
        throw error
      })
    setTyped({ shownAs: '', phone: '', email: '' })
    setErrors([])
    send.reset()
    await keep(answer)
  }
  const send = useMutation({
    mutationFn: () =>
      api.put<Help>(
        `${address(setting.id)}/${post}`,
        { shownAs: typed.shownAs, phone: typed.phone.trim() || null, email: typed.email.trim() || null },
        { ifMatch: etag ?? undefined },
      ),
    onMutate: () => setErrors([]),
    onSuccess: keep,
    onError: async (error) => {
      if (isProblem(error, 412)) {
        await queries.refetchQueries({ queryKey: tagged(setting.id) })
        const now = queries.getQueryData<Answer<Help>>(tagged(setting.id))?.data.contacts.find((one) => one.post === post)
        if (now) setTyped({ shownAs: now.shownAs, phone: now.phone ?? '', email: now.email ?? '' })
        return setErrors([{ message: t('changed') }])
      }
      setErrors(words(error))
    },
  })
  const errorOf = (name: string) => errors.find((error) => error.field === fieldId(name))?.message
  const field = (name: keyof typeof typed) => ({
    id: fieldId(name),
    label: t(name),
    value: typed[name],
    error: errorOf(name),
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => {
      setTyped({ ...typed, [name]: event.currentTarget.value })
      send.reset()
    },
  })

  return (
    <Section title={word}>
      {!contact && <p>{t('none')}</p>}
      <form
        noValidate
        className={styles.form}
        aria-label={word}
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate()
        }}
      >
        <ErrorSummary errors={errors} />
        <TextInput {...field('shownAs')} description={t('shownAsHelp')} maxLength={80} />
        <TextInput {...field('phone')} type="tel" maxLength={30} />
        <TextInput {...field('email')} description={t('emailHelp')} type="email" />
        <Actions>
          <Button type="submit" loading={send.isPending} aria-label={t('save', { post: word })}>
            {t('common:actions.save')}
          </Button>
          <span role="status">{send.isSuccess && <StatusTag tone="good">{t('saved')}</StatusTag>}</span>
        </Actions>
      </form>
      {contact && (
        <Confirmed
          button={t('clear')}
          label={t('clearOf', { post: word })}
          title={t('clearTitle', { name: contact.shownAs })}
          confirm={t('clear')}
          danger
          onConfirm={clear}
        >
          <p>{t('clearText')}</p>
        </Confirmed>
      )}
    </Section>
  )
}
