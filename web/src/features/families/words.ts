import { addWords } from '../../locales'
import en from '../../locales/en/families.json'

addWords('families', { en })
