// Writes src/api/<service>.d.ts from each OpenAPI file in docs/api. The files are committed.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import openapiTS, { astToString } from 'openapi-typescript'

const from = new URL('../../docs/api/', import.meta.url)
const to = new URL('../src/api/generated/', import.meta.url)
mkdirSync(to, { recursive: true })

for (const file of (existsSync(from) ? readdirSync(from) : []).filter((name) => name.endsWith('.json'))) {
  const types = astToString(await openapiTS(new URL(file, from)))
  writeFileSync(new URL(`${basename(file, '.json')}.d.ts`, to), `// Generated from docs/api/${file} by npm run api.\n${types}`)
}
