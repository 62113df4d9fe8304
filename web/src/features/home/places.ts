import type { Ability } from '../../api/me'

/**
 * The pages reached from the header and the start page, and what somebody must be able to do to be offered each.
 * One used seldom is on the start page only. A new page adds its row here, its route in routes.tsx and its words under
 * `places` and `home.tiles`.
 */
export const places = [
  { to: '/ask', name: 'ask', ability: 'ask' },
  { to: '/decisions', name: 'answers', ability: 'ask' },
  { to: '/takedowns', name: 'takedowns', ability: 'seeRoster', seldom: true },
  { to: '/notices', name: 'notices', ability: 'ask', seldom: true },
  { to: '/roster', name: 'roster', ability: 'seeRoster' },
  { to: '/families', name: 'families', ability: 'seeConsent', seldom: true },
  { to: '/outbox', name: 'outbox', ability: 'readOutbox', seldom: true },
  { to: '/outing', name: 'outing', ability: 'seeRoster', seldom: true },
  { to: '/import', name: 'import', ability: 'importPeople' },
  { to: '/directory', name: 'directory', ability: 'administer' },
  { to: '/options', name: 'options', ability: 'seeOptions' },
  { to: '/words', name: 'words', ability: 'keepWords', seldom: true },
  { to: '/help-contacts', name: 'contacts', ability: 'editHelp', seldom: true },
  { to: '/status', name: 'status', ability: 'administer', seldom: true },
] as const satisfies readonly { to: string; name: string; ability: Ability; seldom?: true }[]
