import { addWords } from '../../locales'
import en from '../../locales/en/roster.json'

addWords('roster', { en })
