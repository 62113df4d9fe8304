/** What the services say and accept, in one place; agreement.ts holds it against the types generated from docs/api. */

export type SettingType =
  | 'EARLY_YEARS'
  | 'SCHOOL'
  | 'ALTERNATIVE_PROVISION'
  | 'COUNCIL_SERVICE'
  | 'PARTNER_AGENCY'
  | 'OTHER'
export const settingTypes: readonly SettingType[] = [
  'EARLY_YEARS',
  'SCHOOL',
  'ALTERNATIVE_PROVISION',
  'COUNCIL_SERVICE',
  'PARTNER_AGENCY',
  'OTHER',
]

export type Nation = 'ENGLAND' | 'WALES' | 'SCOTLAND' | 'NORTHERN_IRELAND'
export const nations: readonly Nation[] = ['ENGLAND', 'WALES', 'SCOTLAND', 'NORTHERN_IRELAND']

export interface Page<T> {
  items: T[]
  next: string | null
}

// gateway

export interface Session {
  signedIn: boolean
  idleSeconds: number
}

export interface PlatformStatus {
  parts: { name: string; state: 'UP' | 'DOWN'; instances: number }[]
  breakers: { name: string; state: string }[]
}

// identity

export interface HeldPost {
  postId: string
  settingId: string | null
  role: string
  deputy: boolean
  from: string
  to: string | null
}

export interface SettingSummary {
  id: string
  officialName: string
  type: SettingType
  nation: Nation
  labels: Record<string, string>
}

export interface Me {
  person: { id: string; name: string; email: string; personType: string }
  group: { id: string; name: string }
  posts: HeldPost[]
  settings: SettingSummary[]
  /** For a safeguarding lead: those they and the other leads of their settings were given of late. */
  passwordCodes?: GivenCode[]
}

/** A code to set a password with, without the code itself. */
export interface GivenCode {
  personId: string
  personName: string
  givenById: string
  givenByName: string
  givenAt: string
  /** When a password was set with it. */
  usedAt: string | null
}

export interface SetUp {
  code: string
  group: { name: string }
  setting: { officialName: string; type: SettingType; nation: Nation; emailDomains: string[] }
  admin: { name: string; email: string; password: string }
}

// policy-service

export type OptionValue = string | number | boolean | null | OptionValue[] | { [key: string]: OptionValue }

export interface AllowedValue {
  value: string
  label: string
  help: string | null
}

/** What an answer may look like; which parts are filled depends on `kind`. */
interface OptionShape {
  question: string
  help: string | null
  kind: string
  values: AllowedValue[]
  fields: OptionField[]
  from: number | null
  to: number | null
  unit: string | null
  longest: number | null
  atLeast: number | null
  ordered: boolean
  keyedBy: string | null
  everyOther: string | null
}

/** One part of an object or of a row; asked for only where `when` holds. */
export interface OptionField extends Omit<OptionShape, 'fields'> {
  name: string
  fields?: OptionField[]
  when: { parts: string[]; value: OptionValue } | null
}

export interface OptionDefinition extends OptionShape {
  key: string
  whereItBites: string
}

export interface StarterSet {
  name: string
  title: string
  description: string
  values: Record<string, OptionValue>
}

export interface SettingOption {
  key: string
  value: OptionValue
  setBy: 'SETTING' | 'GROUP' | null
  locked: boolean
  since: string | null
}

export interface SettingOptions {
  settingId: string
  revision: number
  options: SettingOption[]
}

export interface GroupOptions {
  revision: number
  options: Omit<SettingOption, 'setBy'>[]
}

export interface OptionChange {
  id: string
  /** Null for an answer of the group. */
  settingId: string | null
  key: string
  oldValue: OptionValue
  newValue: OptionValue
  oldLocked: boolean
  newLocked: boolean
  cause: 'CHOSEN' | 'STARTER_SET' | 'REPLACED_BY_LOCK'
  starterSet: string | null
  changedBy: string
  changedAt: string
}

// incident-service

export interface HelpContact {
  post: 'DSL' | 'SETTING_HEAD'
  shownAs: string
  phone: string | null
  email: string | null
}

export interface Help {
  settingId: string
  emergencyNumber: string
  contacts: HelpContact[]
}

// media-consent-service

export type Purpose = 'TAKING' | 'WEBSITE' | 'DISPLAY' | 'SOCIAL_MEDIA' | 'PRINT' | 'PRESS' | 'INTERNAL'
export const purposes: readonly Purpose[] = [
  'SOCIAL_MEDIA',
  'WEBSITE',
  'DISPLAY',
  'PRINT',
  'PRESS',
  'INTERNAL',
  'TAKING',
]

