import type { Confirmation, Decision, Device, NameForm, Question, Remedy, SelfCheck, Splice } from '../../api/types'

export interface Picked {
  id: string
  name: string
  /** Class or kind, to tell two people of the same name apart. */
  detail: string | null
  notIdentifiable: boolean
  form: NameForm
}

/** The question while it is being written. Nothing in it answers itself: what is not said yet is empty. */
export interface Draft {
  accountId: string
  /** The cleaned copy of what is to be posted. */
  picture: string | null
  nobody: boolean
  people: Picked[]
  headcount: string
  /** Whether those counted but not added are on no list; only asked when there are any. */
  othersUnlisted: boolean | null
  caption: string
  links: string
  hashtags: string
  eventName: string
  eventDate: string
  plannedFor: string
  confirmations: Confirmation[]
  selfCheck: SelfCheck
  device: Device | null
  /** By rule: why it may stay although the rule wants a reason. */
  reasons: Record<string, string>
}

export const emptyDraft: Draft = {
  accountId: '',
  picture: null,
  nobody: false,
  people: [],
  headcount: '',
  othersUnlisted: null,
  caption: '',
  links: '',
  hashtags: '',
  eventName: '',
  eventDate: '',
  plannedFor: '',
  confirmations: [],
  selfCheck: {
    reflectsPoorly: null,
    professionalReason: null,
    reasonableToOthers: null,
    followsPolicy: null,
    contentSuitable: null,
  },
  device: null,
  reasons: {},
}

const count = (text: string) => (/^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : null)

/** How many more people were counted than added. */
export function others(draft: Draft): number {
  const counted = count(draft.headcount)
  return draft.nobody || counted === null ? 0 : Math.max(0, counted - draft.people.length)
}

export type Field = 'accountId' | 'people' | 'headcount' | 'unlistedPeople' | 'plannedFor'
export type Complaint =
  | 'account'
  | 'people'
  | 'headcount'
  | 'headcountNumber'
  | 'headcountLow'
  | 'unlisted'
  | 'unlistedAdd'
  | 'plannedFor'

/** What is missing before the question can be asked. Whether it may be posted is not decided here. */
export function complaints(draft: Draft): { field: Field; complaint: Complaint }[] {
  const found: { field: Field; complaint: Complaint }[] = []
  if (!draft.accountId) found.push({ field: 'accountId', complaint: 'account' })
  if (!draft.nobody) {
    const counted = count(draft.headcount)
    if (draft.people.length === 0 && !(counted && draft.othersUnlisted)) {
      found.push({ field: 'people', complaint: 'people' })
    }
    if (!draft.headcount.trim()) found.push({ field: 'headcount', complaint: 'headcount' })
    else if (counted === null) found.push({ field: 'headcount', complaint: 'headcountNumber' })
    else if (counted < draft.people.length) found.push({ field: 'headcount', complaint: 'headcountLow' })
    else if (counted > draft.people.length && draft.othersUnlisted === null) {
      found.push({ field: 'unlistedPeople', complaint: 'unlisted' })
    } else if (counted > draft.people.length && draft.othersUnlisted === false) {
      found.push({ field: 'people', complaint: 'unlistedAdd' })
    }
  }
  if (draft.plannedFor && Number.isNaN(Date.parse(draft.plannedFor))) {
    found.push({ field: 'plannedFor', complaint: 'plannedFor' })
  }
  return found
}

const words = (text: string, between: RegExp) =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter(Boolean)

export function questionOf(draft: Draft): Question {
  const people = draft.nobody ? [] : draft.people
  return {
    accountId: draft.accountId,
    plannedFor: draft.plannedFor ? new Date(draft.plannedFor).toISOString() : null,
    nobody: draft.nobody,
    people: people.filter((one) => !one.notIdentifiable).map((one) => one.id),
    notIdentifiable: people.filter((one) => one.notIdentifiable).map((one) => one.id),
    headcount: draft.nobody ? null : count(draft.headcount),
    unlistedPeople: others(draft) > 0,
    caption: draft.caption.trim() || null,
    names: people.map((one) => ({ subjectId: one.id, form: one.form })),
    links: words(draft.links, /\s+/),
    hashtags: words(draft.hashtags, /[\s,]+/),
    eventDate: draft.eventDate || null,
    eventName: draft.eventName.trim() || null,
    confirmations: draft.confirmations,
    selfCheck: draft.selfCheck,
    device: draft.device,
    picture: draft.picture,
    reasons: Object.entries(draft.reasons)
      .map(([rule, reason]) => ({ rule, reason: reason.trim() }))
      .filter(({ reason }) => reason),
  }
}

