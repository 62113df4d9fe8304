import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from '../../locales'
import { type PeopleFilter, peopleQuery, settingsQuery } from '../../api/directory'
import { useMay } from '../../api/me'
import { Actions } from '../../components/actions'
import { DataList } from '../../components/data-list'
import { Empty, Loaded } from '../../components/states'
import { StatusTag } from '../../components/status-tag'
import styles from './directory.module.css'
import { DirectoryPage } from './frame'
import { usePostWords } from './post-words'

export function PeoplePage() {
  const { t } = useTranslation(['directory', 'common'])
  const filter: PeopleFilter = useSearch({
    from: '/signed-in/directory/people',
    select: ({ query, at }) => ({ query, at }),
  })
  const people = useInfiniteQuery({ ...peopleQuery(filter), enabled: useMay('administer') })
  const post = usePostWords()
  return (
    <DirectoryPage title={t('people.title')}>
      <Actions>
        <Button component={Link} to="/directory/people/new">
          {t('people.add')}
        </Button>
      </Actions>
      <Filters filter={filter} />
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

function Filters({ filter }: { filter: PeopleFilter }) {
  const { t } = useTranslation('directory')
  const navigate = useNavigate()
  const settings = useQuery(settingsQuery)
  const [text, setText] = useState(filter.query ?? '')
  useEffect(() => {
    const query = text.trim() || undefined
    const timer = setTimeout(() => {
      if (query !== filter.query) {
        void navigate({ to: '/directory/people', search: (before) => ({ ...before, query }), replace: true })
      }
    }, 250)
    return () => clearTimeout(timer)
  }, [text, filter.query, navigate])
  return (
    <div className={styles.filters}>
      <TextInput
        type="search"
        label={t('people.search')}
        value={text}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('people.at')}
        value={filter.at ?? ''}
        onChange={(event) => {
          const at = event.currentTarget.value || undefined
          void navigate({ to: '/directory/people', search: (before) => ({ ...before, at }), replace: true })
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
