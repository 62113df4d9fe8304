import { expect, test } from 'vitest'
import type { Remedy } from '../../api/types'
import { decision } from '../../testing/people'
import { complaints, type Draft, draftOf, edited, emptyDraft, others, type Picked, questionOf } from './draft'

const amara: Picked = { id: 'subject-1', name: 'Amara Okonjo', detail: 'Squirrels', notIdentifiable: false, form: 'NONE' }
const bryn: Picked = { ...amara, id: 'subject-2', name: 'Bryn Castellan', form: 'FULL' }
const two: Draft = { ...emptyDraft, accountId: 'account-1', people: [amara, bryn], headcount: '2' }

const said = (draft: Draft) => complaints(draft).map(({ complaint }) => complaint)
const remedy = (action: string, subjectId: string | null = null, accountId: string | null = null): Remedy => ({
  kind: 'EDIT',
  action,
  subjectId,
  accountId,
  sentence: '',
})

test('answers nothing by itself', () => {
  expect(said(emptyDraft)).toEqual(['account', 'people', 'headcount'])
})

test('accepts a counted picture and one with nobody in it', () => {
  expect(said(two)).toEqual([])
  expect(said({ ...emptyDraft, accountId: 'account-1', nobody: true })).toEqual([])
})

test.each([
  ['several', 'headcountNumber'],
  ['1', 'headcountLow'],
  ['3', 'unlisted'],
])('objects to a count of %s when two were added: %s', (headcount, complaint) => {
  expect(said({ ...two, headcount })).toEqual([complaint])
})

test('does not let somebody ask who still has people to add', () => {
  expect(said({ ...two, headcount: '3', othersUnlisted: false })).toEqual(['unlistedAdd'])
  expect(said({ ...two, headcount: '3', othersUnlisted: true })).toEqual([])
})

test('says that unlisted people are there whenever more were counted than added', () => {
  expect(questionOf({ ...two, headcount: '3', othersUnlisted: true })).toMatchObject({ headcount: 3, unlistedPeople: true })
  expect(questionOf(two)).toMatchObject({ headcount: 2, unlistedPeople: false })
  expect(others({ ...two, headcount: '5' })).toBe(3)
})

test('puts each person in one list only: recognisable or not', () => {
  const question = questionOf({ ...two, people: [{ ...amara, notIdentifiable: true }, bryn] })
  expect(question.people).toEqual(['subject-2'])
  expect(question.notIdentifiable).toEqual(['subject-1'])
  expect(question.names).toContainEqual({ subjectId: 'subject-2', form: 'FULL' })
})

test('asks about nobody when nobody is in it, whoever was added before', () => {
  expect(questionOf({ ...two, nobody: true })).toMatchObject({ nobody: true, people: [], names: [], headcount: null })
})

test('takes links and hashtags apart and leaves out what is empty', () => {
  const question = questionOf({ ...two, links: 'https://a.example\n\nhttps://b.example ', hashtags: '#fair, #fete', caption: '  ' })
  expect(question.links).toEqual(['https://a.example', 'https://b.example'])
  expect(question.hashtags).toEqual(['#fair', '#fete'])
  expect(question.caption).toBeNull()
})

test('comes back from an answer as it was asked', () => {
  const draft: Draft = { ...two, caption: 'A day out', links: 'https://a.example', headcount: '3', othersUnlisted: true }
  const again = draftOf(decision(), questionOf(draft))
  expect(questionOf(again)).toEqual(questionOf(draft))
})

test('comes back with account and people when the question itself is gone', () => {
  const again = draftOf(decision(), undefined)
  expect(again).toMatchObject({ accountId: 'account-1', headcount: '', caption: '' })
  expect(again.people.map((person) => person.id)).toEqual(['subject-1', 'subject-2'])
})

test('makes each proposed edit', () => {
  expect(edited(two, remedy('LEAVE_OUT', 'subject-2'))).toMatchObject({ people: [amara], headcount: '1' })
  expect(edited(two, remedy('MARK_NOT_IDENTIFIABLE', 'subject-2')).people[1]).toMatchObject({ notIdentifiable: true, form: 'NONE' })
  expect(edited(two, remedy('SHORTEN_NAME', 'subject-2')).people[1]).toMatchObject({ form: 'NONE', notIdentifiable: false })
  expect(edited({ ...two, headcount: '4', othersUnlisted: true }, remedy('ONLY_THOSE_LISTED')).headcount).toBe('2')
  expect(edited(two, remedy('POST_WITHOUT_PEOPLE'))).toMatchObject({ nobody: true, people: [] })
  expect(edited(two, remedy('OTHER_ACCOUNT', null, 'account-2')).accountId).toBe('account-2')
})

test('makes the change in the words that the service tells, in the words as it read them', () => {
  const draft: Draft = { ...two, caption: '  Ring 01632 960001 now', links: 'https://a.example\ntel:01632960001', hashtags: '#a #b' }
  const told = edited(draft, {
    ...remedy('TAKE_OUT_CONTACT_DETAILS'),
    text: { caption: { from: 5, to: 17, with: '' }, links: ['https://a.example'] },
  })
  expect(told).toMatchObject({ caption: 'Ring  now', links: 'https://a.example', hashtags: '#a #b' })
  expect(edited({ ...two, eventName: 'Fe\u0301te of Bryn Castellan' }, { ...remedy('LEAVE_OUT', 'subject-2'), text: { eventName: { from: 8, to: 22, with: 'Bryn C.' } } }))
    .toMatchObject({ people: [amara], eventName: 'F\u00e9te of Bryn C.' })
})

test('posts the words alone without their picture', () => {
  expect(edited({ ...two, device: 'PERSONAL', picture: 'p', caption: 'Hello' }, remedy('POST_WITHOUT_PICTURE')))
    .toMatchObject({ nobody: true, people: [], device: null, picture: null, caption: 'Hello' })
})

test('changes nothing for an edit it does not know', () => {
  expect(edited(two, remedy('SOMETHING_NEW', 'subject-1'))).toEqual(two)
})
