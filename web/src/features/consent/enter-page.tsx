import './words'
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from '../../locales'
import { newKey } from '../../api/client'
import {
  type AskedPurpose,
  type ConsentForm,
  type GiverType,
  recordConsent,
  type Responsibility,
  sendScan,
  subjectQuery,
  type SubjectDetail,
} from '../../api/consent'
import { useMay } from '../../api/me'
import { ProblemError } from '../../api/problem'
import { purposes } from '../../api/types'
import { Actions } from '../../components/actions'
import { Choice, ChoiceGroup } from '../../components/choice'
import { DateParts, isNoDate, isoDate, noDate } from '../../components/date-parts'
import { ErrorSummary, type SummaryError } from '../../components/error-summary'
import { FileChoice } from '../../components/file-choice'
import { Page, Section } from '../../components/page'
import { useProblemWords } from '../../components/problem-words'
import { Failed, Loaded } from '../../components/states'
import styles from './consent.module.css'
import { useForget } from './parts'

const asked: readonly AskedPurpose[] = ['TAKING', ...purposes.filter((purpose) => purpose !== 'TAKING'), 'FULL_NAME']
const proofs = ['scan', 'paper', 'esign'] as const
const responsibilities: readonly Responsibility[] = ['YES', 'NO', 'UNKNOWN']
const largest = 10 * 1024 * 1024

const fields: Record<string, string> = {
  '/giver/name': 'giver-name',
  '/giver/email': 'giver-email',
  '/giver/relation': 'giver-relation',
  '/formVersion': 'form-version',
  '/signedOn': 'signed-on',
  '/keptAt': 'kept-at',
  '/esignReference': 'esign-reference',
  '/validUntil': 'valid-until',
}

export function EnterConsentPage() {
  const { id } = useParams({ from: '/signed-in/people/$id/consent' })
  const { t } = useTranslation('consent')
  const allowed = useMay('seeConsent')
  const found = useQuery({ ...subjectQuery(id), enabled: allowed })
  const name = found.data ? `${found.data.firstName} ${found.data.surname}` : ''
  return (
    <Page title={found.data ? t('enterTitle', { name }) : t('enter')} lead={t('enterLead')}>
      {allowed ? (
        <Loaded query={found}>{(person) => <Form key={person.id} person={person} name={name} />}</Loaded>
      ) : (
        <Failed error={new ProblemError(403, 'web.forbidden', '')} />
      )}
    </Page>
  )
}