export type Clearance = 'CLEARED' | 'NOT_CLEARED' | 'NOT_ASKED'

export interface ClassCount {
  name: string
  people: number
}

export interface Subject {
  id: string
  kind: 'CHILD' | 'STAFF' | 'VOLUNTEER' | 'VISITOR' | 'PARENT'
  firstName: string
  surname: string
  className: string | null
  purposes: Partial<Record<Purpose, Clearance>>
}

export interface Coverage {
  purposes: Partial<Record<Purpose, {
    /** Absent where the number is too small to be shown to this reader. */
    cleared: number | null
    notCleared: number | null
    notAsked: number | null
  }>>
}

export type Platform =
  | 'FACEBOOK'
  | 'INSTAGRAM'
  | 'X'
  | 'YOUTUBE'
  | 'TIKTOK'
  | 'LINKEDIN'
  | 'WEBSITE'
  | 'NEWSLETTER'
  | 'OTHER'

export type AccountStatus =
  | 'REQUESTED'
  | 'CONSULTING'
  | 'APPROVED'
  | 'LIVE'
  | 'SUSPENDED'
  | 'ORPHANED'
  | 'CLOSED'
  | 'REFUSED'

export interface Account {
  id: string
  settingId: string
  platform: Platform
  name: string
  address: string
  status: AccountStatus
  contributors: string[]
  version: number
}

export type NameForm = 'FIRST_INITIAL' | 'FIRST_ONLY' | 'FULL' | 'NONE'
export const nameForms: readonly NameForm[] = ['NONE', 'FIRST_INITIAL', 'FIRST_ONLY', 'FULL']

export interface Question {
  accountId: string
  plannedFor: string | null
  nobody: boolean
  /** Those in the picture who can be recognised. */
  people: string[]
  /** Those in it whom nobody could recognise; in one list or the other, never in both. */
  notIdentifiable: string[]
  headcount: number | null
  unlistedPeople: boolean
  caption: string | null
  names: { subjectId: string; form: NameForm }[]
  links: string[]
  hashtags: string[]
  eventDate: string | null
  eventName: string | null
  /** What somebody who looked at the post says of it: each is there only when it was ticked. */
  confirmations: Confirmation[]
  selfCheck: SelfCheck
  device: Device | null
  /** A picture that was cleaned here. */
  picture: string | null
  reasons: { rule: string; reason: string }[]
}

export type Confirmation =
  | 'NAMES_CHECKED'
  | 'CLOTHING_SUITABLE'
  | 'SAFEGUARDING_POLICY'
  | 'NO_PERSONAL_DATA'
  | 'POSITIVE_LIGHT'
  | 'NEUTRAL'
  | 'NO_PERSONAL_DETAILS_ASKED'
  | 'NO_JIGSAW'
  | 'RIGHT_MEDIUM'
  | 'SUBJECTS_AGREE'
  | 'COLLEAGUES_ASKED'
  | 'EVENT_NOTICE_GIVEN'
  | 'NOBODY_OBJECTED'
export type Device = 'WORK' | 'PERSONAL' | 'PERSONAL_WITH_AGREEMENT'

export type SelfCheck = Record<
  'reflectsPoorly' | 'professionalReason' | 'reasonableToOthers' | 'followsPolicy' | 'contentSuitable',
  boolean | null
>

export type Verdict = 'PERMIT' | 'NEEDS_ACTION' | 'DENY'
export type PersonOutcome = 'CLEARED' | 'NOT_CLEARED' | 'NOT_ASKED' | 'NOT_IDENTIFIABLE' | 'NOT_KNOWN'
export type RuleResult = 'PASS' | 'FAIL' | 'WARN' | 'ASK' | 'NOT_CHECKED'

export interface DecisionPerson {
  subjectId: string
  /** Not given for somebody who is not on the list. */
  name: string | null
  outcome: PersonOutcome
  showAs: string | null
  sentence: string
}

export interface DecisionRule {
  rule: string
  title: string
  result: RuleResult
  sentence: string
  because: { option: string; value: string } | null
}

export interface Remedy {
  kind: 'EDIT' | 'ERRAND'
  action: string
  subjectId: string | null
  /** For an edit that moves the post: where to. */
  accountId: string | null
  sentence: string
  /** What an edit changes in the words; absent when it leaves them as they are. */
  text?: TextChange
}

