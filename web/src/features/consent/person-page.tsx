import './words'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from '../../locales'
import { asOfQuery, type Consent, subjectQuery, type SubjectDetail, withdrawConsent } from '../../api/consent'
import { rolesAt, useMay, useMe } from '../../api/me'
import { ProblemError } from '../../api/problem'
import { Actions, Confirmed } from '../../components/actions'
import { DataList } from '../../components/data-list'
import { Page, Section } from '../../components/page'
import { Empty, Failed, Loaded } from '../../components/states'
import { civilDay, when } from '../../components/time'
import styles from './consent.module.css'
import { HoldOn } from './hold'
import { History } from './history'
import { SignedForm, Standing, StateOf, useForget, useQuestion } from './parts'
import { RestrictionsOn } from './restrictions'
import { WhoMayAnswer } from './who'

export function PicturedPersonPage() {
  const { id } = useParams({ from: '/signed-in/people/$id' })
  const { t } = useTranslation(['consent', 'common'])
  const allowed = useMay('seeConsent')
  const found = useQuery({ ...subjectQuery(id), enabled: allowed })
  const person = found.data
  return (
    <Page
      title={person ? `${person.firstName} ${person.surname}` : t('person')}
      lead={person && t('lead', { group: person.className ?? t(`common:kinds.${person.kind}`) })}
      wide
    >
      {allowed ? (
        <Loaded query={found}>{(one) => <Parts key={one.id} person={one} />}</Loaded>
      ) : (
        <Failed error={new ProblemError(403, 'web.forbidden', '')} />
      )}
    </Page>
  )
}

function Parts({ person }: { person: SubjectDetail }) {
  const { t } = useTranslation('consent')
  const roles = rolesAt(useMe(), person.settingId)
  return (
    <>
      <Section title={t('standing')}>
        {person.endedOn && <p>{t('left', { day: civilDay(person.endedOn) })}</p>}
        <Standing of={person.purposes} />
      </Section>
      <Answers person={person} />
      <WhoMayAnswer person={person} />
      {(roles.has('SETTING_HEAD') || roles.has('DSL')) && <RestrictionsOn subject={person.id} />}
      {roles.has('DSL') && <HoldOn subject={person.id} />}
      <History subject={person.id} />
    </>
  )
}

function Answers({ person }: { person: SubjectDetail }) {
  const { t } = useTranslation('consent')
  const found = useQuery(asOfQuery(person.id))
  const question = useQuestion()
  return (
    <Section title={t('answers')}>
      <Loaded
        query={found}
        isEmpty={({ answers }) => answers.length === 0}
        empty={<Empty title={t('noAnswers')}>{t('noAnswersText')}</Empty>}
      >
        {({ answers }) => (
          <DataList
            caption={t('answers')}
            rows={answers}
            keyOf={({ id }) => id}
            columns={[
              { heading: t('question'), cell: question },
              { heading: t('state'), cell: (row) => <StateOf consent={row} /> },
              { heading: t('giver'), cell: ({ giver }) => `${giver.name} (${t(`types.${giver.type}`)})` },
              { heading: t('evidence'), cell: (row) => <SignedForm consent={row} /> },
              { heading: t('recorded'), cell: (row) => <Recorded consent={row} /> },
            ]}
          />
        )}
      </Loaded>
      <Actions>
        <Button component={Link} to={`/people/${person.id}/consent`}>
          {t('enter')}
        </Button>
      </Actions>
    </Section>
  )
}

function Recorded({ consent }: { consent: Consent }) {
  const { t } = useTranslation('consent')
  const question = useQuestion()
  const forget = useForget(consent.subjectId)
  const about = { question: question(consent), giver: consent.giver.name }
  return (
    <span className={styles.link}>
      {when(consent.withdrawnAt ?? consent.recordedAt)}{' '}
      {(consent.state === 'ACTIVE' || consent.state === 'PENDING') && (
        <Confirmed
          button={t('withdraw')}
          label={t('withdrawOf', about)}
          title={t('withdrawTitle')}
          confirm={t('withdrawConfirm')}
          danger
          onConfirm={async () => {
            await withdrawConsent(consent.id)
            await forget()
          }}
        >
          <p>{t('withdrawText', about)}</p>
        </Confirmed>
      )}
    </span>
  )
}
