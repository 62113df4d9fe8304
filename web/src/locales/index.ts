import common from './en/common.json'
import type { Words } from './words'

type Language = 'en'
type Space = keyof Words
type Stem<Key extends string> = Key extends `${infer Before}_${Intl.LDMLPluralRule}` ? Before : Key
type KeyOf<Part> = {
  [Key in keyof Part & string]: Part[Key] extends string ? Stem<Key> : `${Key}.${KeyOf<Part[Key]>}`
}[keyof Part & string]

interface Values {
  /** Chooses between `_one`, `_other` and the like, as the language counts. */
  count?: number
  /** Stands in for words that no file has. */
  defaultValue?: string
  [name: string]: unknown
}

/** Says what stands under a key, with the values in its `{{name}}` places; `common:` reaches the words of every page. */
export type Say<In extends Space> = (key: KeyOf<Words[In]> | `common:${KeyOf<Words['common']>}`, values?: Values) => string

const language: Language = 'en'
const plurals = new Intl.PluralRules(language)
const known: Partial<Record<Space, object>> = { common }

/** Adds the words of one feature when its pages load, so that a phone loads only what it shows. */
export function addWords<In extends Space>(space: In, words: Record<Language, Words[In]>) {
  known[space] = words[language]
}

const find = (space: string, path: string) =>
  path.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], known[space as Space])

function say(space: Space, key: string, values: Values = {}): string {
  const [path = '', other] = key.split(':').reverse()
  const place = other ?? space
  const counted = values.count === undefined ? undefined : find(place, `${path}_${plurals.select(values.count)}`)
  const words = counted ?? find(place, path) ?? values.defaultValue ?? key
  return typeof words === 'string' ? words.replace(/{{(\w+)}}/g, (_, name: string) => String(values[name] ?? '')) : key
}

const sayers = new Map<Space, (key: string, values?: Values) => string>()

/** The words of one file: always the same function, so that an effect may depend on it. */
export function wordsOf<In extends Space>(space: In): Say<In> {
  const made = sayers.get(space) ?? ((key: string, values?: Values) => say(space, key, values))
  sayers.set(space, made)
  return made
}

/** The words of the files named, the first of them when a key names none. */
export const useTranslation = <In extends Space = 'common'>(spaces: In | readonly [In, 'common'] = 'common' as In) => ({
  t: wordsOf(typeof spaces === 'string' ? spaces : spaces[0]),
})
