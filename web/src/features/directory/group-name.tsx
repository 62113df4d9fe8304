import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from '../../locales'
import { groupQuery, renameGroup } from '../../api/directory'
import { meQuery, useMay } from '../../api/me'
import { isProblem } from '../../api/problem'
import type { Group } from '../../api/types'
import { Actions } from '../../components/actions'
import { ErrorSummary, type SummaryError } from '../../components/error-summary'
import { Section } from '../../components/page'
import { useProblemWords } from '../../components/problem-words'
import { Loaded } from '../../components/states'
import { StatusTag } from '../../components/status-tag'
import styles from './directory.module.css'

/** What the whole group is called. */
export function GroupName() {
  const { t } = useTranslation('directory')
  const group = useQuery({ ...groupQuery, enabled: useMay('administer') })
  return (
    <Section title={t('group.title')}>
      <Loaded query={group}>{(read) => <NameForm group={read} />}</Loaded>
    </Section>
  )
}

function NameForm({ group }: { group: Group }) {
  const { t } = useTranslation(['directory', 'common'])
  const queries = useQueryClient()
  const [name, setName] = useState(group.name)
  const [errors, setErrors] = useState<SummaryError[]>([])
  const words = useProblemWords(() => 'group-name')
  const send = useMutation({
    mutationFn: () => renameGroup(group, name),
    onMutate: () => setErrors([]),
    onSuccess: async (renamed) => {
      queries.setQueryData(groupQuery.queryKey, renamed)
      setName(renamed.name)
      await queries.invalidateQueries({ queryKey: meQuery.queryKey })
    },
    onError: async (error) => {
      setErrors(words(error))
      if (isProblem(error, 412)) await queries.refetchQueries({ queryKey: groupQuery.queryKey })
    },
  })
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!name.trim()) return setErrors([{ field: 'group-name', message: t('common:errors.required') }])
        send.mutate()
      }}
    >
      <ErrorSummary errors={errors} />
      <TextInput
        id="group-name"
        label={t('group.name')}
        value={name}
        maxLength={120}
        error={errors.find((error) => error.field === 'group-name')?.message}
        autoComplete="off"
        onChange={(event) => {
          setName(event.currentTarget.value)
          send.reset()
        }}
      />
      <Actions>
        <Button type="submit" loading={send.isPending}>
          {t('group.save')}
        </Button>
        <span role="status">{send.isSuccess && <StatusTag tone="good">{t('setting.saved')}</StatusTag>}</span>
      </Actions>
    </form>
  )
}