/** The characters from `from` up to but not including `to` give way to `with`. */
export interface Splice {
  from: number
  to: number
  with: string
}

export interface TextChange {
  caption?: Splice
  eventName?: Splice
  hashtags?: string[]
  links?: string[]
}

export interface Decision {
  id: string
  verdict: Verdict
  sentence: string
  settingId: string
  account: { id: string; name: string; platform: Platform }
  askedAt: string
  checkedAt: string
  plannedFor: string
  ruleSet: string
  people: DecisionPerson[]
  rules: DecisionRule[]
  remedies: Remedy[]
}

/** A row of the list of recent answers; the whole answer stands at its own address. */
export type DecisionSummary = Pick<Decision, 'id' | 'verdict' | 'sentence' | 'account' | 'askedAt' | 'plannedFor'>

// imports: the same shape for people with their consents and, in part, for staff

export interface Finding {
  row: number
  severity: 'REJECTED' | 'FLAG' | 'SKIPPED' | 'NOTE'
  message: string
}

export const childTargets = [
  'FIRST_NAME',
  'PREFERRED_FIRST_NAME',
  'SURNAME',
  'PREFERRED_SURNAME',
  'FULL_NAME',
  'CLASS',
  'EXTERNAL_ID',
  'UPN',
  'SCHOOL',
] as const
export const giverTargets = [
  'GIVER_NAME',
  'GIVER_FIRST_NAME',
  'GIVER_SURNAME',
  'GIVER_ID',
  'RELATION',
  'RESPONSIBILITY',
  'GIVER_EMAIL',
] as const
export const answerTargets = ['CONSENT', 'ANSWERED_BY', 'SIGNED_ON', 'FORM_VERSION', 'KEPT_AT'] as const
export type Target =
  | 'IGNORED'
  | (typeof childTargets)[number]
  | (typeof giverTargets)[number]
  | (typeof answerTargets)[number]

/** What an answer can be for: the purposes of a picture, and the child's full name beside it. */
export const consentPurposes = [...purposes, 'FULL_NAME'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]

export type DateOrder = 'DAY_FIRST' | 'MONTH_FIRST'

export interface ColumnMapping {
  index: number
  target: Target
  purpose: ConsentPurpose | null
  channels: Platform[]
  recordsAnswers: boolean
  guardian: number
}

export interface Mapping {
  columns: ColumnMapping[]
  dateOrder: DateOrder | null
  school: string | null
}

export interface ImportResult {
  created: number
  changed: number
  unchanged: number
  active: number
  pending: number
  refused: number
  kept: number
  failed: number
}

export interface RosterImport {
  id: string
  settingId: string
  fileName: string
  state: 'NEEDS_MAPPING' | 'PREVIEWED' | 'RUNNING' | 'DONE' | 'FAILED' | 'REFUSED' | 'DISCARDED'
  refusal: { sentence: string } | null
  encoding: string | null
  encodingCertain: boolean
  separator: string | null
  headingRow: number
  columns: { index: number; heading: string; samples: string[] }[]
  mapping: Mapping
  remembered: boolean
  question: { code: 'DATE_ORDER' | 'SCHOOL'; sentence: string; options: string[] } | null
  preview: {
    rows: number
    people: number
    accepted: number
    rejected: number
    skipped: number
    givers: number
    answers: { active: number; pending: number; refused: number; none: number }
    findings: Finding[]
    findingsTotal: number
  } | null
  progress: { done: number; total: number }
  result: ImportResult | null
  formVersion: string | null
  signedOn: string | null
  keptAt: string | null
  createdAt: string
}

/** What holds for every answer of a file that does not say it itself. */
export interface BatchDetails {
  formVersion: string | null
  signedOn: string | null
  keptAt: string | null
}

// the directory, as a group admin sees it

export const settingRoles = [
  'SETTING_HEAD',
  'LINE_MANAGER',
  'SLT',
  'DSL',
  'OSC',
  'GOVERNOR',
  'CHAIR',
  'HR',
  'HEAD_COMMS',
  'WEB_MANAGER',
  'MARKETING',
  'MODERATOR',
  'CONTRIBUTOR',
  'AREA_OWNER',
  'EMPLOYEE',
  'AGENCY_STAFF',
  'VOLUNTEER',
  'ELECTED_MEMBER',
  'PARENT',
  'PUPIL',
  'ICT',
  'POLICY_OWNER',
  'APPROVING_BODY',
  'RETURN_CONTACT',
  'INVESTIGATOR',
] as const

