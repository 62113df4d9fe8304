import type { Account, Decision, Me, SettingSummary, Subject } from '../api/types'

/** Invented people and places; every test reads from here. */

export const willow: SettingSummary = {
  id: '0190aaaa-0000-7000-8000-000000000001',
  officialName: 'Willow Lane Nursery',
  type: 'EARLY_YEARS',
  nation: 'ENGLAND',
  labels: { SETTING_HEAD: 'Nursery manager' },
}

export const harbour: SettingSummary = {
  id: '0190aaaa-0000-7000-8000-000000000002',
  officialName: 'Harbour Street Primary School and Resource Base',
  type: 'SCHOOL',
  nation: 'WALES',
  labels: {},
}

export const post = (role: string, settingId: string | null = willow.id) => ({
  postId: `post-${role}`,
  settingId,
  role,
  deputy: false,
  from: '2020-09-01',
  to: null,
})

export const contributor: Me = {
  person: { id: 'person-1', name: 'Ottilie Marsh', email: 'ottilie@willow.example', personType: 'EMPLOYEE' },
  group: { id: 'group-1', name: 'Brightwater Learning' },
  posts: [post('CONTRIBUTOR')],
  settings: [willow],
}

export const as = (...roles: string[]): Me => ({ ...contributor, posts: roles.map((role) => post(role)) })

export const groupAdmin: Me = {
  ...contributor,
  posts: [post('GROUP_ADMIN', null)],
  settings: [willow, harbour],
}

export const account = (over: Partial<Account> = {}): Account => ({
  id: 'account-1',
  settingId: willow.id,
  platform: 'FACEBOOK',
  name: 'Willow Lane page',
  address: 'https://social.example/willow-lane',
  status: 'LIVE',
  contributors: ['person-1'],
  version: 1,
  ...over,
})

const child = (
  number: number,
  firstName: string,
  surname: string,
  className: string | null,
  social: Subject['purposes'][keyof Subject['purposes']] = 'CLEARED',
  kind: Subject['kind'] = 'CHILD',
): Subject => ({
  id: `subject-${number}`,
  kind,
  firstName,
  surname,
  className,
  purposes: {
    SOCIAL_MEDIA: social,
    WEBSITE: 'CLEARED',
    DISPLAY: 'CLEARED',
    PRINT: 'NOT_ASKED',
    PRESS: 'NOT_CLEARED',
    INTERNAL: 'CLEARED',
    TAKING: 'CLEARED',
  },
})

export const subjects: Subject[] = [
  child(1, 'Amara', 'Okonjo', 'Squirrels'),
  child(2, 'Bryn', 'Castellan', 'Squirrels', 'NOT_CLEARED'),
  child(3, 'Chiyo', 'Lindqvist', 'Squirrels', 'NOT_ASKED'),
  child(4, 'Dafydd', 'Pellworth', 'Hedgehogs'),
  child(5, 'Esme', 'Tarrant-Iqbal', 'Hedgehogs'),
  child(6, 'Farid', 'Wolstenholme', 'Hedgehogs'),
  child(7, 'Greta', 'Abernathy', null, 'CLEARED', 'STAFF'),
  child(8, 'Hana', 'Ferreday', null, 'NOT_ASKED', 'VOLUNTEER'),
]

export const decision = (over: Partial<Decision> = {}): Decision => ({
  id: 'decision-1',
  verdict: 'DENY',
  sentence: 'Do not post this on the Willow Lane page: Bryn Castellan is not cleared.',
  settingId: willow.id,
  account: { id: 'account-1', name: 'Willow Lane page', platform: 'FACEBOOK' },
  askedAt: '2026-11-20T10:02:00Z',
  checkedAt: '2026-11-20T10:02:00Z',
  plannedFor: '2026-11-20T10:02:00Z',
  ruleSet: '2026-11',
  people: [
    { subjectId: 'subject-1', name: 'Amara Okonjo', outcome: 'CLEARED', showAs: 'Amara O', sentence: 'Cleared for Facebook.' },
    { subjectId: 'subject-2', name: 'Bryn Castellan', outcome: 'NOT_CLEARED', showAs: null, sentence: 'Not cleared for Facebook.' },
  ],
  rules: [
    { rule: 'PST-05', title: 'People in the picture', result: 'FAIL', sentence: 'One person is not cleared.', because: null },
    { rule: 'PST-06', title: 'Names', result: 'WARN', sentence: 'Children are named by first name and initial.', because: { option: 'OPT-14', value: 'FIRST_INITIAL' } },
    { rule: 'PST-01', title: 'Account', result: 'PASS', sentence: 'The account is on the register and live.', because: null },
    { rule: 'PST-03', title: 'Approval', result: 'NOT_CHECKED', sentence: 'Manager approval is not checked yet.', because: null },
    { rule: 'PST-07', title: 'Clothing', result: 'NOT_CHECKED', sentence: 'Clothing is not checked yet.', because: null },
  ],
  remedies: [
    { kind: 'EDIT', action: 'LEAVE_OUT', subjectId: 'subject-2', accountId: null, sentence: 'Leave Bryn Castellan out of the picture.' },
    { kind: 'EDIT', action: 'MARK_NOT_IDENTIFIABLE', subjectId: 'subject-2', accountId: null, sentence: 'Crop or blur so that Bryn Castellan cannot be recognised.' },
    { kind: 'ERRAND', action: 'GET_APPROVAL', subjectId: null, accountId: null, sentence: 'Ask a manager to approve the post.' },
  ],
  ...over,
})
