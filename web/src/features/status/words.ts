import { addWords } from '../../locales'
import en from '../../locales/en/status.json'

addWords('status', { en })
