import { addWords } from '../../locales'
import en from '../../locales/en/options.json'

addWords('options', { en })