const local = (instant: string) => {
  const date = new Date(instant)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/**
 * The draft an answer came from: complete while the question is still in memory, else as much as the answer itself says.
 * Somebody without a name in the answer is called `unknown`.
 */
export function draftOf(decision: Decision, asked: Question | undefined, unknown = ''): Draft {
  const person = (id: string): Picked => {
    const entry = decision.people.find((one) => one.subjectId === id)
    return {
      id,
      name: entry?.name ?? unknown,
      detail: null,
      notIdentifiable: asked ? asked.notIdentifiable.includes(id) : entry?.outcome === 'NOT_IDENTIFIABLE',
      form: asked?.names.find((name) => name.subjectId === id)?.form ?? 'NONE',
    }
  }
  if (!asked) {
    return {
      ...emptyDraft,
      accountId: decision.account.id,
      people: decision.people.map((one) => person(one.subjectId)),
      plannedFor: Date.parse(decision.plannedFor) > Date.now() ? local(decision.plannedFor) : '',
    }
  }
  const pictured = [...asked.people, ...asked.notIdentifiable]
  const inOrder = decision.people.map((one) => one.subjectId).filter((id) => pictured.includes(id))
  return {
    accountId: asked.accountId,
    picture: asked.picture,
    nobody: asked.nobody,
    people: [...inOrder, ...pictured.filter((id) => !inOrder.includes(id))].map(person),
    headcount: asked.headcount === null ? '' : String(asked.headcount),
    othersUnlisted: asked.unlistedPeople ? true : null,
    caption: asked.caption ?? '',
    links: asked.links.join('\n'),
    hashtags: asked.hashtags.join(' '),
    eventName: asked.eventName ?? '',
    eventDate: asked.eventDate ?? '',
    plannedFor: asked.plannedFor ? local(asked.plannedFor) : '',
    confirmations: asked.confirmations,
    selfCheck: asked.selfCheck,
    device: asked.device,
    reasons: Object.fromEntries(asked.reasons.map(({ rule, reason }) => [rule, reason])),
  }
}

const fewer = (headcount: string) => {
  const counted = count(headcount)
  return counted === null ? headcount : String(Math.max(0, counted - 1))
}

/** The words as the service read them, with one stretch of them replaced. */
const spliced = (text: string, splice: Splice | undefined) => {
  if (!splice) return text
  const read = text.trim().normalize('NFC')
  return read.slice(0, splice.from) + splice.with + read.slice(splice.to)
}

/** Makes one proposed edit, of the picture and of the words. */
export function edited(draft: Draft, remedy: Pick<Remedy, 'action' | 'subjectId' | 'accountId' | 'text'>): Draft {
  const pictured = editedPicture(draft, remedy)
  const { text } = remedy
  return text
    ? {
        ...pictured,
        caption: spliced(pictured.caption, text.caption),
        eventName: spliced(pictured.eventName, text.eventName),
        hashtags: text.hashtags?.join(' ') ?? pictured.hashtags,
        links: text.links?.join('\n') ?? pictured.links,
      }
    : pictured
}

function editedPicture(draft: Draft, remedy: Pick<Remedy, 'action' | 'subjectId' | 'accountId'>): Draft {
  const change = (some: Partial<Picked>) =>
    draft.people.map((person) => (person.id === remedy.subjectId ? { ...person, ...some } : person))
  switch (remedy.action) {
    case 'LEAVE_OUT':
      return draft.people.some((person) => person.id === remedy.subjectId)
        ? {
            ...draft,
            people: draft.people.filter((person) => person.id !== remedy.subjectId),
            headcount: fewer(draft.headcount),
          }
        : draft
    case 'MARK_NOT_IDENTIFIABLE':
      return { ...draft, people: change({ notIdentifiable: true, form: 'NONE' }) }
    case 'SHORTEN_NAME':
      return { ...draft, people: change({ form: 'NONE' }) }
    case 'ONLY_THOSE_LISTED':
      return { ...draft, headcount: String(draft.people.length), othersUnlisted: null }
    case 'POST_WITHOUT_PEOPLE':
      return { ...draft, nobody: true, people: [], headcount: '', othersUnlisted: null, device: null, picture: null }
    case 'POST_WITHOUT_PICTURE':
      return { ...draft, nobody: true, people: [], headcount: '', othersUnlisted: null, device: null, picture: null }
    case 'OTHER_ACCOUNT':
      return { ...draft, accountId: remedy.accountId ?? '' }
    default:
      return draft
  }
}
