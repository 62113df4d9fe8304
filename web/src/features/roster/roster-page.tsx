import './words'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from '../../locales'
import { classesQuery, rosterQuery, type SubjectFilter } from '../../api/media'
import { useCurrentSetting, useMay } from '../../api/me'
import { ProblemError } from '../../api/problem'
import type { SettingSummary, Subject } from '../../api/types'
import { Page, Section } from '../../components/page'
import { longestWords, useSearchWords } from '../../components/search-words'
import { Empty, Failed, Loaded } from '../../components/states'
import { CoverageCounts } from './coverage'
import { PeopleList } from './people-list'
import styles from './roster.module.css'

export function RosterPage() {
  const { t } = useTranslation('roster')
  const setting = useCurrentSetting()
  const allowed = useMay('seeRoster')
  const counts = useMay('seeCoverage')
  const consent = useMay('seeConsent')
  return (
    <Page title={t('title')} lead={setting && t('lead', { setting: setting.officialName })} wide>
      {!setting || !allowed ? (
        <Failed error={new ProblemError(403, 'web.forbidden', '')} />
      ) : (
        <>
          {counts && <CoverageCounts setting={setting.id} />}
          {consent && (
            <p>
              <Link to="/consents" className={styles.link}>
                {t('consents')}
              </Link>
            </p>
          )}
          <Roster key={setting.id} setting={setting} />
        </>
      )}
    </Page>
  )
}

function Roster({ setting }: { setting: SettingSummary }) {
  const { t } = useTranslation(['roster', 'common'])
  const { text, setText, words } = useSearchWords()
  const narrowed = useSearch({
    from: '/signed-in/roster',
    select: ({ className, kind }) => ({ className, kind }),
  })
  const filter = { query: words, ...narrowed }
  const people = useInfiniteQuery(rosterQuery(setting.id, filter))
  const filtered = Object.values(filter).some(Boolean)
  return (
    <Section title={t('find')}>
      <Filters setting={setting} filter={filter} text={text} onText={setText} />
      <Loaded
        query={people}
        isEmpty={(data) => data.pages[0]?.items.length === 0}
        empty={
          <Empty title={filtered ? t('noMatch') : t('nobody')}>
            {filtered ? t('noMatchText') : t('nobodyText')}
          </Empty>
        }
      >
        {(data) => {
          const shown = data.pages.flatMap((page) => page.items)
          return (
            <>
              <p role="status" className={styles.quiet}>
                {people.hasNextPage ? t('shownMore', { count: shown.length }) : t('shown', { count: shown.length })}
              </p>
              <PeopleList people={shown} />
              {people.hasNextPage && (
                <div>
                  <Button
                    variant="outline"
                    loading={people.isFetchingNextPage}
                    onClick={() => void people.fetchNextPage()}
                  >
                    {t('common:actions.showMore')}
                  </Button>
                </div>
              )}
            </>
          )
        }}
      </Loaded>
    </Section>
  )
}

interface FiltersProps {
  setting: SettingSummary
  filter: SubjectFilter
  text: string
  onText: (text: string) => void
}

/** The class stands in the address, so that it can be come back to; the words do not. */
function Filters({ setting, filter, text, onText }: FiltersProps) {
  const { t } = useTranslation('roster')
  const navigate = useNavigate()
  const classes = useQuery(classesQuery(setting.id))
  const choice = filter.className ? `class:${filter.className}` : filter.kind ? `kind:${filter.kind}` : ''
  const choose = (value: string) =>
    void navigate({
      to: '/roster',
      search: (before) => ({
        ...before,
        className: value.startsWith('class:') ? value.slice(6) : undefined,
        kind: value.startsWith('kind:') ? (value.slice(5) as Subject['kind']) : undefined,
      }),
      state: true,
      replace: true,
    })

  return (
    <div className={styles.filters}>
      <TextInput
        type="search"
        label={t('search')}
        value={text}
        maxLength={longestWords}
        onChange={(event) => onText(event.currentTarget.value)}
        autoComplete="off"
        spellCheck={false}
      />
      <NativeSelect label={t('filter')} value={choice} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{t('everyone')}</option>
        <optgroup label={t('classes')}>
          {classes.data?.map(({ name, people }) => (
            <option key={name} value={`class:${name}`}>
              {name} ({people})
            </option>
          ))}
        </optgroup>
        <optgroup label={t('adults')}>
          <option value="kind:STAFF">{t('staff')}</option>
          <option value="kind:VOLUNTEER">{t('volunteers')}</option>
        </optgroup>
      </NativeSelect>
    </div>
  )
}
