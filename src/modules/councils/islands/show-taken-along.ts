// Runs beside the pages, as a service worker of /sessions/ alone: TypeScript's types of pages do not know it. It shows what
// a person took along when the line is gone; it keeps nothing by itself. No imports: browsers load it as a plain script.
interface FetchEvent extends Event {
  request: Request
  respondWith(answer: Promise<Response>): void
}

interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}

interface DeskWorker extends EventTarget {
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
}

const desk = self as unknown as DeskWorker
const patience = 6000
/** The take-along page, sheets, evidence: nothing else of a session is ever shown from here. */
const mine = /^\/sessions\/[^/]+\/(desk|dossiers\/[^/]+\/(sheet|evidence\/[^/]+))$/
const built = /^\/(assets|icons|art)\/|^\/favicon\.svg$/

desk.addEventListener('install', (event) => (event as LifeEvent).waitUntil(desk.skipWaiting()))
desk.addEventListener('activate', (event) => (event as LifeEvent).waitUntil(desk.clients.claim()))
desk.addEventListener('fetch', (event) => {
  const { request, respondWith } = event as FetchEvent
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (built.test(pathname)) respondWith.call(event, keptFirst(request))
  else if (mine.test(pathname)) respondWith.call(event, lineFirst(request))
})

/** Built files never change under their names. */
async function keptFirst(request: Request): Promise<Response> {
  return (await keptAnswer(request)) ?? fetch(request)
}

async function lineFirst(request: Request): Promise<Response> {
  const kept = await keptAnswer(request)
  if (!kept) return fetch(request).catch(() => notTaken(request))
  return Promise.race([fetch(request), later()])
    .then(async (answer) => {
      if (answer.ok && isPage(request)) await keepAnew(request, answer.clone())
      // A server in between that cannot reach ours says so; what was taken along says more.
      return answer.status >= 502 && answer.status <= 504 ? kept : answer
    })
    .catch(() => kept)
}

function later(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error('no line')), patience))
}

/** What the person at the desk took along, and only that person. Criterion and paper in the address are the page's own. */
async function keptAnswer(request: Request): Promise<Response | undefined> {
  for (const cache of await ownCaches()) {
    const found = await cache.match(request, { ignoreSearch: isPage(request), ignoreVary: true })
    if (found) return found
  }
  return undefined
}

async function keepAnew(request: Request, answer: Response): Promise<void> {
  const { pathname, search } = new URL(request.url)
  if (search !== '') return
  for (const cache of await ownCaches())
    if (await cache.match(pathname)) await cache.put(pathname, answer.clone())
}

async function ownCaches(): Promise<Cache[]> {
  const owner = await caches.open('kept-owner')
  const personId = await (await owner.match('/sessions/owner'))?.text()
  if (!personId) return []
  const names = (await caches.keys()).filter((name) => name.startsWith(`kept:${personId}:`))
  return Promise.all(names.map((name) => caches.open(name)))
}

function isPage(request: Request): boolean {
  return request.mode === 'navigate' && /\/(sheet|desk)$/.test(new URL(request.url).pathname)
}

function notTaken(request: Request): Response {
  if (request.mode !== 'navigate') return Response.error()
  const session = /^\/sessions\/[^/]+/.exec(new URL(request.url).pathname)?.[0] ?? ''
  const words = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Chưa có mạng</title><h1>Chưa có mạng</h1><p>Trang này không được mang theo trên máy. / This page was not taken along on this device.</p>
<p><a href="${session}/desk">Phiên họp mang theo / Session taken along</a></p>`
  return new Response(words, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } })
}
