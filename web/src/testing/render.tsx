import { createMemoryHistory } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { App } from '../app/app'
import { newQueries } from '../app/queries'
import { newRouter } from '../app/routes'

/** Opens the whole application at an address, as a person would. */
export function open(address: string) {
  const router = newRouter(createMemoryHistory({ initialEntries: [address] }))
  const user = userEvent.setup()
  const queries = newQueries(0)
  return { ...render(<App router={router} queries={queries} env="test" />), router, user, queries }
}
