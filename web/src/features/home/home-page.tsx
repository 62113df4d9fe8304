import './words'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from '../../locales'
import { outboxQuery } from '../../api/families'
import { coverageQuery, decisionsQuery, subjectsQuery } from '../../api/media'
import { may, rolesAt, useCurrentSetting, useMe } from '../../api/me'
import { settingOptionsQuery } from '../../api/policies'
import { noticesQuery, takedownCountsQuery } from '../../api/posts'
import { useRoleWord } from '../../api/role-word'
import type { SettingSummary } from '../../api/types'
import { verdictTone } from '../../api/verdict'
import { places } from './places'
import { Page, Section } from '../../components/page'
import { Empty } from '../../components/states'
import { StatusTag } from '../../components/status-tag'
import { when } from '../../components/time'
import styles from './home.module.css'

export function HomePage() {
  const { t } = useTranslation('home')
  const me = useMe()
  const setting = useCurrentSetting()
  const word = useRoleWord(setting)
  const title = t('hello', { name: me.person.name })

  if (!setting) {
    return (
      <Page title={title} wide>
        <Empty title={t('noSettingTitle')}>{t('noSettingText')}</Empty>
      </Page>
    )
  }
  const roles = [...rolesAt(me, setting.id)].map(word).join(', ')
  return (
    <Page title={title} lead={roles ? t('at', { roles, setting: setting.officialName }) : setting.officialName} wide>
      <AtSetting key={setting.id} setting={setting} />
    </Page>
  )
}

function AtSetting({ setting }: { setting: SettingSummary }) {
  const { t } = useTranslation(['home', 'common'])
  const me = useMe()
  const can = {
    ask: may(me, setting.id, 'ask'),
    coverage: may(me, setting.id, 'seeCoverage'),
    options: may(me, setting.id, 'chooseOptions'),
  }
  const anybody = useQuery({ ...subjectsQuery(setting.id, {}, 1), enabled: can.ask })
  const answers = useInfiniteQuery({ ...decisionsQuery(setting.id, 3), enabled: can.ask })
  const toTakeDown = useQuery({ ...takedownCountsQuery(setting.id), enabled: can.ask })
  const unseen = useInfiniteQuery({ ...noticesQuery(1), enabled: can.ask }).data?.pages[0]
  const mails = useQuery({
    ...outboxQuery(setting.id),
    enabled: may(me, setting.id, 'readOutbox'),
    refetchInterval: false,
  })
  const latest = answers.data?.pages[0]?.items.slice(0, 3) ?? []

  // A part that could not be asked is not an empty one: its tile stays.
  const hidden = new Set<string>()
  if (anybody.data?.items.length === 0) hidden.add('roster').add('families').add('outing')
  if (mails.data?.items.length === 0) hidden.add('outbox')
  if (answers.data && latest.length === 0) hidden.add('answers')
  if (!toTakeDown.data?.open) hidden.add('takedowns')
  if (!unseen?.items.length) hidden.add('notices')
  const offered = places.filter((place) => may(me, setting.id, place.ability) && !hidden.has(place.name))

  return (
    <>
      <CodesNotice />
      {can.options && <OptionsNotice setting={setting} />}
      {anybody.data?.items.length === 0 && (
        <Notice title={t('nobodyTitle')}>
          <p>{t('nobodyText', { setting: setting.officialName })}</p>
        </Notice>
      )}
      {offered.length === 0 ? (
        <Empty title={t('noRoleTitle')}>{t('noRoleText', { setting: setting.officialName })}</Empty>
      ) : (
        <ul className={styles.tiles}>
          {offered.map((place) => (
            <li key={place.to} className={place.name === 'ask' ? styles.first : undefined}>
              <div className={styles.tile}>
                <Link to={place.to}>{t(`common:places.${place.name}`)}</Link>
                <p>{t(`tiles.${place.name}`)}</p>
                {place.name === 'takedowns' && toTakeDown.data && (
                  <p>
                    <strong>{t('toTakeDown', { count: toTakeDown.data.open })}</strong>
                    {toTakeDown.data.overdue > 0 && <>, {t('late', { count: toTakeDown.data.overdue })}</>}
                  </p>
                )}
                {place.name === 'notices' && unseen !== undefined && unseen.unseen > 0 && (
                  <StatusTag tone="care">{t('unseen', { count: unseen.unseen })}</StatusTag>
                )}
                {place.name === 'roster' && can.coverage && <Cleared setting={setting} />}
              </div>
            </li>
          ))}
        </ul>
      )}
      {latest.length > 0 && (
        <Section title={t('latest')}>
          <ul className={styles.latest}>
            {latest.map((answer) => (
              <li key={answer.id}>
                <StatusTag tone={verdictTone[answer.verdict]}>{t(`common:verdicts.${answer.verdict}`)}</StatusTag>
                <Link to="/decisions/$id" params={{ id: answer.id }}>
                  {answer.account.name}
                </Link>
                <span className={styles.when}>{when(answer.askedAt)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.notice} role="group" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </div>
  )
}

/** Who has a code can sign in as the person, so safeguarding leads see of each other who was given one. */
function CodesNotice() {
  const { t } = useTranslation('home')
  const { person, passwordCodes = [] } = useMe()
  if (passwordCodes.length === 0) return null
  return (
    <Notice title={t('codesTitle')}>
      <ul>
        {passwordCodes.map((code) => (
          <li key={`${code.personId} ${code.givenAt}`}>
            {t(code.personId === person.id ? 'codeYours' : 'codeOther', {
              name: code.personName,
              by: code.givenByName,
              given: when(code.givenAt),
            })}{' '}
            {code.usedAt ? t('codeUsed', { used: when(code.usedAt) }) : t('codeUnused')}
          </li>
        ))}
      </ul>
      <p>{t('codesText')}</p>
    </Notice>
  )
}

function OptionsNotice({ setting }: { setting: SettingSummary }) {
  const { t } = useTranslation('home')
  const options = useQuery(settingOptionsQuery(setting.id))
  if (!options.data || options.data.data.options.some((option) => option.value !== null)) return null
  return (
    <Notice title={t('optionsTitle')}>
      <p>{t('optionsText', { setting: setting.officialName })}</p>
      <Link to="/setup/options">{t('optionsLink')}</Link>
    </Notice>
  )
}

function Cleared({ setting }: { setting: SettingSummary }) {
  const { t } = useTranslation(['home', 'common'])
  const counts = useQuery(coverageQuery(setting.id)).data?.purposes.SOCIAL_MEDIA
  if (!counts || counts.cleared === null || counts.notCleared === null || counts.notAsked === null) return null
  return (
    <p>
      {t('cleared', {
        cleared: counts.cleared,
        people: counts.cleared + counts.notCleared + counts.notAsked,
        purpose: t('common:purposes.SOCIAL_MEDIA').toLowerCase(),
      })}
    </p>
  )
}
