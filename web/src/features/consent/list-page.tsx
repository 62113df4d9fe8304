import './words'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from '../../locales'
import { type ConsentFilter, type ConsentState, consentsQuery, consentsTable } from '../../api/consent'
import { classesQuery } from '../../api/media'
import { useCurrentSetting, useMay } from '../../api/me'
import { ProblemError } from '../../api/problem'
import { Actions } from '../../components/actions'
import { DataList } from '../../components/data-list'
import { Page } from '../../components/page'
import { SaveTable } from '../../components/save-table'
import { longestWords, useSearchWords } from '../../components/search-words'
import { Empty, Failed, Loaded } from '../../components/states'
import { when } from '../../components/time'
import styles from './consent.module.css'
import { SignedForm, StateOf, useQuestion } from './parts'

const states: readonly ConsentState[] = ['ACTIVE', 'PENDING', 'REFUSED', 'WITHDRAWN', 'EXPIRED']

export function ConsentListPage() {
  const { t } = useTranslation('consent')
  const setting = useCurrentSetting()
  const allowed = useMay('seeConsent')
  return (
    <Page title={t('list.title')} lead={t('list.lead')} wide>
      {setting && allowed ? (
        <List key={setting.id} setting={setting.id} />
      ) : (
        <Failed error={new ProblemError(403, 'web.forbidden', '')} />
      )}
    </Page>
  )
}

function List({ setting }: { setting: string }) {
  const { t } = useTranslation(['consent', 'common'])
  const question = useQuestion()
  const navigate = useNavigate()
  const { text, setText, words } = useSearchWords()
  const narrowed = useSearch({
    from: '/signed-in/consents',
    select: ({ className, state }) => ({ className, state }),
  })
  const filter: ConsentFilter = { query: words, ...narrowed }
  const classes = useQuery(classesQuery(setting))
  const found = useInfiniteQuery(consentsQuery(setting, filter))
  const choose = (part: Omit<ConsentFilter, 'query'>) =>
    void navigate({
      to: '/consents',
      search: ({ setting }) => ({ setting, ...narrowed, ...part }),
      state: true,
      replace: true,
    })

  return (
    <>
      <div className={styles.filters}>
        <TextInput
          type="search"
          label={t('list.search')}
          value={text}
          maxLength={longestWords}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('list.class')}
          value={filter.className ?? ''}
          onChange={(event) => choose({ className: event.currentTarget.value || undefined })}
        >
          <option value="">{t('list.all')}</option>
          {classes.data?.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect
          label={t('state')}
          value={filter.state ?? ''}
          onChange={(event) => choose({ state: (event.currentTarget.value || undefined) as ConsentState | undefined })}
        >
          <option value="">{t('list.all')}</option>
          {states.map((state) => (
            <option key={state} value={state}>
              {t(`states.${state}`)}
            </option>
          ))}
        </NativeSelect>
      </div>
      <Actions>
        <SaveTable name="consents.csv" table={() => consentsTable(setting, filter)}>
          {t('list.file')}
        </SaveTable>
        <Link className={styles.link} to="/consents/lapses">
          {t('list.lapses')}
        </Link>
      </Actions>
      <Loaded
        query={found}
        isEmpty={({ pages }) => pages[0]?.items.length === 0}
        empty={<Empty title={t('list.empty')}>{t('list.emptyText')}</Empty>}
      >
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items)
          return (
            <>
              <p role="status" className={styles.quiet}>
                {t(found.hasNextPage ? 'list.shownMore' : 'list.shown', { count: rows.length })}
              </p>
              <DataList
                caption={t('list.title')}
                rows={rows}
                keyOf={({ consent }) => consent.id}
                columns={[
                  {
                    heading: t('person'),
                    cell: (row) => (
                      <Link className={styles.link} to="/people/$id" params={{ id: row.subjectId }}>
                        {row.firstName} {row.surname}
                      </Link>
                    ),
                  },
                  { heading: t('list.class'), cell: ({ className }) => className ?? '' },
                  { heading: t('question'), cell: ({ consent }) => question(consent) },
                  { heading: t('state'), cell: ({ consent }) => <StateOf consent={consent} /> },
                  { heading: t('giver'), cell: ({ consent }) => consent.giver.name },
                  { heading: t('evidence'), cell: ({ consent }) => <SignedForm consent={consent} /> },
                  { heading: t('recorded'), cell: ({ consent }) => when(consent.recordedAt) },
                ]}
              />
              {found.hasNextPage && (
                <Actions>
                  <Button
                    variant="outline"
                    loading={found.isFetchingNextPage}
                    onClick={() => void found.fetchNextPage()}
                  >
                    {t('common:actions.showMore')}
                  </Button>
                </Actions>
              )}
            </>
          )
        }}
      </Loaded>
    </>
  )
}
