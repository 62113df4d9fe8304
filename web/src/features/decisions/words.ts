import { addWords } from '../../locales'
import en from '../../locales/en/decisions.json'

addWords('decisions', { en })
