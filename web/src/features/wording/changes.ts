import type { ListedWord, WordList } from '../../api/wording'

/** What somebody does to the list, whatever the list is by then. */
export interface Change {
  did: 'added' | 'removed'
  /** The word or the contact it is about. */
  about: string
  /** The field it was typed into. */
  field?: 'word' | 'contact'
  edit: (list: WordList) => WordList
  undo?: Change
}

export const addWord = (word: ListedWord): Change => ({
  did: 'added',
  about: word.word,
  field: 'word',
  edit: (list) => ({ ...list, words: [...list.words, word] }),
})

export const removeWord = (word: ListedWord): Change => ({
  did: 'removed',
  about: word.word,
  edit: (list) => ({ ...list, words: list.words.filter((one) => one.word !== word.word) }),
  undo: { ...addWord(word), field: undefined },
})

export const addContact = (contact: string): Change => ({
  did: 'added',
  about: contact,
  field: 'contact',
  edit: (list) => ({ ...list, ownContacts: [...list.ownContacts, contact] }),
})

export const removeContact = (contact: string): Change => ({
  did: 'removed',
  about: contact,
  edit: (list) => ({ ...list, ownContacts: list.ownContacts.filter((one) => one !== contact) }),
  undo: { ...addContact(contact), field: undefined },
})
