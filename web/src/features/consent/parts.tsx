import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from '../../locales'
import { type Consent, personKey, scanAddress } from '../../api/consent'
import { type Clearance, type Purpose, purposes } from '../../api/types'
import { Actions } from '../../components/actions'
import { Dialog } from '../../components/dialog'
import { useProblemWords } from '../../components/problem-words'
import { StatusTag } from '../../components/status-tag'
import type { Tone } from '../../components/symbols'
import { TextArea } from '../../components/text-area'
import { civilDay } from '../../components/time'
import styles from './consent.module.css'

const tones: Record<Clearance, Tone> = { CLEARED: 'good', NOT_CLEARED: 'bad', NOT_ASKED: 'care' }

const stateTones: Record<Consent['state'], Tone> = {
  PENDING: 'care',
  ACTIVE: 'good',
  REFUSED: 'bad',
  WITHDRAWN: 'bad',
  EXPIRED: 'care',
  SUPERSEDED: 'care',
  NOT_ON_FILE: 'care',
}

/** The last day of a yes, from the moment that day is over. */
export const lastDay = (validUntil: string) =>
  new Date(new Date(validUntil).getTime() - 1000).toLocaleDateString('en-CA', { timeZone: 'Europe/London' })

/** What is not said is never shown as a yes. */
export function Standing({ of }: { of: Partial<Record<Purpose, Clearance>> }) {
  const { t } = useTranslation(['consent', 'common'])
  return (
    <dl className={styles.standing}>
      {purposes.map((purpose) => {
        const clearance = of[purpose] ?? 'NOT_CLEARED'
        return (
          <div key={purpose}>
            <dt>{t(`common:purposes.${purpose}`)}</dt>
            <dd>
              <StatusTag tone={tones[clearance]}>{t(`clearance.${clearance}`)}</StatusTag>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

export function useQuestion() {
  const { t } = useTranslation()
  return ({ purpose, channel }: Pick<Consent, 'purpose' | 'channel'>) =>
    channel ? `${t(`purposes.${purpose}`)}: ${t(`platforms.${channel}`)}` : t(`purposes.${purpose}`)
}

export function StateOf({ consent }: { consent: Consent }) {
  const { t } = useTranslation('consent')
  return (
    <span>
      <StatusTag tone={stateTones[consent.state]}>{t(`states.${consent.state}`)}</StatusTag>
      {consent.validUntil && <> {t('until', { day: civilDay(lastDay(consent.validUntil)) })}</>}
    </span>
  )
}

export function SignedForm({ consent }: { consent: Consent }) {
  const { t } = useTranslation('consent')
  const question = useQuestion()
  const proof = consent.evidenceId ? (
    <a
      className={styles.link}
      href={scanAddress(consent.subjectId, consent.evidenceId)}
      download
      aria-label={t('scanOf', { question: question(consent), giver: consent.giver.name })}
    >
      {t('scan')}
    </a>
  ) : consent.keptAt ? (
    t('kept', { place: consent.keptAt })
  ) : consent.esignReference ? (
    t('esigned', { reference: consent.esignReference })
  ) : null
  return (
    <span>
      {consent.formVersion && consent.signedOn && (
        <>{t('signed', { form: consent.formVersion, day: civilDay(consent.signedOn) })}. </>
      )}
      {proof ?? t('noEvidence')}
    </span>
  )
}

/** Whatever changes about a person, everything read about them is read again. */
export function useForget(subject: string) {
  const queries = useQueryClient()
  return async () => {
    await queries.invalidateQueries({ queryKey: personKey(subject) })
    void queries.invalidateQueries({ queryKey: ['setting'] })
  }
}

interface ReasonedProps {
  button: string
  label?: string
  title: string
  confirm: string
  danger?: boolean
  children: ReactNode
  onConfirm: (reason: string) => Promise<unknown>
}

/** A button that asks why before it does what it says. */
export function Reasoned({ button, label, title, confirm, danger = false, children, onConfirm }: ReasonedProps) {
  const { t } = useTranslation(['consent', 'common'])
  const words = useProblemWords()
  const field = useId()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const close = () => {
    setOpen(false)
    setMissing(false)
    send.reset()
  }
  const send = useMutation({
    mutationFn: () => onConfirm(reason.trim()),
    onSuccess: () => {
      setReason('')
      setOpen(false)
    },
  })
  return (
    <>
      <Button variant="outline" color={danger ? 'red' : undefined} aria-label={label} onClick={() => setOpen(true)}>
        {button}
      </Button>
      <Dialog title={title} open={open} onClose={close}>
        <form
          noValidate
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            setMissing(!reason.trim())
            if (reason.trim()) send.mutate()
          }}
        >
          {children}
          <TextArea
            id={field}
            label={t('reason')}
            value={reason}
            maxLength={2000}
            rows={3}
            error={missing && t('reasonNeeded')}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {send.error && (
            <p role="alert" className={styles.error}>
              {words(send.error)
                .map(({ message }) => message)
                .join(' ')}
            </p>
          )}
          <Actions>
            <Button type="submit" color={danger ? 'red' : undefined} loading={send.isPending}>
              {confirm}
            </Button>
            <Button variant="outline" onClick={close}>
              {t('common:actions.cancel')}
            </Button>
          </Actions>
        </form>
      </Dialog>
    </>
  )
}
