import { addWords } from '../../locales'
import en from '../../locales/en/consent.json'

addWords('consent', { en })
