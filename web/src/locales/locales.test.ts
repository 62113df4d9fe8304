import { expect, test } from 'vitest'
import { addWords, useTranslation, wordsOf } from '.'
import ask from './en/ask.json'
import home from './en/home.json'

test('puts values into their places and counts as the language does', () => {
  addWords('ask', { en: ask })
  const t = wordsOf('ask')
  expect(t('errors.headcountLow', { people: 3, headcount: '2' })).toBe(
    'You added 3 people but counted 2. Take somebody out or count again',
  )
  expect(t('picked', { count: 1 })).toBe('1 person in the picture')
  expect(t('picked', { count: 2 })).toBe('2 people in the picture')
  expect(t('picked', { count: 0 })).toBe('0 people in the picture')
})

test('a value is written as it is, whatever stands in it', () => {
  const t = wordsOf('ask')
  expect(t('removed', { name: '{{count}} $& <b>', count: 1 })).toBe('{{count}} $& <b> taken out. 1 in the picture.')
  expect(t('takeOut', { name: undefined })).toBe('Take out ')
})

test('reaches the words of every page, and stands in for those no file has', () => {
  const t = wordsOf('ask')
  expect(t('common:actions.save')).toBe('Save')
  expect(t('common:roles.KEEPER' as 'common:roles.DSL', { defaultValue: 'KEEPER' })).toBe('KEEPER')
  expect(t('common:roles.constructor' as 'common:roles.DSL', { defaultValue: 'constructor' })).toBe('common:roles.constructor')
  expect(t('errors' as 'title')).toBe('errors')
})

test('is the same function each time, so that an effect may depend on it', () => {
  addWords('home', { en: home })
  expect(useTranslation('home').t).toBe(useTranslation(['home', 'common']).t)
  expect(useTranslation().t('actions.save')).toBe('Save')
})
