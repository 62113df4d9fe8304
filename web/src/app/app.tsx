import { MantineProvider } from '@mantine/core'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { LastResort } from './fallbacks'
import type { newRouter } from './routes'
import { cssVariables, theme } from './theme'

/** The gateway writes a fresh nonce into each page; without it the strict policy would silently drop the theme. */
const styleNonce = () => document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''

interface Props {
  router: ReturnType<typeof newRouter>
  queries: QueryClient
  env?: 'default' | 'test'
}

export function App({ router, queries, env = 'default' }: Props) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      getStyleNonce={styleNonce}
      forceColorScheme="light"
      env={env}
    >
      <LastResort>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </LastResort>
    </MantineProvider>
  )
}
