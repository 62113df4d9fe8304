import { addWords } from '../../locales'
import en from '../../locales/en/directory.json'

addWords('directory', { en })
