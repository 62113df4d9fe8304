import type { Page } from '@playwright/test'
import { lighter as png } from '../../support/pictures'
import { nursery, person } from '../../support/platform'
import { expect, signIn, test } from '../../support/test'

/** Sends a file to the share target the way a phone's gallery does: a form of its own, as multipart/form-data. */
const share = (page: Page, file: { name: string; type: string; base64: string } | null) =>
  page.evaluate(
    ({ file }) => {
      const form = document.createElement('form')
      form.method = 'post'
      form.action = '/share-picture'
      form.enctype = 'multipart/form-data'
      const input = document.createElement('input')
      input.type = 'file'
      input.name = 'picture'
      if (file) {
        const bytes = Uint8Array.from(atob(file.base64), (letter) => letter.charCodeAt(0))
        const given = new DataTransfer()
        given.items.add(new File([bytes], file.name, { type: file.type }))
        input.files = given.files
      }
      form.append(input)
      document.body.append(form)
      form.submit()
    },
    { file },
  )

const photo = { name: 'mia-thompson.png', type: 'image/png', base64: png }

/** Waits until the platform's service worker takes the requests of this page. */
async function worker(page: Page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (navigator.serviceWorker.controller) return
    await new Promise((taken) => navigator.serviceWorker.addEventListener('controllerchange', taken, { once: true }))
  })
}

const shelves = (page: Page) => page.evaluate(async () => (await caches.keys()).filter((name) => name.includes('shared')))

/** What left this browser with something in it, from the page or the worker. */
function writes(page: Page) {
  const sent: string[] = []
  page.context().on('request', (request) => {
    if (request.method() !== 'GET') sent.push(`${request.method()} ${new URL(request.url()).pathname}`)
  })
  return sent
}

const useIt = (page: Page) => page.getByRole('button', { name: 'Use this picture' })

test('IMG-08 SEC-13 a picture shared from a gallery waits in the question, and goes out only when told to', async ({ page }) => {
  await signIn(page, person('contributor', nursery))
  await worker(page)
  const sent = writes(page)
  const posted = page.waitForResponse((answer) => new URL(answer.url()).pathname === '/share-picture')
  await share(page, photo)

  expect((await posted).fromServiceWorker()).toBe(true)
  await expect(page.getByRole('img', { name: 'The picture that was shared' })).toBeVisible()
  await expect(page.getByText('nothing has been sent yet')).toBeVisible()
  expect(new URL(page.url()).pathname).toBe('/ask')
  await expect(page).not.toHaveURL(/shared/)
  expect(await shelves(page)).toEqual([])
  expect(sent.filter((one) => one !== 'POST /share-picture')).toEqual([])

  await useIt(page).click()
  await expect(page.getByRole('img', { name: 'The clean copy' })).toBeVisible()
  const pictures = sent.filter((one) => one !== 'POST /share-picture')
  expect(pictures).toEqual([expect.stringMatching(/^POST \/api\/media\/settings\/[0-9a-f-]+\/pictures$/)])
  await expect.poll(() => page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map((kept) => kept.url)))
    return all.flat().filter((url) => /picture|\/api\//.test(url))
  })).toEqual([])
})

test('IMG-08 SEC-13 a shared picture that is not wanted is gone, and an empty share is said to be one', async ({ page }) => {
  await signIn(page, person('contributor', nursery))
  await worker(page)
  const sent = writes(page)
  await share(page, photo)
  await page.getByRole('button', { name: 'Do not use it' }).click()
  await expect(page.getByText('The shared picture was dropped.')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Choose a picture' })).toBeVisible()
  await expect(useIt(page)).toHaveCount(0)

  await share(page, null)
  await expect(page.getByText('No picture came with what you shared.')).toBeVisible()
  expect(sent.filter((one) => one.includes('/pictures'))).toEqual([])
})

test('IMG-08 SEC-13 whoever is not signed in is told that the picture waits, and finds it after signing in', async ({ page }) => {
  await page.goto('/')
  await worker(page)
  await share(page, photo)
  await expect(page.getByText(/The picture you shared waits on this device for ten minutes/)).toBeVisible()
  expect(await shelves(page)).toEqual(['clearpost-shared'])

  const who = person('contributor', nursery)
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByLabel('E-mail address').fill(who.email)
  await page.getByLabel('Password').fill(who.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('img', { name: 'The picture that was shared' })).toBeVisible()
  expect(await shelves(page)).toEqual([])
})

test('IMG-08 SEC-13 a picture nobody came for is dropped after ten minutes', async ({ page }) => {
  await page.goto('/')
  await worker(page)
  await share(page, photo)
  await expect(page.getByText(/waits on this device/)).toBeVisible()
  await page.evaluate(async () => {
    const shelf = await caches.open('clearpost-shared')
    const at = { headers: { 'x-shared-at': String(Date.now() - 10 * 60_000) } }
    await shelf.put('/shared-picture', new Response('old', at))
  })
  await page.goto('/')
  await expect.poll(() => shelves(page)).toEqual([])
})

test('SEC-13 another site puts no picture into the question', async ({ page, baseURL }) => {
  await signIn(page, person('contributor', nursery))
  await worker(page)
  const sent = writes(page)
  const other = (hiding: boolean) => `<!doctype html><title>Elsewhere</title>
    ${hiding ? '<meta name="referrer" content="no-referrer">' : ''}
    <form method="post" enctype="multipart/form-data" action="${baseURL}/share-picture"><input type="file" name="picture"></form>
    <script>
      const given = new DataTransfer()
      given.items.add(new File([Uint8Array.from(atob('${png}'), (letter) => letter.charCodeAt(0))], 'x.png', { type: 'image/png' }))
      document.querySelector('input').files = given.files
      document.forms[0].submit()
    </script>`
  await page.context().route('http://elsewhere.example/*', (route) =>
    route.fulfill({ contentType: 'text/html', body: other(route.request().url().endsWith('/hiding')) }),
  )

  await page.goto('http://elsewhere.example/open')
  await page.waitForURL('**/ask')
  await expect(page.getByRole('button', { name: 'Choose a picture' })).toBeVisible()
  await expect(useIt(page)).toHaveCount(0)
  expect(await shelves(page)).toEqual([])

  // One that hides where it is looks like a gallery: what it brings is shown, and nothing is done with it.
  await page.goto('http://elsewhere.example/hiding')
  await expect(useIt(page)).toBeVisible()
  await page.getByRole('button', { name: 'Do not use it' }).click()
  await expect(page.getByText('The shared picture was dropped.')).toBeVisible()
  expect(sent.filter((one) => one.includes('/pictures'))).toEqual([])
})
