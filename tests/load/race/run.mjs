// Many people ask, withdraw and post at once, through the gateway. Nobody may be told yes, and nothing may be registered,
// after a withdrawal has been answered and before the next yes is sent; what was acknowledged is read back at the end.
//   tests/load/run race                      20,000 operations on a platform of its own
//   tests/load/run race --outages            while the service and PostgreSQL are killed and paused, each in turn
//   tests/load/run race --running --port 8080 --data .clearpost --operations 300 --control 100
// As a control the same is done with a yes kept for a second, which has to be found out. Everybody keeps to the gateway's
// ordinary limits: several sessions of the same people share the work.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Heard, Machine, Person } from './callers.mjs'
import { Platform, goOn, outages } from './outages.mjs'
import { Cast, Race, cached, readBack } from './race.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')
const { values: options } = parseArgs({
  options: {
    operations: { type: 'string', default: '20000' },
    control: { type: 'string', default: '1000' },
    lanes: { type: 'string', default: '12' },
    outages: { type: 'boolean', default: false },
    /** This one, once; may be repeated. */
    outage: { type: 'string', multiple: true, default: [] },
    running: { type: 'boolean', default: false },
    port: { type: 'string', default: '18090' },
    data: { type: 'string', default: join(root, 'tests', 'load', 'target', 'race') },
  },
})
const lanes = Number(options.lanes)
const controlOperations = Number(options.control)
const calmOperations = 150
const recovery = 120_000
const pause = (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds))
const say = (text) => console.log(`${new Date().toISOString().slice(11, 19)} ${text}`)

const platform = new Platform(root, options.data)
if (!options.running) {
  say('Starting the platform')
  await platform.run('up', '--demo', '--detach', '--training', 'never', '--tuned-for', 'load', '--port', options.port)
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    goOn()
    if (!options.running) await platform.run('down')
    process.exit(1)
  })
}
let failed = true
try {
  failed = !(await race())
} finally {
  if (!options.running) await platform.run('down')
}
process.exit(failed ? 1 : 0)

async function race() {
  const demo = JSON.parse(readFileSync(join(options.data, 'demo.json'), 'utf8'))
  const school = 'Larkmere Primary School'
  const heard = new Heard()
  const origin = `http://localhost:${options.port}`
  const sessions = (as, many) => {
    const login = demo.people.find((one) => one.as === as && one.setting === school)
    return Array.from({ length: many }, () => new Person(origin, heard, login))
  }
  const cast = await new Cast(
    demo.settings[school],
    sessions('head', 2),
    sessions('contributor', 3),
    new Machine(origin, heard, demo.client),
  ).gather()

  const control = new Race(cast, lanes, cached)
  if (controlOperations > 0) {
    await control.run(async (counts) => {
      await operations(controlOperations)(counts)
      // A short one may have come to no withdrawal yet.
      while (counts.breaches.length === 0 && counts.withdrawn < 10 * lanes) await pause(20)
    })
    say(`With a yes kept for a second: ${JSON.stringify(control.tally.counts())}`)
  }

  const began = performance.now()
  const real = new Race(cast, lanes)
  const wanted = operations(Number(options.operations))
  const suffered = []
  const tally = await real.run(async (counts) => {
    const log = setInterval(() => say(JSON.stringify(counts.counts())), 30_000)
    try {
      const chosen = options.outages ? Object.keys(outages) : options.outage
      const again = () => options.outages && counts.operations < Number(options.operations)
      for (let i = 0; i < chosen.length || again(); i++) {
        await more(counts, calmOperations)
        suffered.push(await suffer(real, chosen[i % chosen.length]))
      }
      await wanted(counts)
    } finally {
      clearInterval(log)
    }
  })
  const seconds = Math.round((performance.now() - began) / 1000)
  const back = await readBack(cast, [control.tally, tally])

  const result = {
    ...tally.counts(),
    seconds,
    instead: heard.instead,
    unclean: heard.unclean.length,
    outages: suffered,
    published: back.published,
    lost: back.lost.length,
    withoutTakedown: back.unguarded.length,
    control: { operations: control.tally.operations, breaches: control.tally.breaches.length },
  }
  for (const each of [...tally.breaches, ...new Set(heard.unclean), ...back.lost].slice(0, 20)) say(each)
  console.log(JSON.stringify(result))
  return (
    (controlOperations === 0 || result.control.breaches > 0) &&
    tally.afterWithdrawal > 0 &&
    tally.registered > 0 &&
    [result.breaches, result.unclean, result.lost, result.withoutTakedown].every((bad) => bad === 0)
  )
}

function operations(most) {
  return async (counts) => {
    while (counts.operations < most) await pause(20)
  }
}

function more(counts, some) {
  return operations(counts.operations + some)(counts)
}

/**
 * One outage, and how long it was from its end until somebody had asked, withdrawn and posted with requests sent since:
 * half a second later at the earliest, because what was killed may have answered a little longer.
 */
async function suffer(race, what) {
  let end
  const happen = outages[what](platform)
  race.calm = new Promise((resolve) => (end = resolve))
  const before = race.tally.operations
  const began = performance.now()
  await happen()
  const over = performance.now()
  while (Object.values(race.tally.latest).some((sent) => sent < over + 500)) {
    if (performance.now() - over > recovery) throw new Error(`Not recovered two minutes after: ${what}`)
    await pause(50)
  }
  end()
  const outage = {
    what,
    lasted: seconds(over - began),
    recovered: seconds(performance.now() - over),
    answered: race.tally.operations - before,
  }
  say(JSON.stringify(outage))
  return outage
}

function seconds(milliseconds) {
  return Math.round(milliseconds / 100) / 10
}
