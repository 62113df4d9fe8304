import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Who can sign in to the demo, as the launcher wrote it down. */
interface Demo {
  people: { name: string; as: string; setting: string | null; email: string; password: string }[]
  client: { id: string; secret: string }
  settings: Record<string, string>
}

const root = join(import.meta.dirname, '..', '..', '..')

export const data = process.env['CLEARPOST_DATA'] ?? join(root, '.clearpost')

export const demo: Demo = JSON.parse(readFileSync(join(data, 'demo.json'), 'utf8'))

export const school = 'Larkmere Primary School'
export const nursery = 'Little Wrens Nursery'

/** The person whom the console shows as this at that setting. */
export function person(as: string, setting: string | null = school) {
  const found = demo.people.find((one) => one.as === as && (setting === null || one.setting === setting))
  if (!found) throw new Error(`The demo has no ${as} at ${setting}`)
  return found
}

/** Runs ./clearpost on the running platform. */
export function clearpost(...args: string[]) {
  const [command, ...rest] = args
  return spawnSync(join(root, 'clearpost'), [command ?? '', '--data', data, ...rest], { encoding: 'utf8' })
}
