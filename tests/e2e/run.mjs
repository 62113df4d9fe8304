// Run by Maven in `verify`: starts the whole platform with its demo data, tests it in a browser, stops it.
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installPackages, requireNode, run } from '../../ops/build/steps.mjs'

const here = dirname(fileURLToPath(import.meta.url))
process.chdir(here)
requireNode('tests/e2e')

const browser = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
)
if (!browser) {
  console.error('tests/e2e: no Chromium was found; install it, point CHROMIUM_PATH at it, or leave the tests out with -Dskip.e2e.')
  process.exit(1)
}

process.env.PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD = '1'
installPackages('tests/e2e')
run(process.execPath, join('node_modules', 'typescript', 'bin', 'tsc'), '--noEmit')

const port = process.env.CLEARPOST_E2E_PORT ?? '18080'
const data = join(here, 'target', 'data')
const clearpost = join(here, '..', '..', 'clearpost')
const launcher = (...args) => spawnSync(clearpost, args, { stdio: 'inherit' }).status

launcher('down', '--data', data)
rmSync(data, { recursive: true, force: true })
let status = launcher('up', '--demo', '--detach', '--training', 'never', '--port', port, '--data', data)
if (status === 0) {
  const playwright = join('node_modules', '@playwright', 'test', 'cli.js')
  const environment = {
    ...process.env,
    CHROMIUM_PATH: browser,
    CLEARPOST_URL: `http://localhost:${port}`,
    CLEARPOST_DATA: data,
  }
  const args = [playwright, 'test', ...process.argv.slice(2)]
  status = spawnSync(process.execPath, args, { stdio: 'inherit', env: environment }).status
}
launcher('down', '--data', data)
process.exit(status ?? 1)
