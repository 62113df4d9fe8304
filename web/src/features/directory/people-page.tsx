import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from '../../locales'
import { peopleQuery, settingsQuery } from '../../api/directory'
import { useMay } from '../../api/me'
import { Actions } from '../../components/actions'
import { DataList } from '../../components/data-list'
import { longestWords, useSearchWords } from '../../components/search-words'
import { Empty, Loaded } from '../../components/states'
import { StatusTag } from '../../components/status-tag'
import styles from './directory.module.css'
import { DirectoryPage } from './frame'
import { usePostWords } from './post-words'

export function PeoplePage() {
  const { t } = useTranslation(['directory', 'common'])
  const { text, setText, words } = useSearchWords()
  const at = useSearch({ from: '/signed-in/directory/people', select: (search) => search.at })
  const filter = { query: words, at }
  const people = useInfiniteQuery({ ...peopleQuery(filter), enabled: useMay('administer') })
  const post = usePostWords()
  return (
    <DirectoryPage title={t('people.title')}>
      <Actions>
        <Button component={Link} to="/directory/people/new">
          {t('people.add')}
        </Button>
      </Actions>
      <Filters at={at} text={text} onText={setText} />
      <Loaded
        query={people}
        isEmpty={(data) => data.pages[0]?.items.length === 0}
        empty={<Empty title={t('people.none')}>{t('people.noneText')}</Empty>}
      >
        {(data) => {
          const shown = data.pages.flatMap((page) => page.items)
          return (
            <>
              <p role="status" className={styles.quiet}>
                {t(people.hasNextPage ? 'people.shownMore' : 'people.shown', { count: shown.length })}
              </p>
              <DataList
                caption={t('people.title')}
                rows={shown}
                keyOf={(person) => person.id}
                columns={[
                  {
                    heading: t('people.name'),
                    cell: (person) => (
                      <Link to="/directory/people/$id" params={{ id: person.id }} className={styles.link}>
                        {person.name}
                      </Link>
                    ),
                  },
                  { heading: t('people.email'), cell: (person) => person.email },
                  {
                    heading: t('people.posts'),
                    cell: (person) => (
                      <>
                        {person.status === 'DISABLED' && <StatusTag tone="bad">{t('people.disabled')}</StatusTag>}{' '}
                        {person.posts.map(post).join('; ') || t('people.noPosts')}
                      </>
                    ),
                  },
                ]}
              />
              {people.hasNextPage && (
                <Actions>
                  <Button
                    variant="outline"
                    loading={people.isFetchingNextPage}
                    onClick={() => void people.fetchNextPage()}
                  >
                    {t('common:actions.showMore')}
                  </Button>
                </Actions>
              )}
            </>
          )
        }}
      </Loaded>
    </DirectoryPage>
  )
}

function Filters({ at, text, onText }: { at?: string; text: string; onText: (text: string) => void }) {
  const { t } = useTranslation('directory')
  const navigate = useNavigate()
  const settings = useQuery(settingsQuery)
  return (
    <div className={styles.filters}>
      <TextInput
        type="search"
        label={t('people.search')}
        value={text}
        autoComplete="off"
        spellCheck={false}
        maxLength={longestWords}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('people.at')}
        value={at ?? ''}
        onChange={(event) => {
          const at = event.currentTarget.value || undefined
          void navigate({
            to: '/directory/people',
            search: (before) => ({ ...before, at }),
            state: true,
            replace: true,
          })
        }}
      >
        <option value="">{t('people.everywhere')}</option>
        {settings.data?.map((setting) => (
          <option key={setting.id} value={setting.id}>
            {setting.officialName}
          </option>
        ))}
      </NativeSelect>
    </div>
  )
}
