import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import common from './en/common.json'

void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  defaultNS: 'common',
  resources: { en: { common } },
  interpolation: { escapeValue: false },
  initAsync: false,
})

export const i18n = i18next

/** Adds the words of one feature when its pages load, so that a phone loads only what it shows. */
export function addWords(namespace: string, words: { en: object }) {
  for (const [language, bundle] of Object.entries(words)) i18next.addResourceBundle(language, namespace, bundle)
}
