import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccessWorld, openAccessWorld } from './access/open-access-world.ts'

/**
 * Who is let in where: for every route the askers who pass its guard, everybody else being refused, sent to sign in or
 * told that there is nothing. The file is reviewed by people; `ACCESS=write npm run check` writes it anew.
 */
const file = join(import.meta.dirname, 'access/matrix.json')
type Matrix = Record<string, string[] | 'everybody'>

let world: AccessWorld
const found: Matrix = {}

beforeAll(async () => {
  world = await openAccessWorld()
  for (const route of world.routes) found[route] = await whoPasses(route)
  if (process.env.ACCESS === 'write') writeFileSync(file, `${JSON.stringify(found, null, 1)}\n`)
}, 600_000)
afterAll(() => world.close())

const reviewed = (): Matrix => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {})

test('every route is in the matrix, and no route that is gone', () => {
  expect(world.routes).toEqual(Object.keys(reviewed()).sort())
})

test('every route lets in just the roles that the matrix names', () => {
  expect(found).toEqual(reviewed())
  const asked = world.routes.length * world.askers.length
  process.stdout.write(`${asked} requests: ${world.routes.length} routes × ${world.askers.length} askers\n`)
})

test('every notice leads to a page that the person told may open', async () => {
  expect(await world.closedNotices()).toEqual([])
})

test('an auditor changes nothing, and nobody else’s commune or province is open to an officer’s change', () => {
  const changes = Object.entries(found).filter(
    ([route]) => !route.startsWith('GET ') && !isOwnAffair(route) && route !== auditorsOwn,
  )
  const wrong = changes.flatMap(([route, askers]) =>
    askers === 'everybody'
      ? []
      : askers.filter((name) => /^auditor@/.test(name)).map((name) => `${route}: ${name}`),
  )
  expect(wrong).toEqual([])
})

test('every route lets somebody through, or it is known why not', () => {
  const closed = Object.keys(found).filter((route) => found[route]?.length === 0)
  expect(closed).toEqual(Object.keys(openToNobody).sort())
})

/** Routes that let nobody through in this world, and why. Reviewed by people, as the matrix is. */
const openToNobody: Readonly<Record<string, string>> = {
  'GET /admin/outbox/:id': 'letters can be read in the demonstration only, which this world says it is not',
  'GET /assets/:name': 'built files, which tests do without',
  'GET /sessions/:id/documents/:documentId/signed.pdf':
    'nobody of the demonstration has signed with a certificate of their own',
  'GET /councils/:id/regulation': 'no council of the demonstration has brought in its signed regulation',
  'GET /metrics': 'only for the machine itself; the requests here come from no address',
  'POST /sessions/:sessionId/dossiers/:dossierId/opinions':
    'only for those who advise the council; the askers are its members and strangers to it',
  'POST /account/two-factor/end':
    'an officer’s second factor is demanded outside the demonstration, and cannot be ended',
  'POST /sign-out': 'leads whoever signs out to the page for signing in, as a refusal does',
  'POST /sign-in/two-factor': 'asks for the half-finished sign-in of this browser',
  'GET /sign-in/two-factor': 'asks for the half-finished sign-in of this browser',
}

/** Computes results anew and writes nothing but its own report. */
const auditorsOwn = 'POST /recompute'

/** What everybody may do with their own account, sign-in, preferences, or a file that they are sending. */
function isOwnAffair(route: string): boolean {
  return /^\w+ \/(account|notices|uploads|sign-|forgot-|reset-|invitation$|:choice|api\/v1\/criteria-sets)/.test(
    route,
  )
}

async function whoPasses(route: string): Promise<string[] | 'everybody'> {
  const passing: string[] = []
  for (const asker of world.askers) {
    const { status, location } = await world.ask(route, asker)
    expect(status, `${route} as ${asker.name}`).toBeLessThan(500)
    const sentAway = status === 401 || status === 403 || status === 404 || location?.startsWith('/sign-in')
    if (!sentAway) passing.push(asker.name)
  }
  return passing.length === world.askers.length ? 'everybody' : passing
}
