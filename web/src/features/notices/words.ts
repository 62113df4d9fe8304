import { addWords } from '../../locales'
import en from '../../locales/en/notices.json'

addWords('notices', { en })
