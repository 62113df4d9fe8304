import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from '../../locales'
import { reportAddress } from '../../api/imports'
import { may, useMe } from '../../api/me'
import type { RosterImport } from '../../api/types'
import { Actions } from '../../components/actions'
import { AnswerPanel } from '../../components/answer-panel'
import { JobProgress } from '../../components/job-progress'
import { Page } from '../../components/page'
import { Counts } from '../../components/summary-list'

export function Running({ found }: { found: RosterImport }) {
  const { t } = useTranslation('import')
  const { done, total } = found.progress
  return (
    <Page title={t('running.title', { file: found.fileName })}>
      <JobProgress label={t('running.label')} sentence={t('running.sentence', found.progress)} done={done} total={total} />
      <p>{t('running.leave')}</p>
    </Page>
  )
}

/** What came of it. Everything shown about the setting before is asked for again. */
export function Finished({ found, setting }: { found: RosterImport; setting: string }) {
  const { t } = useTranslation('import')
  const me = useMe()
  const queries = useQueryClient()
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: ['setting', found.settingId] })
  }, [queries, found.settingId])

  const failed = found.state === 'FAILED'
  const result = found.result
  const taken = result ? result.created + result.changed + result.unchanged : found.progress.done
  const counts = (
    ['created', 'changed', 'unchanged', 'active', 'pending', 'refused', 'kept', 'failed'] as const
  ).map((name) => ({ label: t(`done.${name}`), count: result?.[name] ?? 0 }))
  return (
    <Page title={t(failed ? 'failed.title' : 'done.title', { file: found.fileName })}>
      <AnswerPanel
        urgent
        tone={failed ? 'bad' : 'good'}
        word={failed ? t('failed.word') : t('done.word')}
        sentence={failed ? t('failed.sentence') : t('done.sentence', { count: taken, setting })}
      >
        {failed && t('failed.text')}
      </AnswerPanel>
      {result && <Counts counts={counts} />}
      {result && result.pending > 0 && <p>{t('done.pendingText')}</p>}
      <Actions>
        {may(me, found.settingId, 'seeRoster') && (
          <Button
            renderRoot={(props) => <Link {...props} to="/roster" search={{ setting: found.settingId }} />}
          >
            {t('done.roster')}
          </Button>
        )}
        <Button component={Link} to="/import" variant="outline">
          {t('done.again')}
        </Button>
        {(found.preview?.findingsTotal ?? 0) > 0 && (
          <a href={reportAddress(found.id)} download>
            {t('preview.report')}
          </a>
        )}
      </Actions>
    </Page>
  )
}
