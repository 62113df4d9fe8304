import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from './client'
import type { Clearance, Page, Platform, Purpose, Subject } from './types'

export type AskedPurpose = Purpose | 'FULL_NAME'

export type ConsentState =
  | 'PENDING'
  | 'ACTIVE'
  | 'REFUSED'
  | 'WITHDRAWN'
  | 'EXPIRED'
  | 'SUPERSEDED'
  | 'NOT_ON_FILE'

export type GiverType = 'PARENT' | 'CARER' | 'PUPIL_ABLE' | 'ADULT_SELF'
export type Responsibility = 'YES' | 'NO' | 'UNKNOWN'

export interface Giver {
  id: string
  name: string
  type: GiverType
  email: string | null
  relation: string | null
  responsibility: Responsibility
}

export interface Consent {
  id: string
  subjectId: string
  purpose: AskedPurpose
  channel: Platform | null
  state: ConsentState
  giver: Giver
  formVersion: string | null
  signedOn: string | null
  keptAt: string | null
  evidenceId: string | null
  esignReference: string | null
  validUntil: string | null
  recordedAt: string
  withdrawnAt: string | null
  supersededAt: string | null
}

export interface SubjectDetail extends Subject {
  settingId: string
  endedOn: string | null
  version: number
}

export interface KnownGiver {
  giver: Giver
  barred: boolean
  bars: { reason: string; refusalsSetAside: boolean; barredAt: string; liftedAt: string | null }[]
}

export interface Judgement {
  assessor: string
  assessedOn: string
  reason: string
  recordedAt: string
  revokedAt: string | null
  revokeReason: string | null
}

export interface Givers {
  subjectId: string
  givers: KnownGiver[]
  able: boolean
  judgements: Judgement[]
}

export type RestrictionKind = 'COURT_ORDER' | 'DISPUTE' | 'OTHER'

export interface Restriction {
  id: string
  kind: RestrictionKind
  note: string
  fromOn: string
  untilOn: string | null
  recordedAt: string
  endedAt: string | null
  endReason: string | null
}

export interface Restrictions {
  subjectId: string
  items: Restriction[]
}

export interface Hold {
  subjectId: string
  held: boolean
  placements: { reason: string; placedAt: string; liftedAt: string | null; liftReason: string | null }[]
}

export interface AsOf {
  subjectId: string
  on: string
  known: string
  purposes: Partial<Record<Purpose, Clearance>>
  answers: Consent[]
  changes: string[]
}

export interface FoundConsent {
  subjectId: string
  firstName: string
  surname: string
  className: string | null
  endedOn: string | null
  consent: Consent
}

/** A yes that is going to lapse, how its giver can be asked for it again, and when they were lately. */
export interface LapsingConsent {
  subjectId: string
  firstName: string
  surname: string
  className: string | null
  consent: Consent
  way: 'MAIL' | 'CODE' | 'FORM'
  askedAt: string | null
}

export interface ConsentForm {
  giver: { name: string; type: GiverType; email?: string; relation?: string; responsibility: Responsibility }
  answers: { purpose: AskedPurpose; channel?: Platform; answer: 'YES' | 'NO' }[]
  formVersion?: string
  signedOn?: string
  keptAt?: string
  evidenceId?: string
  esignReference?: string
  validUntil?: string
}

const at = (subject: string, rest = '') => `/api/media/subjects/${subject}${rest}`

/** Everything read about one person; forgotten whole when anything about them changes. */
export const personKey = (subject: string) => ['pictured', subject] as const

export const subjectQuery = (subject: string) =>
  queryOptions({
    queryKey: [...personKey(subject), 'self'],
    queryFn: ({ signal }) => api.get<SubjectDetail>(at(subject), { signal }),
  })

export const asOfQuery = (subject: string, on?: string) =>
  queryOptions({
    queryKey: [...personKey(subject), 'as-of', on ?? 'now'],
    queryFn: ({ signal }) => api.get<AsOf>(at(subject, '/consents/as-of'), { query: { on }, signal }),
  })

export const giversQuery = (subject: string) =>
  queryOptions({
    queryKey: [...personKey(subject), 'givers'],
    queryFn: ({ signal }) => api.get<Givers>(at(subject, '/givers'), { signal }),
  })

export const restrictionsQuery = (subject: string) =>
  queryOptions({
    queryKey: [...personKey(subject), 'restrictions'],
    queryFn: ({ signal }) => api.get<Restrictions>(at(subject, '/restrictions'), { signal }),
  })

export const holdQuery = (subject: string) =>
  queryOptions({
    queryKey: [...personKey(subject), 'hold'],
    queryFn: ({ signal }) => api.get<Hold>(at(subject, '/hold'), { signal }),
  })

export interface ConsentFilter {
  query?: string
  className?: string
  state?: ConsentState
}

export const consentsQuery = (setting: string, filter: ConsentFilter) =>
  infiniteQueryOptions({
    queryKey: ['setting', setting, 'consents', filter],
    queryFn: ({ signal, pageParam }) =>
      api.list<Page<FoundConsent>>(
        `/api/media/settings/${setting}/consents`,
        { ...filter, limit: 50, after: pageParam },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })

export const lapsesQuery = (setting: string, until: string) =>
  infiniteQueryOptions({
    queryKey: ['setting', setting, 'lapses', until],
    queryFn: ({ signal, pageParam }) =>
      api.get<Page<LapsingConsent>>(`/api/media/settings/${setting}/lapses`, {
        query: { until, limit: 100, after: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })

/** The file with what the list shows. */
export const consentsTable = (setting: string, filter: ConsentFilter) =>
  api.table(`/api/media/settings/${setting}/consents/export`, filter)

export const scanAddress = (subject: string, scan: string) => at(subject, `/evidence/${scan}/content`)

export const sendScan = (subject: string, file: File, key: string) =>
  api.post<{ id: string }>(at(subject, '/evidence'), file, { contentType: 'application/octet-stream', key })

export const recordConsent = (subject: string, form: ConsentForm, key: string) =>
  api.post<{ items: Consent[] }>(at(subject, '/consents'), form, { key })

export const withdrawConsent = (id: string) => api.post<Consent>(`/api/media/consents/${id}/withdrawal`)

export const barGiver = (subject: string, giver: string, reason: string, refusalsSetAside: boolean) =>
  api.post<Givers>(at(subject, `/givers/${giver}/bar`), { reason, refusalsSetAside })

export const liftBar = (subject: string, giver: string, reason: string) =>
  api.post<Givers>(at(subject, `/givers/${giver}/bar/lifting`), { reason })

export const changeCarer = (subject: string) => api.post<Givers>(at(subject, '/carer-change'))

export const judgeAbility = (
  subject: string,
  judgement: { assessor: string; assessedOn: string; reason: string },
) => api.post<Givers>(at(subject, '/ability'), judgement)

export const revokeAbility = (subject: string, reason: string) =>
  api.post<Givers>(at(subject, '/ability/revocation'), { reason })

export const restrict = (
  subject: string,
  terms: { kind: RestrictionKind; note: string; fromOn?: string; untilOn?: string },
) => api.post<Restrictions>(at(subject, '/restrictions'), terms)

export const endRestriction = (subject: string, restriction: string, reason: string) =>
  api.post<Restrictions>(at(subject, `/restrictions/${restriction}/end`), { reason })

export const placeHold = (subject: string, reason: string) => api.post<Hold>(at(subject, '/hold'), { reason })

export const liftHold = (subject: string, reason: string) => api.post<Hold>(at(subject, '/hold/lifting'), { reason })
