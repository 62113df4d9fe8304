import { randomUUID } from 'node:crypto'
import http from 'node:http'

const patience = 30_000
const agent = new http.Agent({ keepAlive: true, maxSockets: Infinity })
const pause = (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds))

/** What was heard instead of an answer, by kind, and what no caller should ever hear. */
export class Heard {
  instead = {}
  unclean = []

  note(kind) {
    this.instead[kind] = (this.instead[kind] ?? 0) + 1
  }
}

/** One exchange over a connection that is kept; status 0 is a connection that broke or never came about. */
function exchange(origin, method, path, headers, body) {
  return new Promise((resolve) => {
    const none = (error) => resolve({ status: 0, headers: {}, text: String(error.code ?? error.message) })
    const request = http.request(new URL(path, origin), { method, headers, agent, timeout: patience }, (response) => {
      const parts = []
      response.on('data', (part) => parts.push(part))
      response.on('error', none)
      response.on('aborted', () => none(new Error('aborted')))
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, text: Buffer.concat(parts).toString('utf8') }),
      )
    })
    request.on('timeout', () => request.destroy(new Error('timeout')))
    request.on('error', none)
    request.end(body)
  })
}

/**
 * Somebody who sends requests, and keeps apart answers from what is none: a connection that broke, "too many" and
 * "cannot be reached" with the time to wait. Any other failure is noted as unclean.
 */
class Caller {
  constructor(origin, heard) {
    this.origin = origin
    this.heard = heard
  }

  async send(method, path, body, key) {
    const json = body === undefined || Buffer.isBuffer(body) ? body : JSON.stringify(body)
    const headers = {
      Accept: 'application/json, application/problem+json',
      ...(await this.credentials(method)),
      'Content-Length': json === undefined ? 0 : Buffer.byteLength(json),
    }
    if (json !== undefined) headers['Content-Type'] = Buffer.isBuffer(json) ? 'application/octet-stream' : 'application/json'
    if (key) headers['Idempotency-Key'] = key
    const sent = performance.now()
    const answer = await exchange(this.origin, method, path, headers, json)
    const answered = performance.now()
    if (answer.status === 0 || answer.status === 401 || answer.status === 429 || answer.status >= 500) {
      await this.listen(`${method} ${path.replaceAll(/[0-9a-f-]{36}/g, '…')}`, answer)
      return null
    }
    return { status: answer.status, sent, tried: sent, answered, body: answer.text ? JSON.parse(answer.text) : null }
  }

  /** Notes what came instead of an answer, and waits as told. */
  async listen(request, { status, headers, text }) {
    const isProblem = String(headers['content-type']).startsWith('application/problem+json')
    this.heard.note(status === 0 ? 'no connection' : String(status))
    if (status === 401 && isProblem) {
      this.signedOut = true
    } else if (status !== 0 && !((status === 429 || status === 503) && isProblem && headers['retry-after'])) {
      this.heard.unclean.push(`${request}: ${status} ${text.slice(0, 300)}`)
    }
    // No longer than a quarter of a second while a part is away: what it does when it comes back is what is looked at.
    await pause(status === 429 ? 1000 * Number(headers['retry-after'] ?? 1) : 250)
  }

  get = (path) => this.send('GET', path)
  post = (path, body, key) => this.send('POST', path, body, key)

  /** Sends a command with one key until it is answered; it was sent when it was first tried. */
  async insist(path, body, key = randomUUID()) {
    const sent = performance.now()
    for (;;) {
      const answer = await this.post(path, body, key)
      if (answer) return { ...answer, sent }
    }
  }

  async insistOnReading(path) {
    for (;;) {
      const answer = await this.get(path)
      if (answer) return answer
    }
  }
}

/** A person at a browser: signs in through the pages, and again when told that they are signed out. */
export class Person extends Caller {
  #login
  #cookies = new Map()

  constructor(origin, heard, login) {
    super(origin, heard)
    this.#login = login
    this.signedOut = true
  }

  async credentials(method) {
    while (this.signedOut) await (this.signingIn ??= this.#signIn().finally(() => (this.signingIn = undefined)))
    return {
      Cookie: this.#cookie(),
      ...(method === 'GET' ? {} : { Origin: this.origin, 'X-XSRF-TOKEN': this.#cookies.get('XSRF-TOKEN') ?? '' }),
    }
  }

  async #signIn() {
    this.#cookies.clear()
    const page = await this.#follow('/oauth2/authorization/clearpost')
    const token = /name="_csrf"\s+value="([^"]+)"|value="([^"]+)"\s+name="_csrf"/.exec(page.text)
    if (!token) return pause(500)
    const form = new URLSearchParams({
      email: this.#login.email,
      password: this.#login.password,
      _csrf: token[1] ?? token[2],
    }).toString()
    await this.#follow('/login', 'POST', form)
    const session = await this.#step('GET', '/api/session')
    this.signedOut = !(session.status === 200 && JSON.parse(session.text).signedIn)
    if (this.signedOut) await pause(500)
  }

  async #follow(path, method = 'GET', form) {
    let answer = await this.#step(method, path, form)
    for (let i = 0; i < 12 && answer.headers.location; i++) {
      const next = new URL(answer.headers.location, this.origin)
      answer = await this.#step('GET', next.pathname + next.search)
    }
    return answer
  }

  async #step(method, path, form) {
    const headers = { Cookie: this.#cookie(), Accept: path.startsWith('/api/') ? 'application/json' : 'text/html' }
    if (form) headers['Content-Type'] = 'application/x-www-form-urlencoded'
    const answer = await exchange(this.origin, method, path, headers, form)
    for (const each of answer.headers['set-cookie'] ?? []) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(each)
      if (!value || /max-age=0/i.test(each)) this.#cookies.delete(name)
      else this.#cookies.set(name, value)
    }
    return answer
  }

  #cookie = () => [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
}

/** Another system with credentials of its own. */
export class Machine extends Caller {
  #client
  #until = 0
  #token

  constructor(origin, heard, client) {
    super(origin, heard)
    this.#client = client
  }

  async credentials() {
    while (this.signedOut || performance.now() > this.#until) {
      await (this.signingIn ??= this.#signIn().finally(() => (this.signingIn = undefined)))
    }
    return { Authorization: `Bearer ${this.#token}` }
  }

  /** Who the token says it is. */
  async id() {
    await this.credentials()
    return JSON.parse(Buffer.from(this.#token.split('.')[1], 'base64url').toString('utf8')).sub
  }

  async #signIn() {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: this.#client.id,
      client_secret: this.#client.secret,
      scope: 'decisions',
    }).toString()
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': form.length }
    const answer = await exchange(this.origin, 'POST', '/oauth2/token', headers, form)
    if (answer.status !== 200) {
      await pause(1000)
      return
    }
    const { access_token: token, expires_in: seconds } = JSON.parse(answer.text)
    this.#token = token
    this.#until = performance.now() + 1000 * Math.max(1, seconds - 45)
    this.signedOut = false
  }
}
