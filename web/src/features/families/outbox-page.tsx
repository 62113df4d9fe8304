import './words'
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from '../../locales'
import { openMail, outboxQuery } from '../../api/families'
import { useCurrentSetting, useMay } from '../../api/me'
import { ProblemError } from '../../api/problem'
import type { SettingSummary, WaitingMail } from '../../api/types'
import { Actions } from '../../components/actions'
import { DataList } from '../../components/data-list'
import { Page, Section } from '../../components/page'
import { Empty, Failed, Loaded } from '../../components/states'
import { when } from '../../components/time'
import styles from './families.module.css'

export function OutboxPage() {
  const { t } = useTranslation('families')
  const setting = useCurrentSetting()
  const allowed = useMay('readOutbox')
  return (
    <Page title={t('outbox.title')} lead={t('outbox.lead')} wide>
      {!setting || !allowed ? (
        <Failed error={new ProblemError(403, 'web.forbidden', '')} />
      ) : (
        <AtSetting key={setting.id} setting={setting} />
      )}
    </Page>
  )
}

function AtSetting({ setting }: { setting: SettingSummary }) {
  const { t } = useTranslation('families')
  const queries = useQueryClient()
  const outbox = useQuery(outboxQuery(setting.id))
  const open = useMutation({
    mutationFn: (mail: WaitingMail) => openMail(mail.id),
    onSuccess: () => queries.invalidateQueries({ queryKey: outboxQuery(setting.id).queryKey }),
  })
  return (
    <>
      {open.data && (
        <Section title={t('outbox.shown')}>
          <div className={styles.mail}>
            <strong>{open.data.subject}</strong>
            {'\n\n'}
            {open.data.text}
          </div>
          <Actions>
            <Button component="a" href={open.data.link} target="_blank" rel="noopener noreferrer">
              {t('outbox.button')}
            </Button>
          </Actions>
        </Section>
      )}
      {open.error && <Failed error={open.error} />}
      <Loaded query={outbox}>
        {(data) =>
          data.server ? (
            <Empty title={t('outbox.server')}>{t('outbox.serverText')}</Empty>
          ) : data.items.length === 0 ? (
            <Empty title={t('outbox.none')}>{t('outbox.noneText')}</Empty>
          ) : (
            <DataList
              caption={t('outbox.caption')}
              rows={data.items}
              keyOf={(mail) => mail.id}
              columns={[
                { heading: t('outbox.mail'), cell: (mail) => t(`outbox.kind.${mail.kind}`) },
                { heading: t('outbox.to'), cell: (mail) => mail.to },
                { heading: t('outbox.at'), cell: (mail) => when(mail.at) },
                {
                  heading: t('outbox.open'),
                  cell: (mail) => (
                    <Button
                      variant="outline"
                      size="compact-md"
                      loading={open.isPending && open.variables.id === mail.id}
                      aria-label={t('outbox.openOf', { kind: t(`outbox.kind.${mail.kind}`), to: mail.to })}
                      onClick={() => open.mutate(mail)}
                    >
                      {t('outbox.open')}
                    </Button>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
    </>
  )
}
