import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from '../../locales'
import { newKey } from '../../api/client'
import { confirmStaff, sendStaff, staffImportQuery } from '../../api/directory'
import { useMay } from '../../api/me'
import type { DateOrder, StaffImport } from '../../api/types'
import { Actions } from '../../components/actions'
import { AnswerPanel } from '../../components/answer-panel'
import { Choice, ChoiceGroup } from '../../components/choice'
import { DataList } from '../../components/data-list'
import { ErrorSummary, type SummaryError } from '../../components/error-summary'
import { FileChoice } from '../../components/file-choice'
import { Findings } from '../../components/findings'
import { JobProgress } from '../../components/job-progress'
import { Section } from '../../components/page'
import { useProblemWords } from '../../components/problem-words'
import { Loaded } from '../../components/states'
import { Counts } from '../../components/summary-list'
import { civilDay } from '../../components/time'
import { DirectoryPage } from './frame'
import { useSettingWords } from './post-words'

export function StaffPage() {
  const { t } = useTranslation('directory')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const words = useProblemWords()
  const [order, setOrder] = useState<DateOrder>('DAY_FIRST')
  const [errors, setErrors] = useState<SummaryError[]>([])
  const send = useMutation({
    mutationFn: (file: File) => sendStaff(file, order, newKey()),
    onMutate: () => setErrors([]),
    onError: (error) => setErrors(words(error)),
    onSuccess: (sent) => {
      queries.setQueryData(staffImportQuery(sent.id).queryKey, sent)
      void navigate({ to: '/directory/staff/$id', params: { id: sent.id } })
    },
  })
  return (
    <DirectoryPage title={t('staff.title')} lead={t('staff.lead')} wide={false}>
      <ErrorSummary errors={errors} />
      <ChoiceGroup legend={t('staff.order')}>
        {(['DAY_FIRST', 'MONTH_FIRST'] as const).map((one) => (
          <Choice
            key={one}
            type="radio"
            name="date-order"
            label={t(one === 'DAY_FIRST' ? 'staff.dayFirst' : 'staff.monthFirst')}
            checked={order === one}
            onChange={() => setOrder(one)}
          />
        ))}
      </ChoiceGroup>
      <FileChoice
        label={t('staff.label')}
        help={t('staff.help')}
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        sending={send.isPending ? (send.variables?.name ?? '') : null}
        onFile={(file) => send.mutate(file)}
      />
    </DirectoryPage>
  )
}

export function StaffImportPage() {
  const { id } = useParams({ from: '/signed-in/directory/staff/$id' })
  const { t } = useTranslation('directory')
  const found = useQuery({ ...staffImportQuery(id), enabled: useMay('administer') })
  const state = found.data?.state
  const fileName = found.data?.fileName ?? ''
  const title =
    state === 'PREVIEWED'
      ? t('staff.preview')
      : state === 'RUNNING'
        ? t('staff.running', { file: fileName })
        : t('staff.title')
  return (
    <DirectoryPage
      key={state}
      title={title}
      lead={state === 'PREVIEWED' && t('staff.previewLead', { file: fileName })}
    >
      <Loaded query={found}>{(one) => <OneList found={one} />}</Loaded>
    </DirectoryPage>
  )
}

function OneList({ found }: { found: StaffImport }) {
  const { t } = useTranslation('directory')
  switch (found.state) {
    case 'PREVIEWED':
      return <Preview found={found} />
    case 'RUNNING':
      return (
        <JobProgress label={t('staff.label2')} sentence={t('staff.sentence', found.progress)} {...found.progress} />
      )
    case 'DONE':
      return <Done found={found} />
    default:
      return (
        <>
          <AnswerPanel
            tone="bad"
            word={t(found.state === 'LAPSED' ? 'staff.lapsed' : 'staff.refused')}
            sentence={found.refusal?.sentence ?? t('staff.nothing')}
          >
            {found.refusal && t('staff.nothing')}
          </AnswerPanel>
          <Again />
        </>
      )
  }
}

function Again() {
  const { t } = useTranslation('directory')
  return (
    <Actions>
      <Button component={Link} to="/directory/staff">
        {t('staff.again')}
      </Button>
    </Actions>
  )
}

function Preview({ found }: { found: StaffImport }) {
  const { t } = useTranslation('directory')
  const queries = useQueryClient()
  const words = useProblemWords()
  const { settingName, roleName } = useSettingWords()
  const [key] = useState(newKey)
  const confirm = useMutation({
    mutationFn: () => confirmStaff(found.id, key),
    onSuccess: (running) => queries.setQueryData(staffImportQuery(found.id).queryKey, running),
  })
  const preview = found.preview
  if (!preview) return <Again />
  return (
    <>
      <ErrorSummary errors={confirm.error ? words(confirm.error) : []} />
      {found.encodingCertain === false && (
        <p>{t('staff.letters', { file: found.fileName, encoding: found.encoding })}</p>
      )}
      <Counts
        counts={[
          { label: t('staff.accepted'), count: preview.accepted },
          { label: t('staff.rejected'), count: preview.rejected },
          { label: t('staff.skipped'), count: preview.skipped },
        ]}
      />
      <Section title={t('staff.findings')}>
        <Findings findings={preview.findings} total={preview.findingsTotal} />
      </Section>
      {preview.posts.length > 0 && (
        <Section title={t('staff.posts')}>
          {preview.posts.length < preview.accepted && (
            <p>{t('staff.firstPosts', { shown: preview.posts.length, total: preview.accepted })}</p>
          )}
          <DataList
            caption={t('staff.posts')}
            rows={preview.posts}
            keyOf={(post) => String(post.row)}
            columns={[
              { heading: t('people.name'), cell: (post) => post.name },
              { heading: t('people.email'), cell: (post) => post.email },
              { heading: t('person.role'), cell: roleName },
              { heading: t('person.at'), cell: (post) => settingName(post.settingId) },
              { heading: t('person.from'), cell: (post) => civilDay(post.from) },
              { heading: t('person.to'), cell: (post) => (post.to ? civilDay(post.to) : t('person.open')) },
            ]}
          />
        </Section>
      )}
      <Actions>
        {preview.accepted > 0 && (
          <Button loading={confirm.isPending} onClick={() => confirm.mutate()}>
            {t('staff.confirm', { count: preview.accepted })}
          </Button>
        )}
        <Button component={Link} to="/directory/staff" variant="outline">
          {t('staff.again')}
        </Button>
      </Actions>
    </>
  )
}

function Done({ found }: { found: StaffImport }) {
  const { t } = useTranslation('directory')
  const queries = useQueryClient()
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: ['directory', 'people'] })
    void queries.invalidateQueries({ queryKey: ['directory', 'settings'] })
  }, [queries])
  return (
    <>
      <AnswerPanel
        urgent
        tone="good"
        word={t('staff.done')}
        sentence={t('staff.doneSentence', { count: found.result?.given ?? 0 })}
      >
        {found.result && found.result.rejected > 0 && t('staff.doneRejected', { count: found.result.rejected })}
      </AnswerPanel>
      <Actions>
        <Button component={Link} to="/directory/people">
          {t('staff.seePeople')}
        </Button>
      </Actions>
    </>
  )
}
