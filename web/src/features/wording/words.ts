import { addWords } from '../../locales'
import en from '../../locales/en/wording.json'

addWords('wording', { en })
