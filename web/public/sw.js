// Shows one page when there is no network, and stores nothing else: no answer, no name, no /api. A picture that another
// app shares waits on this device until the page takes it, a moment later; it is never sent from here.
const kept = 'clearpost-offline-1'
const shelf = 'clearpost-shared'
const place = '/shared-picture'
const pieces = ['/offline.html', '/offline.css', '/icon.svg']

/** Long enough to sign in; after it whoever takes the tablet next finds nothing. The page counts the same. */
const longest = 10 * 60_000

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(kept).then((cache) => cache.addAll(pieces)).then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== kept).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

/** A gallery names no page it comes from, and a page of another site that does is not let in. */
const fromElsewhere = ({ referrer }) => /^https?:/.test(referrer) && new URL(referrer).origin !== self.location.origin

async function takeShared(request) {
  await caches.delete(shelf)
  if (fromElsewhere(request)) return Response.redirect('/ask', 303)
  try {
    const picture = (await request.formData()).getAll('picture').find((part) => part instanceof File && part.size > 0)
    const at = { 'x-shared-at': String(Date.now()) }
    if (picture) await (await caches.open(shelf)).put(place, new Response(picture, { headers: at }))
  } catch {
    // The page says that nothing came.
  }
  return Response.redirect('/ask?shared=true', 303)
}

/** Drops a picture that nobody came for. */
async function tidy() {
  if (!(await caches.has(shelf))) return
  const found = await (await caches.open(shelf)).match(place)
  if (!found || Date.now() - Number(found.headers.get('x-shared-at')) >= longest) await caches.delete(shelf)
}

self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url)
  if (event.request.method === 'POST' && origin === self.location.origin && pathname === '/share-picture') {
    event.respondWith(takeShared(event.request))
  } else if (event.request.mode === 'navigate') {
    event.waitUntil(tidy())
    event.respondWith(fetch(event.request).catch(() => caches.match('/offline.html')))
  } else if (origin === self.location.origin && pieces.includes(pathname)) {
    event.respondWith(fetch(event.request).catch(() => caches.match(pathname)))
  }
})
