import './words'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from '../../locales'
import { decisionQuery } from '../../api/media'
import { may, useMe } from '../../api/me'
import { optionDefinitionsQuery, sayValue } from '../../api/policies'
import type { Decision, DecisionRule, Remedy } from '../../api/types'
import { outcomeTone, resultTone, verdictTone } from '../../api/verdict'
import { AnswerPanel } from '../../components/answer-panel'
import pageStyles from '../../components/page.module.css'
import { Page, Section, usePageTitle } from '../../components/page'
import { Loaded } from '../../components/states'
import { StatusTag } from '../../components/status-tag'
import { when } from '../../components/time'
import { Card } from './card'
import styles from './decisions.module.css'
import { Posted } from './posted'
import { Replay } from './replay'

/** The answer at its own address: one sentence, then each person, then each rule, then what would change it. */
export function DecisionPage() {
  const { id } = useParams({ from: '/signed-in/decisions/$id' })
  const answer = useQuery(decisionQuery(id))
  const { t } = useTranslation('decisions')
  if (answer.data) return <Answer decision={answer.data} />
  return (
    <Page title={t('titleUnknown')}>
      <Loaded query={answer}>{() => null}</Loaded>
    </Page>
  )
}

function Answer({ decision }: { decision: Decision }) {
  const { t } = useTranslation(['decisions', 'common'])
  const heading = usePageTitle(t('title', { account: decision.account.name }))
  const { account } = decision
  return (
    <div className={pageStyles.page}>
      <AnswerPanel
        heading="h1"
        headingRef={heading}
        tone={verdictTone[decision.verdict]}
        about={t('title', { account: decision.account.name })}
        word={t(`common:verdicts.${decision.verdict}`)}
        sentence={decision.sentence}
      >
        <p>
          {t('on', { account: account.name, platform: t(`common:platforms.${account.platform}`) })}{' '}
          {Date.parse(decision.plannedFor) > Date.parse(decision.askedAt) + 60_000
            ? t('planned', { time: when(decision.plannedFor) })
            : null}
        </p>
        <p>{t('checked', { time: when(decision.checkedAt) })}</p>
      </AnswerPanel>
      <Remedies decision={decision} />
      <People decision={decision} />
      <Rules rules={decision.rules} setting={decision.settingId} />
      <p className={styles.quiet}>{t('hardToTakeBack')}</p>
      <Posted decision={decision} />
      <Card decision={decision} />
      <Replay decision={decision} />
      <div className={styles.next}>
        <Link to="/ask" search={{ from: decision.id, setting: decision.settingId }}>
          {t('again')}
        </Link>
        <Link to="/ask">{t('another')}</Link>
      </div>
      <p className={styles.reference}>{t('reference', { id: decision.id })}</p>
    </div>
  )
}

