// Steps of a build that are left out when nothing they read has changed since they last succeeded. Used by web/build.mjs
// and tests/e2e/run.mjs; the stamps lie in node_modules/ and target/, so `clean` forgets exactly what it deletes.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

function filesUnder(path) {
  if (!existsSync(path)) return []
  try {
    return readdirSync(path, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)]))
  } catch {
    return [path]
  }
}

function digest(paths) {
  const hash = createHash('sha256').update(process.version)
  for (const file of paths.flatMap(filesUnder)) {
    hash.update(file.replaceAll('\\', '/')).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/** Does `work` unless `result` exists and nothing below `paths` has changed since `stamp` was written. */
export function once(what, paths, stamp, result, work) {
  const now = digest(paths)
  if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) {
    console.log(`${what}: up to date`)
    return
  }
  work()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, now)
}

/** Runs a program to its end and ends with it when it fails. */
export function run(command, ...args) {
  const outcome = spawnSync(command, args, { stdio: 'inherit' })
  if (outcome.error) throw outcome.error
  if (outcome.status !== 0) process.exit(outcome.status ?? 1)
}

/** npm without a shell, on every system: npm's own script beside the Node that runs this file. */
function npm(...args) {
  const places = [
    process.env.npm_execpath,
    join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
  ]
  const script = places.find((place) => place && existsSync(place))
  if (script) run(process.execPath, script, ...args)
  else run('npm', ...args)
}

/** Installs the packages of the folder we are in, exactly as its lock file says. */
export function installPackages(what) {
  const inputs = ['package.json', 'package-lock.json', '.npmrc']
  once(`${what} packages`, inputs, 'node_modules/.clearpost-stamp', 'node_modules', () =>
    npm('ci', '--no-audit', '--no-fund'),
  )
}

/** Ends with one sentence when Node.js is too old for the packages that are used. */
export function requireNode(what) {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`${what} needs Node.js 20.19 or newer, this is ${process.version}.`)
    process.exit(1)
  }
}
