import './words'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from '../../locales'
import { cardCheckQuery } from '../../api/posts'
import { verdictTone } from '../../api/verdict'
import { Page } from '../../components/page'
import { Loaded } from '../../components/states'
import { StatusTag } from '../../components/status-tag'
import { timeOfDay, when } from '../../components/time'

/** What a card's question would be answered now. */
export function CardPage() {
  const { code } = useParams({ from: '/signed-in/d/$code' })
  const { t } = useTranslation(['decisions', 'common'])
  const check = useQuery(cardCheckQuery(code))
  return (
    <Page title={t('card.checkTitle', { code: code.toUpperCase() })}>
      <Loaded query={check}>
        {(now) => (
          <>
            <p>
              <StatusTag tone={now.stillSo ? verdictTone[now.verdict] : 'care'}>
                {now.stillSo ? t('card.stillSo', { time: timeOfDay(now.checkedAt) }) : t('card.changed')}
              </StatusTag>
            </p>
            <p>
              {t('card.asked', {
                account: now.account,
                time: when(now.askedAt),
                verdict: t(`common:verdicts.${now.verdictThen}`),
              })}
            </p>
            <p>{now.stillSo ? t('card.stillText') : t('card.changedText', { time: timeOfDay(now.checkedAt) })}</p>
            <Link to="/decisions/$id" params={{ id: now.decisionId }}>
              {t('card.open')}
            </Link>
          </>
        )}
      </Loaded>
    </Page>
  )
}
