import { addWords } from '../../locales'
import en from '../../locales/en/import.json'

addWords('import', { en })