function Form({ person, name: whose }: { person: SubjectDetail; name: string }) {
  const { t } = useTranslation(['consent', 'common'])
  const navigate = useNavigate()
  const forget = useForget(person.id)
  const words = useProblemWords((pointer) => fields[pointer])
  const key = useRef(newKey())
  const child = person.kind === 'CHILD'
  const types: readonly GiverType[] = child ? ['PARENT', 'CARER', 'PUPIL_ABLE'] : ['ADULT_SELF']
  const [type, setType] = useState<GiverType>(types[0]!)
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [relation, setRelation] = useState('')
  const [responsibility, setResponsibility] = useState<Responsibility | null>(null)
  const [answers, setAnswers] = useState<Partial<Record<AskedPurpose, 'YES' | 'NO'>>>({})
  const [formVersion, setFormVersion] = useState('')
  const [signedOn, setSignedOn] = useState(noDate)
  const [proof, setProof] = useState<(typeof proofs)[number]>('scan')
  const [scan, setScan] = useState<{ id: string; name: string } | null>(null)
  const [sending, setSending] = useState<string | null>(null)
  const [keptAt, setKeptAt] = useState('')
  const [esignReference, setEsignReference] = useState('')
  const [validUntil, setValidUntil] = useState(noDate)
  const [errors, setErrors] = useState<SummaryError[]>([])
  const asksResponsibility = type === 'PARENT' || type === 'CARER'

  const upload = async (file: File) => {
    setErrors([])
    if (file.size > largest) return setErrors([{ message: t('form.scanLarge') }])
    setSending(file.name)
    try {
      const kept = await sendScan(person.id, file, newKey())
      setScan({ id: kept.id, name: file.name })
    } catch (error) {
      const kind = error instanceof ProblemError && error.status === 415
      const large = error instanceof ProblemError && error.status === 413
      setErrors(kind || large ? [{ message: t(kind ? 'form.scanKind' : 'form.scanLarge') }] : words(error))
    } finally {
      setSending(null)
    }
  }

  const send = useMutation({
    mutationFn: (form: ConsentForm) => recordConsent(person.id, form, key.current),
    onSuccess: async () => {
      await forget()
      await navigate({ to: '/people/$id', params: { id: person.id } })
    },
    onError: (error) => {
      // What was refused may be put right and sent again as another form.
      key.current = newKey()
      setErrors(words(error))
    },
  })

  const submit = () => {
    const wrong: SummaryError[] = []
    if (!name.trim()) wrong.push({ field: 'giver-name', message: t('form.needName') })
    if (asksResponsibility && !responsibility) {
      wrong.push({ field: 'responsibility-YES', message: t('form.needResponsibility') })
    }
    if (Object.keys(answers).length === 0) wrong.push({ field: 'answer-TAKING-YES', message: t('form.needAnswer') })
    if (!isNoDate(signedOn) && !isoDate(signedOn)) wrong.push({ field: 'signed-on', message: t('common:date.invalid') })
    if (!isNoDate(validUntil) && !isoDate(validUntil)) {
      wrong.push({ field: 'valid-until', message: t('common:date.invalid') })
    }
    setErrors(wrong)
    if (wrong.length > 0) return
    send.mutate({
      giver: {
        name,
        type,
        email: email.trim() || undefined,
        relation: relation.trim() || undefined,
        responsibility: (asksResponsibility && responsibility) || 'UNKNOWN',
      },
      answers: asked.flatMap((purpose) => {
        const answer = answers[purpose]
        return answer ? [{ purpose, answer }] : []
      }),
      formVersion: formVersion.trim() || undefined,
      signedOn: isoDate(signedOn) ?? undefined,
      keptAt: (proof === 'paper' && keptAt.trim()) || undefined,
      evidenceId: (proof === 'scan' && scan?.id) || undefined,
      esignReference: (proof === 'esign' && esignReference.trim()) || undefined,
      validUntil: isoDate(validUntil) ?? undefined,
    })
  }

  const wrongIn = (field: string) => errors.find((error) => error.field === field)?.message
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <ErrorSummary errors={errors} />
      <Section title={t('form.who')}>
        <TextInput
          id="giver-name"
          label={t('form.name')}
          value={name}
          maxLength={200}
          autoComplete="off"
          error={wrongIn('giver-name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {child && (
          <ChoiceGroup legend={t('form.as')}>
            {types.map((one) => (
              <Choice
                key={one}
                type="radio"
                name="giver-type"
                label={t(`types.${one}`)}
                checked={type === one}
                onChange={() => setType(one)}
              />
            ))}
          </ChoiceGroup>
        )}
        {asksResponsibility && (
          <>
            <TextInput
              id="giver-relation"
              label={t('form.relation')}
              description={t('form.relationHelp')}
              value={relation}
              maxLength={100}
              autoComplete="off"
              error={wrongIn('giver-relation')}
              onChange={(event) => setRelation(event.currentTarget.value)}
            />
            <TextInput
              id="giver-email"
              type="email"
              label={t('form.email')}
              value={email}
              maxLength={254}
              autoComplete="off"
              error={wrongIn('giver-email')}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <ChoiceGroup legend={t('form.responsibility')} error={wrongIn('responsibility-YES')}>
              {responsibilities.map((one) => (
                <Choice
                  key={one}
                  type="radio"
                  id={`responsibility-${one}`}
                  name="responsibility"
                  label={t(`form.responsibilities.${one}`)}
                  checked={responsibility === one}
                  onChange={() => setResponsibility(one)}
                />
              ))}
            </ChoiceGroup>
          </>
        )}
      </Section>
      <Section title={t('form.answers')}>
        <div>
          {asked.map((purpose) => (
            <fieldset key={purpose} className={styles.answer}>
              <legend>{t(`common:purposes.${purpose}`)}</legend>
              {(['YES', 'NO', null] as const).map((answer) => (
                <label key={answer}>
                  <input
                    type="radio"
                    id={`answer-${purpose}-${answer ?? 'NONE'}`}
                    name={`answer-${purpose}`}
                    checked={(answers[purpose] ?? null) === answer}
                    onChange={() => {
                      const { [purpose]: _, ...others } = answers
                      setAnswers(answer ? { ...others, [purpose]: answer } : others)
                    }}
                  />
                  {t(answer === 'YES' ? 'form.yes' : answer === 'NO' ? 'form.no' : 'form.none')}
                </label>
              ))}
            </fieldset>
          ))}
        </div>
      </Section>
      <Section title={t('form.signed')}>
        <TextInput
          id="form-version"
          label={t('form.formVersion')}
          value={formVersion}
          maxLength={100}
          autoComplete="off"
          error={wrongIn('form-version')}
          onChange={(event) => setFormVersion(event.currentTarget.value)}
        />
        <DateParts
          id="signed-on"
          legend={t('form.signedOn')}
          value={signedOn}
          error={wrongIn('signed-on')}
          onChange={setSignedOn}
        />
        <ChoiceGroup legend={t('form.proof')}>
          {proofs.map((one) => (
            <Choice
              key={one}
              type="radio"
              name="proof"
              label={t(`form.proofs.${one}`)}
              checked={proof === one}
              onChange={() => setProof(one)}
            />
          ))}
        </ChoiceGroup>
        {proof === 'scan' &&
          (scan ? (
            <div>
              <p role="status">{t('form.scanKept', { name: scan.name })}</p>
              <Button variant="outline" onClick={() => setScan(null)}>
                {t('form.scanOther')}
              </Button>
            </div>
          ) : (
            <FileChoice
              label={t('form.scan')}
              help={t('form.scanHelp')}
              accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
              sending={sending}
              onFile={(file) => void upload(file)}
            />
          ))}
        {proof === 'paper' && (
          <TextInput
            id="kept-at"
            label={t('form.keptAt')}
            value={keptAt}
            maxLength={300}
            error={wrongIn('kept-at')}
            onChange={(event) => setKeptAt(event.currentTarget.value)}
          />
        )}
        {proof === 'esign' && (
          <TextInput
            id="esign-reference"
            label={t('form.esignReference')}
            value={esignReference}
            maxLength={200}
            autoComplete="off"
            error={wrongIn('esign-reference')}
            onChange={(event) => setEsignReference(event.currentTarget.value)}
          />
        )}
        <DateParts
          id="valid-until"
          legend={t('form.validUntil')}
          help={t('form.validUntilHelp')}
          value={validUntil}
          error={wrongIn('valid-until')}
          onChange={setValidUntil}
        />
      </Section>
      <Actions>
        <Button type="submit" loading={send.isPending} disabled={sending !== null}>
          {t('form.save')}
        </Button>
        <Link className={styles.link} to="/people/$id" params={{ id: person.id }}>
          {t('form.back', { name: whose })}
        </Link>
      </Actions>
    </form>
  )
}
