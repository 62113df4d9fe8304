import { execFileSync, spawn } from 'node:child_process'

const pause = (seconds) => new Promise((resume) => setTimeout(resume, 1000 * seconds))

/** The launcher's command on one data directory, and the processes behind the parts. */
export class Platform {
  constructor(root, data) {
    this.program = `${root}/clearpost`
    this.data = data
  }

  /** Resolves when the command has ended well. */
  run(command, ...args) {
    return new Promise((resolve, reject) => {
      const child = spawn(this.program, [command, '--data', this.data, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
      child.on('error', reject)
      child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`./clearpost ${command} ended with ${code}`))))
    })
  }

  parts() {
    return JSON.parse(execFileSync(this.program, ['status', '--data', this.data, '--json'], { encoding: 'utf8' })).parts
  }

  pid(part) {
    const { pid } = this.parts().find((one) => one.name === part)
    if (!(pid > 1)) throw new Error(`${part} has no process`)
    return pid
  }

  /** The processes that this one started, with their names. */
  children(pid) {
    return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
      .split('\n')
      .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
      .filter((found) => found && Number(found[2]) === pid)
      .map((found) => ({ pid: Number(found[1]), name: found[3] }))
  }
}

const service = 'media-consent-service'
const database = 'postgres'

function signal(pids, what) {
  for (const pid of pids) {
    try {
      process.kill(pid, what)
    } catch (error) {
      if (error.code !== 'ESRCH') throw error
    }
  }
}

let held = []

async function paused(pids, seconds) {
  held = pids
  signal(pids, 'SIGSTOP')
  await pause(seconds)
  goOn()
}

/** Nothing stays paused, also when the race is broken off. */
export function goOn() {
  signal(held, 'SIGCONT')
  held = []
}

function server(platform) {
  const postmaster = platform.pid(database)
  return { postmaster, backends: platform.children(postmaster).map((one) => one.pid) }
}

function serviceKilled(platform) {
  const pid = platform.pid(service)
  return async () => signal([pid], 'SIGKILL')
}

/** With all its processes at once: nothing is left to write what was not written yet. */
function databaseKilled(platform) {
  const { postmaster, backends } = server(platform)
  return async () => signal([postmaster, ...backends], 'SIGKILL')
}

function servicePaused(seconds) {
  return (platform) => {
    const pid = platform.pid(service)
    return () => paused([pid], seconds)
  }
}

function databasePaused(seconds) {
  return (platform) => {
    const { postmaster, backends } = server(platform)
    return () => paused([postmaster, ...backends], seconds)
  }
}

/** A process of the server that serves this service, preferably one that is doing something: the server then restarts itself. */
function oneProcessKilled(platform) {
  const found = platform.children(platform.pid(database)).filter((one) => /\bmedia_app\b/.test(one.name))
  const busy = found.find((one) => !/\bidle$/.test(one.name)) ?? found[0]
  return async () => signal([busy.pid], 'SIGKILL')
}

/** What processes of a dead server were about to do, they must not do to the data of the next one. */
function killedWithProcessesPaused(platform) {
  const { postmaster, backends } = server(platform)
  return async () => {
    signal(backends, 'SIGSTOP')
    signal([postmaster], 'SIGKILL')
    await paused(backends, 5)
  }
}

function takenAway(part) {
  return (platform) => async () => {
    await platform.run('break', part, '--kill')
    await pause(2)
    await platform.run('mend', part)
  }
}

/**
 * What is done to the platform; each prepares itself and gives what to do. The launcher notices by itself what was
 * killed. The gateway waits ten seconds for an answer: some pauses are longer.
 */
export const outages = {
  'service killed': serviceKilled,
  'service paused for 5 s': servicePaused(5),
  'one process of PostgreSQL killed': oneProcessKilled,
  'PostgreSQL paused for 5 s': databasePaused(5),
  'PostgreSQL killed': databaseKilled,
  'service paused for 14 s': servicePaused(14),
  'PostgreSQL paused for 14 s': databasePaused(14),
  'PostgreSQL killed, its processes paused for 5 s': killedWithProcessesPaused,
  'service taken away and mended': takenAway(service),
  'PostgreSQL taken away and mended': takenAway(database),
}