function Remedies({ decision }: { decision: Decision }) {
  const { t } = useTranslation('decisions')
  const navigate = useNavigate()
  const numbered = decision.remedies.map((remedy, number) => ({ remedy, number }))
  const edits = numbered.filter(({ remedy }) => remedy.kind === 'EDIT')
  const errands = unique(decision.remedies.filter((remedy) => remedy.kind === 'ERRAND'))
  if (decision.remedies.length === 0) return null
  return (
    <Section title={t('makeYes')}>
      {edits.length > 0 && (
        <>
          <h3 className={styles.small}>{t('edits')}</h3>
          <ul className={styles.edits}>
            {edits.map(({ remedy, number }) => (
              <li key={number}>
                <Button
                  variant="outline"
                  fullWidth
                  justify="flex-start"
                  classNames={{ root: styles.edit, label: styles.editLabel }}
                  onClick={() =>
                    void navigate({
                      to: '/ask',
                      search: { from: decision.id, remedy: number, setting: decision.settingId },
                    })
                  }
                >
                  {remedy.sentence}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {errands.length > 0 && (
        <>
          <h3 className={styles.small}>{t('errands')}</h3>
          <ul className={styles.errands}>
            {errands.map((remedy) => (
              <li key={remedy.sentence}>{remedy.sentence}</li>
            ))}
          </ul>
          {decision.rules.some((rule) => rule.result === 'ASK' || rule.result === 'WARN') && (
            <Button
              mt="sm"
              fullWidth
              onClick={() => void navigate({ to: '/ask', search: { from: decision.id, setting: decision.settingId } })}
            >
              {t('sayIt')}
            </Button>
          )}
        </>
      )}
    </Section>
  )
}

const unique = (remedies: Remedy[]) => [...new Map(remedies.map((remedy) => [remedy.sentence, remedy])).values()]

function People({ decision }: { decision: Decision }) {
  const { t } = useTranslation('decisions')
  return (
    <Section title={t('people')}>
      {decision.people.length === 0 ? (
        <p>{t('nobody')}</p>
      ) : (
        <ul className={styles.list}>
          {decision.people.map((person) => (
            <li key={person.subjectId}>
              <div className={styles.head}>
                <strong>{person.name ?? t('unknown')}</strong>
                <StatusTag tone={outcomeTone[person.outcome]}>{t(`outcomes.${person.outcome}`)}</StatusTag>
              </div>
              <p>{person.sentence}</p>
              {person.showAs && <p className={styles.quiet}>{t('showAs', { name: person.showAs })}</p>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Rules({ rules, setting }: { rules: DecisionRule[]; setting: string }) {
  const { t } = useTranslation('decisions')
  const inFull = may(useMe(), setting, 'readReasons')
  const only = (...results: DecisionRule['result'][]) => rules.filter((rule) => results.includes(rule.result))
  const [fails, todo, open, passed] = [only('FAIL'), only('ASK', 'WARN'), only('NOT_CHECKED'), only('PASS')]
  return (
    <Section title={t('rules')}>
      {fails.length > 0 && (
        <>
          <h3 className={styles.small}>{t('groups.FAIL')}</h3>
          <RuleList rules={fails} inFull={inFull} />
        </>
      )}
      {todo.length > 0 && (
        <>
          <h3 className={styles.small}>{t('groups.TODO')}</h3>
          <RuleList rules={todo} inFull={inFull} />
        </>
      )}
      {open.length > 0 && (
        <details className={styles.fold}>
          <summary>{t('groups.NOT_CHECKED', { count: open.length })}</summary>
          <p className={styles.quiet}>{t('notCheckedHelp')}</p>
          <RuleList rules={open} inFull={inFull} />
        </details>
      )}
      {passed.length > 0 && (
        <details className={styles.fold} open={passed.length <= 4 || undefined}>
          <summary>{t('groups.PASS', { count: passed.length })}</summary>
          <RuleList rules={passed} inFull={inFull} />
        </details>
      )}
    </Section>
  )
}

/** Whoever asks reads plain words; whoever answers for the setting also reads which clause and option say so. */
function RuleList({ rules, inFull }: { rules: DecisionRule[]; inFull: boolean }) {
  const { t } = useTranslation('decisions')
  return (
    <ul className={styles.list}>
      {rules.map((rule) => (
        <li key={rule.rule}>
          <div className={styles.head}>
            <strong>{rule.title}</strong>
            <StatusTag tone={resultTone[rule.result]}>{t(`results.${rule.result}`)}</StatusTag>
          </div>
          <p>{rule.sentence}</p>
          {inFull && (
            <p className={styles.quiet}>
              {rule.rule}
              {rule.because && <Because because={rule.because} />}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

function Because({ because }: { because: NonNullable<DecisionRule['because']> }) {
  const { t } = useTranslation('decisions')
  const definition = useQuery(optionDefinitionsQuery).data?.find((one) => one.key === because.option)
  const question = definition?.question ?? because.option
  return <> · {t('because', { question, value: sayValue(definition, because.value) })}</>
}
