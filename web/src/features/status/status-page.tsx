import './words'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useTranslation } from '../../locales'
import { api } from '../../api/client'
import type { PlatformStatus } from '../../api/types'
import { AnswerPanel } from '../../components/answer-panel'
import { DataList } from '../../components/data-list'
import { Page, Section } from '../../components/page'
import { Loaded } from '../../components/states'
import { StatusTag } from '../../components/status-tag'
import type { Tone } from '../../components/symbols'
import { timeOfDay } from '../../components/time'

const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: ({ signal }) => api.get<PlatformStatus>('/api/status', { signal }),
  refetchInterval: 10_000,
})

const tones: Record<string, Tone> = { CLOSED: 'good', OPEN: 'bad', FORCED_OPEN: 'bad', HALF_OPEN: 'care' }

export function StatusPage() {
  const { t } = useTranslation('status')
  const status = useQuery(statusQuery)
  const partName = (name: string) => t(`names.${name}` as 'names.identity', { defaultValue: name })
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded query={status}>
        {({ parts, breakers }) => {
          const well = parts.every((part) => part.state === 'UP')
          return (
            <>
              <AnswerPanel
                tone={well ? 'good' : 'bad'}
                word={t(well ? 'good' : 'bad')}
                sentence={t(well ? 'goodText' : 'badText')}
              >
                {t('asked', { time: timeOfDay(new Date(status.dataUpdatedAt).toISOString()) })}
              </AnswerPanel>
              <Section title={t('parts')}>
                <DataList
                  caption={t('parts')}
                  rows={parts}
                  keyOf={(part) => part.name}
                  columns={[
                    { heading: t('part'), cell: (part) => partName(part.name) },
                    {
                      heading: t('state'),
                      cell: (part) => (
                        <StatusTag tone={part.state === 'UP' ? 'good' : 'bad'}>
                          {t(part.state === 'UP' ? 'UP' : 'DOWN')}
                        </StatusTag>
                      ),
                    },
                    { heading: t('instances'), cell: (part) => part.instances },
                  ]}
                />
              </Section>
              <Section title={t('breakers')}>
                <p>{t('breakersText')}</p>
                {breakers.length === 0 ? (
                  <p>{t('noBreakers')}</p>
                ) : (
                  <DataList
                    caption={t('breakers')}
                    rows={breakers}
                    keyOf={(breaker) => breaker.name}
                    columns={[
                      { heading: t('breaker'), cell: (breaker) => breaker.name },
                      {
                        heading: t('state'),
                        cell: (breaker) => (
                          <StatusTag tone={tones[breaker.state] ?? 'open'}>
                            {t(`states.${breaker.state}` as 'states.OPEN', { defaultValue: breaker.state })}
                          </StatusTag>
                        ),
                      },
                    ]}
                  />
                )}
              </Section>
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}
