import { addWords } from '../../locales'
import en from '../../locales/en/home.json'

addWords('home', { en })