export const personTypes = [
  'EMPLOYEE',
  'CASUAL',
  'AGENCY',
  'PARTNER_INDIVIDUAL',
  'VOLUNTEER',
  'STUDENT_TRAINEE',
  'GOVERNOR',
  'ELECTED_MEMBER',
  'PUPIL',
  'FORMER_PUPIL',
  'PARENT_CARER',
  'FORMER_FAMILY',
  'FORMER_EMPLOYEE',
  'VISITOR',
  'PUBLIC',
] as const
export type PersonType = (typeof personTypes)[number]

export interface Setting extends SettingSummary {
  emailDomains: string[]
  open: boolean
  /** Posts the setting must have and nobody holds today. */
  unfilledPosts: string[]
  version: number
}

export interface Group {
  id: string
  name: string
  version: number
}

export type SettingDetails = Pick<Setting, 'officialName' | 'type' | 'nation' | 'emailDomains' | 'labels'>

export interface Person {
  id: string
  name: string
  email: string
  personType: PersonType
  status: 'ACTIVE' | 'DISABLED'
  lineManagerId?: string | null
  posts: HeldPost[]
  /** With one person only. */
  /** Those of late; with one person only. */
  passwordCodes?: GivenCode[]
  endedPosts?: HeldPost[]
  version: number
}

export type PersonDetails = Pick<Person, 'name' | 'email' | 'personType'>

export interface NewPost {
  settingId: string | null
  role: string
  deputy: boolean
  from: string | null
  to: string | null
}

export const clientScopes = ['decisions', 'roster'] as const

export interface ApiClient {
  id: string
  name: string
  scopes: string[]
  settingIds: string[]
  status: 'ACTIVE' | 'ENDED'
  createdAt: string
  endedAt: string | null
}

export interface StaffImport {
  id: string
  fileName: string
  state: 'PREVIEWED' | 'REFUSED' | 'RUNNING' | 'DONE' | 'LAPSED'
  refusal: { sentence: string } | null
  encoding: string | null
  encodingCertain: boolean | null
  preview: {
    rows: number
    people: number
    accepted: number
    rejected: number
    skipped: number
    posts: {
      row: number
      name: string
      email: string
      settingId: string
      role: string
      deputy: boolean
      from: string
      to: string | null
    }[]
    findings: Finding[]
    findingsTotal: number
  } | null
  progress: { done: number; total: number }
  result: { given: number; rejected: number } | null
}

// posts that were put out

export type TakedownCause = 'NOT_CLEARED' | 'OUT_UNCHECKED' | 'RETRACTED'
export type SeenHow = 'OPENED_THE_ADDRESS' | 'SCREENSHOT' | 'PLATFORM_CONFIRMED'
export const seenHows: readonly SeenHow[] = ['OPENED_THE_ADDRESS', 'SCREENSHOT', 'PLATFORM_CONFIRMED']

export interface Published {
  id: string
  settingId: string
  decisionId: string
  address: string
  how: 'REGISTERED' | 'ALREADY_OUT'
  checkedOutside: string[]
  postedAt: string
  openTakedown: string | null
  actuallyRemoved: boolean
  removedSeenAt: string | null
}

export interface Takedown {
  id: string
  settingId: string
  itemId: string
  decisionId: string
  account: { id: string; name: string; platform: Platform }
  address: string
  postedAt: string
  cause: TakedownCause
  people: string[]
  openedAt: string
  dueAt: string
  state: 'OPEN' | 'OVERDUE' | 'DONE'
  proof: { recordedAt: string; seenGoneAt: string; how: SeenHow; words: string } | null
}

export interface Notice {
  id: string
  kind: 'ANSWER_CHANGED' | 'TAKE_DOWN'
  sentence: string
  decisionId: string
  takedownId: string | null
  settingId: string
  account: string
  askedAt: string
  madeAt: string
  seenAt: string | null
}

export interface NoticeList {
  items: Notice[]
  next: string | null
  unseen: number
}

export interface DecisionCard {
  decisionId: string
  code: string
  address: string
  svg: string
}

/** An answer worked out again from the rows it was given by, and what does not agree. */
export interface Replay {
  decisionId: string
  ruleSet: string
  same: boolean
  replayedAt: string
  mismatches: { part: 'RULES' | 'QUESTION' | 'FACTS' | 'ROWS' | 'ANSWER'; where: string; sentence: string }[]
  basis: {
    fact: 'PEOPLE' | 'ACCOUNTS' | 'OPTIONS' | 'WORDING' | 'NAMES' | 'SETTING' | 'PICTURE'
    from: 'ROWS' | 'SEALED'
    sentence: string
  }[]
  /** Rules that nobody checked, then or now. */
  notChecked: string[]
}

