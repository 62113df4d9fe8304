import { addWords } from '../../locales'
import en from '../../locales/en/outing.json'

addWords('outing', { en })
