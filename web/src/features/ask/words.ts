import { addWords } from '../../locales'
import en from '../../locales/en/ask.json'

addWords('ask', { en })
