import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
  type RouterHistory,
} from '@tanstack/react-router'
import type { ConsentState } from '../api/consent'
import type { Subject } from '../api/types'
import { Loading } from '../components/states'
import { BrokenPage, NotFoundPage } from './fallbacks'
import { Layout } from './layout'
import { SignedIn } from './signed-in'
import { SignedOutPage } from './signed-out-page'

const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined)

const oneOf = <T extends string>(value: unknown, known: readonly T[]) => known.find((one) => one === value)

const root = createRootRoute({
  validateSearch: (search: Record<string, unknown>): { setting?: string; 'sign-in'?: string } => ({
    setting: text(search.setting),
    'sign-in': text(search['sign-in']),
  }),
  search: { middlewares: [retainSearchParams(['setting'])] },
  component: () => <Layout />,
  errorComponent: (props) => (
    <Layout>
      <BrokenPage {...props} />
    </Layout>
  ),
})

const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedIn })

const anybody = [
  createRoute({
    getParentRoute: () => root,
    path: '/signed-out',
    validateSearch: (search: Record<string, unknown>): { because?: string } => ({ because: text(search.because) }),
    component: SignedOutPage,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/setup',
    component: lazyRouteComponent(() => import('../features/setup/setup-page'), 'SetupPage'),
  }),
] as const

