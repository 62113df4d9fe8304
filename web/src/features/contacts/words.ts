import { addWords } from '../../locales'
import en from '../../locales/en/contacts.json'

addWords('contacts', { en })
