import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from '../../locales'
import { newKey } from '../../api/client'
import { postedQuery, sayAlreadyOut, sayPosted } from '../../api/posts'
import { isProblem, ProblemError } from '../../api/problem'
import type { Decision, Published } from '../../api/types'
import { Actions, Confirmed } from '../../components/actions'
import { Choice, ChoiceGroup } from '../../components/choice'
import { ErrorSummary, type SummaryError } from '../../components/error-summary'
import { Section } from '../../components/page'
import { useProblemWords } from '../../components/problem-words'
import { Loaded } from '../../components/states'
import { when } from '../../components/time'
import styles from './decisions.module.css'

/** "I posted it": asked once more before it is kept, and refused with the answer of now when something stands against it. */
export function Posted({ decision }: { decision: Decision }) {
  const { t } = useTranslation('decisions')
  const posted = useQuery(postedQuery(decision.id))
  return (
    <Section title={t('posted.title')} id="posted">
      <Loaded query={posted}>{(post) => (post ? <OnRecord post={post} /> : <Form decision={decision} />)}</Loaded>
    </Section>
  )
}

function OnRecord({ post }: { post: Published }) {
  const { t } = useTranslation('decisions')
  const time = when(post.postedAt)
  return (
    <div role="status">
      <p>{post.how === 'REGISTERED' ? t('posted.registeredText', { time }) : t('posted.outText', { time })}</p>
      <p className={styles.address}>{post.address}</p>
      {post.removedSeenAt && <p>{t('posted.removed', { time: when(post.removedSeenAt) })}</p>}
      {post.openTakedown && (
        <Link to="/takedowns/$id" params={{ id: post.openTakedown }}>
          {t('posted.takeDown')}
        </Link>
      )}
    </div>
  )
}

function Form({ decision }: { decision: Decision }) {
  const { t } = useTranslation('decisions')
  const queries = useQueryClient()
  const [address, setAddress] = useState('')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [key, setKey] = useState(newKey)
  const [errors, setErrors] = useState<SummaryError[]>([])
  const [present, setPresent] = useState<Decision | null>(null)
  const words = useProblemWords((pointer) => (pointer === '/address' ? 'posted-address' : undefined))
  const latest = present ?? decision
  const denied = latest.verdict === 'DENY'
  const open = denied ? [] : latest.rules.filter((rule) => rule.result === 'NOT_CHECKED')
  const keep = async (post: Published) => {
    queries.setQueryData(postedQuery(decision.id).queryKey, post)
    await queries.invalidateQueries({ queryKey: ['setting', decision.settingId] })
  }
  const send = useMutation({
    mutationFn: () => sayPosted(decision.id, address.trim(), [...ticked], key),
    onMutate: () => setErrors([]),
    onSuccess: keep,
    onError: (error) => {
      // Where no answer came it may have been kept: sent again under the same key, it is kept once.
      if (error instanceof ProblemError && error.status < 500) setKey(newKey())
      if (isProblem(error, 409) && error instanceof ProblemError && error.present) setPresent(error.present as Decision)
      setErrors(words(error))
    },
  })
  const submit = () => {
    if (denied) return
    if (!address.trim()) return setErrors([{ field: 'posted-address', message: t('posted.needsAddress') }])
    send.mutate()
  }
  return (
    <form
      noValidate
      className={styles.posted}
      aria-label={t('posted.title')}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <p>{t(denied ? 'posted.helpDenied' : 'posted.help')}</p>
      <ErrorSummary errors={errors} />
      {present && (
        <div className={styles.refused}>
          <h3 className={styles.small}>{t('posted.refused')}</h3>
          <p>{t('posted.refusedText')}</p>
          <p>{present.sentence}</p>
        </div>
      )}
      <TextInput
        id="posted-address"
        type="url"
        label={t('posted.address')}
        description={t('posted.addressHelp')}
        autoComplete="off"
        value={address}
        error={errors.find((error) => error.field === 'posted-address')?.message}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      {open.length > 0 && (
        <ChoiceGroup legend={t('posted.outside')}>
          <p className={styles.quiet}>{t('posted.outsideHelp')}</p>
          {open.map((rule) => (
            <Choice
              key={rule.rule}
              label={rule.title}
              checked={ticked.has(rule.rule)}
              onChange={(on) => {
                const next = new Set(ticked)
                if (on) next.add(rule.rule)
                else next.delete(rule.rule)
                setTicked(next)
              }}
            />
          ))}
        </ChoiceGroup>
      )}
      <Actions>
        {!denied && (
          <Button type="submit" loading={send.isPending}>
            {t('posted.submit')}
          </Button>
        )}
        <Confirmed
          button={t('posted.alreadyOut')}
          title={t('posted.alreadyOutTitle')}
          confirm={t('posted.alreadyOutConfirm')}
          danger
          onConfirm={async () => keep(await sayAlreadyOut(decision.id, address.trim()))}
        >
          <p>{t('posted.alreadyOutText')}</p>
        </Confirmed>
      </Actions>
    </form>
  )
}
