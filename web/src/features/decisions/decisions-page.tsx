import './words'
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from '../../locales'
import { decisionsQuery } from '../../api/media'
import { useCurrentSetting, useMay } from '../../api/me'
import { ProblemError } from '../../api/problem'
import type { SettingSummary } from '../../api/types'
import { verdictTone } from '../../api/verdict'
import { Page } from '../../components/page'
import { Empty, Failed, Loaded } from '../../components/states'
import { StatusTag } from '../../components/status-tag'
import { when } from '../../components/time'
import styles from './decisions.module.css'

export function DecisionsPage() {
  const { t } = useTranslation('decisions')
  const setting = useCurrentSetting()
  const allowed = useMay('ask')
  if (!setting || !allowed) {
    return (
      <Page title={t('listTitle')}>
        <Failed error={new ProblemError(403, 'web.forbidden', '')} />
      </Page>
    )
  }
  return (
    <Page title={t('listTitle')} lead={t('listLead', { setting: setting.officialName })}>
      <Answers setting={setting} />
    </Page>
  )
}

function Answers({ setting }: { setting: SettingSummary }) {
  const { t } = useTranslation(['decisions', 'common'])
  const answers = useInfiniteQuery(decisionsQuery(setting.id, 20))
  return (
    <Loaded
      query={answers}
      isEmpty={(data) => data.pages[0]?.items.length === 0}
      empty={
        <Empty title={t('none')}>
          <p>{t('noneText')}</p>
          <Link to="/ask">{t('ask')}</Link>
        </Empty>
      }
    >
      {(data) => (
        <>
          <ul className={styles.list}>
            {data.pages
              .flatMap((page) => page.items)
              .map((answer) => (
                <li key={answer.id} className={styles.row}>
                  <div className={styles.head}>
                    <Link to="/decisions/$id" params={{ id: answer.id }}>
                      {answer.account.name}, {when(answer.askedAt)}
                    </Link>
                    <StatusTag tone={verdictTone[answer.verdict]}>{t(`common:verdicts.${answer.verdict}`)}</StatusTag>
                  </div>
                  <p>{answer.sentence}</p>
                </li>
              ))}
          </ul>
          {answers.hasNextPage && (
            <Button variant="outline" loading={answers.isFetchingNextPage} onClick={() => void answers.fetchNextPage()}>
              {t('common:actions.showMore')}
            </Button>
          )}
        </>
      )}
    </Loaded>
  )
}
