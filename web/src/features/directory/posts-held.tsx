import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from '../../locales'
import { newKey } from '../../api/client'
import { endPost, givePost } from '../../api/directory'
import { ProblemError } from '../../api/problem'
import { type HeldPost, type Person, settingRoles } from '../../api/types'
import { Actions, Confirmed } from '../../components/actions'
import { Choice } from '../../components/choice'
import { DataList } from '../../components/data-list'
import { DateParts, isNoDate, isoDate, noDate } from '../../components/date-parts'
import { ErrorSummary, type SummaryError } from '../../components/error-summary'
import { Section } from '../../components/page'
import { useProblemWords } from '../../components/problem-words'
import { civilDay } from '../../components/time'
import styles from './directory.module.css'
import type { PartProps } from './person-page'
import { useSettingWords } from './post-words'

export function PostsHeld({ person, keep }: PartProps) {
  const { t } = useTranslation('directory')
  const { settingName, roleName } = useSettingWords()
  const [giving, setGiving] = useState(false)
  const past = person.endedPosts ?? []
  const common = [
    { heading: t('person.role'), cell: roleName },
    { heading: t('person.at'), cell: (post: HeldPost) => settingName(post.settingId) },
    { heading: t('person.from'), cell: (post: HeldPost) => civilDay(post.from) },
    { heading: t('person.to'), cell: (post: HeldPost) => (post.to ? civilDay(post.to) : t('person.open')) },
  ] as const
  return (
    <>
      <Section title={t('person.posts')}>
        {person.posts.length === 0 ? (
          <p>{t('person.noPosts')}</p>
        ) : (
          <DataList
            caption={t('person.posts')}
            rows={person.posts}
            keyOf={(post) => post.postId}
            columns={[
              ...common,
              { heading: t('person.end'), cell: (post) => <End person={person} post={post} keep={keep} /> },
            ]}
          />
        )}
        {person.status === 'ACTIVE' && !giving && (
          <Actions>
            <Button variant="outline" onClick={() => setGiving(true)}>
              {t('person.give')}
            </Button>
          </Actions>
        )}
        {giving && (
          <Give
            person={person}
            close={() => setGiving(false)}
            keep={(changed) => {
              keep(changed)
              setGiving(false)
            }}
          />
        )}
      </Section>
      {past.length > 0 && (
        <details className={styles.details}>
          <summary>{t('person.past')}</summary>
          <DataList caption={t('person.past')} rows={past} keyOf={(post) => post.postId} columns={common} />
        </details>
      )}
    </>
  )
}

function End({ person, post, keep }: PartProps & { post: HeldPost }) {
  const { t } = useTranslation(['directory', 'common'])
  const { settingName, roleName } = useSettingWords()
  const [on, setOn] = useState(noDate)
  const said = { role: roleName(post), setting: settingName(post.settingId) }
  return (
    <Confirmed
      button={t('person.end')}
      label={t('person.endOf', said)}
      title={t('person.endTitle')}
      confirm={t('person.endConfirm')}
      danger
      onConfirm={async () => {
        const day = isoDate(on)
        if (!isNoDate(on) && day === null) throw new ProblemError(422, 'web.date', t('common:date.invalid'))
        keep(await endPost(person.id, post.postId, day))
      }}
    >
      <p>{t('person.endText', said)}</p>
      <DateParts
        id={`end-${post.postId}`}
        legend={t('person.endOn')}
        help={t('person.endOnHelp')}
        value={on}
        onChange={setOn}
      />
    </Confirmed>
  )
}

function Give({ person, keep, close }: PartProps & { close: () => void }) {
  const { t } = useTranslation(['directory', 'common'])
  const { settings, roleName } = useSettingWords()
  const [key] = useState(newKey)
  const [role, setRole] = useState('')
  const [settingId, setSettingId] = useState('')
  const [deputy, setDeputy] = useState(false)
  const [from, setFrom] = useState(noDate)
  const [to, setTo] = useState(noDate)
  const [errors, setErrors] = useState<SummaryError[]>([])
  const words = useProblemWords((pointer) => `post-${pointer.slice(1)}`)
  const group = role === 'GROUP_ADMIN'
  const send = useMutation({
    mutationFn: (): Promise<Person> =>
      givePost(
        person.id,
        { settingId: group ? null : settingId, role, deputy: !group && deputy, from: isoDate(from), to: isoDate(to) },
        key,
      ),
    onMutate: () => setErrors([]),
    onError: (error) => setErrors(words(error)),
    onSuccess: keep,
  })
  const errorOf = (field: string) => errors.find((error) => error.field === `post-${field}`)?.message
  return (
    <form
      noValidate
      className={`${styles.form} ${styles.boxed}`}
      aria-label={t('person.give')}
      onSubmit={(event) => {
        event.preventDefault()
        const wrong = [
          !role && { field: 'post-role', message: t('person.roleNeeded') },
          !group && !settingId && { field: 'post-settingId', message: t('person.settingNeeded') },
          !isNoDate(from) && !isoDate(from) && { field: 'post-from', message: t('common:date.invalid') },
          !isNoDate(to) && !isoDate(to) && { field: 'post-to', message: t('common:date.invalid') },
        ].filter((one) => one !== false)
        if (wrong.length > 0) return setErrors(wrong)
        send.mutate()
      }}
    >
      <ErrorSummary errors={errors} />
      <NativeSelect
        id="post-role"
        label={t('person.role')}
        value={role}
        error={errorOf('role')}
        onChange={(event) => setRole(event.currentTarget.value)}
      >
        <option value="">{t('person.choose')}</option>
        {[...settingRoles, 'GROUP_ADMIN'].map((one) => (
          <option key={one} value={one}>
            {roleName({ role: one, settingId, deputy: false })}
          </option>
        ))}
      </NativeSelect>
      {!group && (
        <>
          <NativeSelect
            id="post-settingId"
            label={t('person.at')}
            value={settingId}
            error={errorOf('settingId')}
            onChange={(event) => setSettingId(event.currentTarget.value)}
          >
            <option value="">{t('person.choose')}</option>
            {settings
              .filter((setting) => setting.open)
              .map((setting) => (
                <option key={setting.id} value={setting.id}>
                  {setting.officialName}
                </option>
              ))}
          </NativeSelect>
          <Choice id="post-deputy" label={t('person.deputyBox')} checked={deputy} onChange={setDeputy} />
        </>
      )}
      <DateParts
        id="post-from"
        legend={t('person.from')}
        help={t('person.fromHelp')}
        value={from}
        error={errorOf('from')}
        onChange={setFrom}
      />
      <DateParts
        id="post-to"
        legend={t('person.to')}
        help={t('person.toHelp')}
        value={to}
        error={errorOf('to')}
        onChange={setTo}
      />
      <Actions>
        <Button type="submit" loading={send.isPending}>
          {t('person.giveButton')}
        </Button>
        <Button variant="outline" onClick={close}>
          {t('common:actions.cancel')}
        </Button>
      </Actions>
    </form>
  )
}
