import type ask from './en/ask.json'
import type checks from './en/checks.json'
import type common from './en/common.json'
import type consent from './en/consent.json'
import type contacts from './en/contacts.json'
import type decisions from './en/decisions.json'
import type directory from './en/directory.json'
import type families from './en/families.json'
import type home from './en/home.json'
import type notices from './en/notices.json'
import type takedowns from './en/takedowns.json'
import type importing from './en/import.json'
import type options from './en/options.json'
import type picture from './en/picture.json'
import type outing from './en/outing.json'
import type roster from './en/roster.json'
import type setup from './en/setup.json'
import type status from './en/status.json'
import type wording from './en/wording.json'

/** Makes a key that no file has a type error. Each new file of words is added here once. */
export interface Words {
  ask: typeof ask
  checks: typeof checks
  common: typeof common
  consent: typeof consent
  contacts: typeof contacts
  decisions: typeof decisions
  directory: typeof directory
  families: typeof families
  home: typeof home
  notices: typeof notices
  takedowns: typeof takedowns
  import: typeof importing
  options: typeof options
  picture: typeof picture
  outing: typeof outing
  roster: typeof roster
  setup: typeof setup
  status: typeof status
  wording: typeof wording
}
