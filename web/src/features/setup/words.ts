import { addWords } from '../../locales'
import en from '../../locales/en/setup.json'

addWords('setup', { en })
