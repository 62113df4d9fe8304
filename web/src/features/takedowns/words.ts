import { addWords } from '../../locales'
import en from '../../locales/en/takedowns.json'

addWords('takedowns', { en })
