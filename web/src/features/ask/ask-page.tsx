import './words'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from '../../locales'
import { accountsQuery, askedKey, decisionQuery } from '../../api/media'
import { useCurrentSetting, useMay, useMe } from '../../api/me'
import { ProblemError } from '../../api/problem'
import type { Account, Decision, Question, SettingSummary } from '../../api/types'
import { Page } from '../../components/page'
import { Empty, Failed, Loaded } from '../../components/states'
import { AskForm } from './ask-form'
import { draftOf, edited, emptyDraft } from './draft'
import { recall } from './memory'

/** The question, on a phone, in somebody's hand: account, people, count, and the answer. */
export function AskPage() {
  const { t } = useTranslation('ask')
  const setting = useCurrentSetting()
  const allowed = useMay('ask')
  return (
    <Page title={t('title')} lead={t('lead')}>
      {!setting || !allowed ? (
        <Failed error={new ProblemError(403, 'web.forbidden', '')} />
      ) : (
        <AtSetting key={setting.id} setting={setting} />
      )}
    </Page>
  )
}

function AtSetting({ setting }: { setting: SettingSummary }) {
  const { t } = useTranslation('ask')
  const accounts = useQuery(accountsQuery(setting.id))
  const { from } = useSearch({ from: '/signed-in/ask' })
  return (
    <Loaded
      query={accounts}
      isEmpty={(list) => list.length === 0}
      empty={
        <Empty title={t('noAccountsTitle')}>{t('noAccountsText', { setting: setting.officialName })}</Empty>
      }
    >
      {(list) =>
        from ? <Again key={from} decision={from} setting={setting} accounts={list} /> : <Fresh setting={setting} accounts={list} />
      }
    </Loaded>
  )
}

interface Props {
  setting: SettingSummary
  accounts: Account[]
}

function Fresh({ setting, accounts }: Props) {
  const me = useMe()
  const first = useMemo(() => {
    const last = recall(me.person.id, setting.id).account
    const live = accounts.filter((account) => account.status === 'LIVE')
    const usable = live.find((account) => account.id === last) ?? (live.length === 1 ? live[0] : undefined)
    return { ...emptyDraft, accountId: usable?.id ?? '' }
  }, [accounts, me.person.id, setting.id])
  return <AskForm setting={setting} accounts={accounts} first={first} />
}

function Again({ decision, ...props }: Props & { decision: string }) {
  const answer = useQuery(decisionQuery(decision))
  return <Loaded query={answer}>{(found) => <Prefilled {...props} decision={found} />}</Loaded>
}

function Prefilled({ decision, setting, accounts }: Props & { decision: Decision }) {
  const { t } = useTranslation('ask')
  const queries = useQueryClient()
  const { remedy: number } = useSearch({ from: '/signed-in/ask' })
  const start = useMemo(() => {
    const asked = queries.getQueryData<Question>(askedKey(decision.id))
    const remedy = number === undefined ? undefined : decision.remedies[number]
    const before = draftOf(decision, asked, t('unknown'))
    return {
      draft: remedy ? edited(before, remedy) : before,
      again: { at: decision.askedAt, change: remedy?.sentence ?? null, complete: asked !== undefined, warned: decision.rules.filter((rule) => rule.result === 'WARN').map((rule) => rule.rule) },
    }
  }, [decision, number, queries, t])
  return <AskForm setting={setting} accounts={accounts} first={start.draft} again={start.again} />
}
