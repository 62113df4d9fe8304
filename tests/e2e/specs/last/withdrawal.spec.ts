import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { data } from '../../support/platform'
import { expect, test } from '../../support/test'

const program = join(import.meta.dirname, '..', '..', '..', 'load', 'race', 'run.mjs')

/** What the program tells on its last line. */
interface Result {
  operations: number
  withdrawn: number
  registered: number
  afterWithdrawal: number
  breaches: number
  unclean: number
  lost: number
  withoutTakedown: number
  outages: { what: string }[]
  control: { breaches: number }
}

/** A short race of the kind that `tests/load/run race` runs for longer, on the platform that is up already. */
async function race(baseURL: string | undefined, ...more: string[]) {
  const { port } = new URL(baseURL ?? 'http://localhost:8080')
  const where = ['--running', '--port', port, '--data', data, '--lanes', '6']
  const said = await new Promise<string>((resolve) => {
    // What went wrong is in what it says.
    execFile(process.execPath, [program, ...where, ...more], (failed, stdout, stderr) => resolve(stderr + stdout))
  })
  console.log(said.trim())
  return JSON.parse(said.trim().split('\n').at(-1) ?? '') as Result
}

const nothingWrong = { breaches: 0, unclean: 0, lost: 0, withoutTakedown: 0 }

test('MED-10 MED-11 no answer and no registration outlives a withdrawal', async ({ baseURL }) => {
  const result = await race(baseURL, '--operations', '300', '--control', '100')

  expect(result).toMatchObject(nothingWrong)
  expect(result.afterWithdrawal).toBeGreaterThan(0)
  expect(result.registered).toBeGreaterThan(0)
  // With a yes kept for a second the same race finds somebody who was still told yes.
  expect(result.control.breaches).toBeGreaterThan(0)
})

test('MED-11 GW-03 nothing acknowledged is lost when PostgreSQL is killed in the middle of it', async ({ baseURL }) => {
  test.setTimeout(240_000)
  const result = await race(baseURL, '--operations', '200', '--control', '0', '--outage', 'PostgreSQL killed')

  expect(result).toMatchObject(nothingWrong)
  expect(result.withdrawn).toBeGreaterThan(0)
  expect(result.outages).toHaveLength(1)
})