/** Each page is loaded when it is opened. A new page: one entry here and, if it is linked to, one in places.ts. */
const pages = [
  createRoute({
    getParentRoute: () => signedIn,
    path: '/',
    component: lazyRouteComponent(() => import('../features/home/home-page'), 'HomePage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/setup/options',
    component: lazyRouteComponent(() => import('../features/setup/starter-set-page'), 'StarterSetPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/ask',
    validateSearch: (search: Record<string, unknown>): { from?: string; remedy?: number; shared?: true } => ({
      from: text(search.from),
      remedy: typeof search.remedy === 'number' ? search.remedy : undefined,
      shared: search.shared === true || undefined,
    }),
    component: lazyRouteComponent(() => import('../features/ask/ask-page'), 'AskPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/decisions',
    component: lazyRouteComponent(() => import('../features/decisions/decisions-page'), 'DecisionsPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/decisions/$id',
    component: lazyRouteComponent(() => import('../features/decisions/decision-page'), 'DecisionPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/d/$code',
    component: lazyRouteComponent(() => import('../features/decisions/card-page'), 'CardPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/takedowns',
    validateSearch: (search: Record<string, unknown>): { state?: 'OVERDUE' | 'DONE' } => ({
      state: oneOf(search.state, ['OVERDUE', 'DONE']),
    }),
    component: lazyRouteComponent(() => import('../features/takedowns/takedowns-page'), 'TakedownsPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/takedowns/$id',
    component: lazyRouteComponent(() => import('../features/takedowns/takedown-page'), 'TakedownPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/notices',
    component: lazyRouteComponent(() => import('../features/notices/notices-page'), 'NoticesPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/roster',
    validateSearch: (search: Record<string, unknown>): { className?: string; kind?: Subject['kind'] } => ({
      className: text(search.className),
      kind: text(search.kind) as Subject['kind'] | undefined,
    }),
    component: lazyRouteComponent(() => import('../features/roster/roster-page'), 'RosterPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/families',
    validateSearch: (search: Record<string, unknown>): { className?: string; status?: string } => ({
      className: text(search.className),
      status: text(search.status),
    }),
    component: lazyRouteComponent(() => import('../features/families/families-page'), 'FamiliesPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/families/words',
    component: lazyRouteComponent(() => import('../features/families/wording-page'), 'WordingPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/outbox',
    component: lazyRouteComponent(() => import('../features/families/outbox-page'), 'OutboxPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/outing',
    validateSearch: (search: Record<string, unknown>): { on?: string; account?: string; classes?: string[] } => ({
      on: text(search.on),
      account: text(search.account),
      classes: Array.isArray(search.classes)
        ? search.classes.filter((name): name is string => typeof name === 'string')
        : undefined,
    }),
    component: lazyRouteComponent(() => import('../features/outing/outing-page'), 'OutingPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/people/$id',
    component: lazyRouteComponent(() => import('../features/consent/person-page'), 'PicturedPersonPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/people/$id/consent',
    component: lazyRouteComponent(() => import('../features/consent/enter-page'), 'EnterConsentPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/consents',
    validateSearch: (search: Record<string, unknown>): { className?: string; state?: ConsentState } => ({
      className: text(search.className),
      state: text(search.state) as ConsentState | undefined,
    }),
    component: lazyRouteComponent(() => import('../features/consent/list-page'), 'ConsentListPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/consents/lapses',
    component: lazyRouteComponent(() => import('../features/consent/lapses-page'), 'LapsesPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/import',
    component: lazyRouteComponent(() => import('../features/import/import-page'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/import/$id',
    validateSearch: (
      search: Record<string, unknown>,
    ): { step?: 'columns' | 'preview' | 'details' | 'check'; letters?: 'right' } => ({
      step: oneOf(search.step, ['columns', 'preview', 'details', 'check']),
      letters: oneOf(search.letters, ['right']),
    }),
    component: lazyRouteComponent(() => import('../features/import/one-import-page'), 'OneImportPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/options',
    component: lazyRouteComponent(() => import('../features/options/options-page'), 'OptionsPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/options/group',
    component: lazyRouteComponent(() => import('../features/options/options-page'), 'GroupOptionsPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/options/changes',
    component: lazyRouteComponent(() => import('../features/options/changes-page'), 'OptionChangesPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/options/$key',
    validateSearch: (search: Record<string, unknown>): { tried?: string } => ({ tried: text(search.tried) }),
    component: lazyRouteComponent(() => import('../features/options/option-page'), 'OptionPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/options/$key/rehearsal',
    validateSearch: (search: Record<string, unknown>): { value?: string } => ({ value: text(search.value) }),
    component: lazyRouteComponent(() => import('../features/options/rehearsal-page'), 'RehearsalPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/options/group/$key',
    component: lazyRouteComponent(() => import('../features/options/option-page'), 'GroupOptionPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/words',
    component: lazyRouteComponent(() => import('../features/wording/words-page'), 'WordsPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/help-contacts',
    component: lazyRouteComponent(() => import('../features/contacts/contacts-page'), 'ContactsPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/status',
    component: lazyRouteComponent(() => import('../features/status/status-page'), 'StatusPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/directory',
    component: lazyRouteComponent(() => import('../features/directory/settings-page'), 'SettingsPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/directory/settings/new',
    component: lazyRouteComponent(() => import('../features/directory/setting-page'), 'NewSettingPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/directory/settings/$id',
    component: lazyRouteComponent(() => import('../features/directory/setting-page'), 'SettingPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/directory/people',
    validateSearch: (search: Record<string, unknown>): { at?: string } => ({
      at: text(search.at),
    }),
    component: lazyRouteComponent(() => import('../features/directory/people-page'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/directory/people/new',
    component: lazyRouteComponent(() => import('../features/directory/person-form'), 'NewPersonPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/directory/people/$id',
    component: lazyRouteComponent(() => import('../features/directory/person-page'), 'PersonPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/directory/clients',
    component: lazyRouteComponent(() => import('../features/directory/clients-page'), 'ClientsPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/directory/staff',
    component: lazyRouteComponent(() => import('../features/directory/staff-page'), 'StaffPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/directory/staff/$id',
    component: lazyRouteComponent(() => import('../features/directory/staff-page'), 'StaffImportPage'),
  }),
] as const

const tree = root.addChildren([...anybody, signedIn.addChildren([...pages])])

export function newRouter(history?: RouterHistory) {
  return createRouter({
    routeTree: tree,
    history,
    defaultPreload: 'intent',
    defaultNotFoundComponent: NotFoundPage,
    defaultErrorComponent: BrokenPage,
    defaultPendingComponent: () => <Loading />,
    scrollRestoration: false,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>
  }
}