export interface CardCheck {
  decisionId: string
  code: string
  account: string
  askedAt: string
  verdictThen: Decision['verdict']
  checkedAt: string
  verdict: Decision['verdict']
  stillSo: boolean
}

/** What a picture carried beside what it shows; gone from the cleaned copy. */
export type PictureFinding = 'LOCATION' | 'SERIAL_NUMBER' | 'EMBEDDED_THUMBNAIL' | 'COMMENT' | 'OTHER_METADATA'

export interface Picture {
  id: string
  settingId: string
  state: 'READY' | 'EXPIRED' | 'REMOVED'
  findings: PictureFinding[]
  /** Of the cleaned copy: the one thing that can be cleared. */
  digest: string
  format: 'JPEG' | 'PNG' | null
  width: number | null
  height: number | null
  bytes: number | null
  uploadedAt: string
  expiresAt: string
  endedAt: string | null
}

// families: asked by staff, and what a family is shown and says

export type FamilyLanguage = 'EN' | 'CY'

/** What a family reads in one language. */
export interface FamilyWording {
  introduction: string
  declaration: string
  questions: Record<ConsentPurpose, string>
}

export interface FamilyWordings {
  /** 0 for the words that a setting starts with. */
  version: number
  wording: Record<FamilyLanguage, FamilyWording>
}

export type FamilyStatus = 'NOT_ASKED' | 'ASKED' | 'ANSWERED' | 'NO_ADDRESS' | 'BOUNCED'

export interface ListedFamily {
  giverId: string
  name: string
  hasAddress: boolean
  /** The class is empty for a child who is in none. */
  children: { id: string; firstName: string; surname: string; className: string }[]
  status: FamilyStatus
  askedAt: string | null
  remindedAt: string | null
  answeredAt: string | null
}

export interface FamilyList extends Page<ListedFamily> {
  /** A standing that no family has is absent. */
  counts: Partial<Record<FamilyStatus, number>>
}

export interface FamilyRound {
  id: string
  settingId: string
  kind: 'ASK' | 'REMIND' | 'RENEW'
  className: string | null
  /** Of a renewal: the day by which a yes had to end to be asked about. */
  until: string | null
  state: 'RUNNING' | 'DONE'
  total: number
  done: number
  mailed: number
  withoutAddress: number
  startedAt: string
  finishedAt: string | null
}

/** Whom a renewal would ask. */
export interface Renewal {
  until: string
  families: number
  children: number
  askedLately: number
  withoutAddress: number
  onForm: number
  restDays: number
}

export interface WaitingMail {
  id: string
  kind: 'INVITATION' | 'REMINDER' | 'LINK' | 'RECEIPT'
  to: string
  at: string
}

export interface Outbox {
  /** Whether there is a mail server; then nothing is listed. */
  server: boolean
  items: WaitingMail[]
}

export interface OpenedMail {
  subject: string
  text: string
  link: string
}

export type IdentityCheck = 'KNOWN_IN_PERSON' | 'PHOTO_ID'

export interface FamilyEntry {
  link: string
  until: string
}

export type FamilyAnswer = 'YES' | 'NO'

export interface FamilyQuestion {
  purpose: ConsentPurpose
  /** Null for a use that is not asked about place by place. */
  channel: Platform | null
}

/** An answer of theirs that stands. */
export interface StandingAnswer extends FamilyQuestion {
  answer: FamilyAnswer
  at: string
}

export interface OwnChild {
  id: string
  firstName: string
  answers: StandingAnswer[]
}

export interface FamilyPage {
  setting: string
  wordingVersion: number
  wording: Record<FamilyLanguage, FamilyWording>
  questions: FamilyQuestion[]
  children: OwnChild[]
  receipts: { id: string; reference: string; at: string }[]
  until: string
}

export interface GivenAnswer extends FamilyQuestion {
  child: string
  answer: FamilyAnswer
}

export interface FamilyAnswers {
  wordingVersion: number
  language: FamilyLanguage
  signedName: string
  declared: boolean
  answers: GivenAnswer[]
}

export interface FamilyReceipt {
  id: string
  reference: string
  at: string
  language: FamilyLanguage
  wordingVersion: number
  signedName: string
  answers: (GivenAnswer & { firstName: string })[]
}
