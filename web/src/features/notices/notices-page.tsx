import './words'
import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from '../../locales'
import { noticeSeen, noticesQuery } from '../../api/posts'
import type { Notice } from '../../api/types'
import { Actions } from '../../components/actions'
import { Page } from '../../components/page'
import { Empty, Loaded } from '../../components/states'
import { StatusTag } from '../../components/status-tag'
import { when } from '../../components/time'
import styles from './notices.module.css'

/** One's own notices: that something changed, and where to look. Seen only when somebody says so. */
export function NoticesPage() {
  const { t } = useTranslation('notices')
  const queries = useQueryClient()
  const notices = useInfiniteQuery(noticesQuery(20))
  const newest = notices.data?.pages[0]?.items[0]
  const unseen = notices.data?.pages[0]?.unseen ?? 0
  const seen = useMutation({
    mutationFn: (id: string) => noticeSeen(id),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notices'] }),
  })
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded
        query={notices}
        isEmpty={(data) => data.pages[0]?.items.length === 0}
        empty={
          <Empty title={t('none')}>
            <p>{t('noneText')}</p>
          </Empty>
        }
      >
        {(data) => (
          <>
            <ul className={styles.list} aria-label={t('list')}>
              {data.pages
                .flatMap((page) => page.items)
                .map((notice) => (
                  <li key={notice.id}>
                    <One notice={notice} />
                  </li>
                ))}
            </ul>
            <Actions>
              {unseen > 0 && newest && (
                <Button loading={seen.isPending} onClick={() => seen.mutate(newest.id)}>
                  {t('seen')}
                </Button>
              )}
              {notices.hasNextPage && (
                <Button
                  variant="outline"
                  loading={notices.isFetchingNextPage}
                  onClick={() => void notices.fetchNextPage()}
                >
                  {t('more')}
                </Button>
              )}
            </Actions>
          </>
        )}
      </Loaded>
    </Page>
  )
}

function One({ notice }: { notice: Notice }) {
  const { t } = useTranslation('notices')
  return (
    <>
      <p className={styles.head}>
        {!notice.seenAt && <StatusTag tone="care">{t('new')}</StatusTag>}
        <span className={styles.when}>{when(notice.madeAt)}</span>
      </p>
      <p>{notice.sentence}</p>
      {notice.takedownId ? (
        <Link to="/takedowns/$id" params={{ id: notice.takedownId }}>
          {t('takedown')}
        </Link>
      ) : (
        <Link to="/decisions/$id" params={{ id: notice.decisionId }}>
          {t('answer', { account: notice.account })}
        </Link>
      )}
    </>
  )
}
