import { type Context, Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { findUnits } from '#modules/territory/index.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { isId } from '#platform/ids.ts'
import { formRefusal, Refusal } from '#platform/refusal.ts'
import { actorOfRequest } from './actor-of-request.ts'
import { changePassword, changeProfile, endSession } from './change-account.ts'
import { twoFactorDemanded } from './demand-two-factor.ts'
import { deviceOf } from './device-words.ts'
import type { PeopleParts } from './people-parts.ts'
import type { PersonRow } from './people-tables.ts'
import { findPerson } from './person-store.ts'
import { callerOf, formOf, sentenceOf } from './request-routes.ts'
import { unitIdOf } from './role-places.ts'
import { listSessions } from './session-store.ts'
import { type AccountFaults, AccountPage } from './views/account-page.tsx'

/** One's own account: name, language, password, where one is signed in. */
export function accountRoutes(parts: PeopleParts): Hono<Env> {
  const routes = new Hono<Env>()

  routes.get('/account', (c) => accountPage(c, parts))

  routes.post('/account/profile', async (c) => {
    const form = await formOf(c, 'name', 'locale')
    const locale = form.locale === 'en' ? 'en' : 'vi'
    const refusal = await formRefusal(changeProfile(c.get('ctx'), { name: form.name, locale }))
    if (refusal) return accountPage(c, parts, { name: sentenceOf(c, refusal) }, form.name)
    setCookie(c, 'language', locale, { path: '/', maxAge: 31_536_000, sameSite: 'Lax', httpOnly: true })
    sayNext(c, 'success', 'people:done.profile_saved')
    return c.redirect('/account', 303)
  })

  routes.post('/account/password', async (c) => {
    const { current, next } = await formOf(c, 'current', 'next')
    const { sessionId } = await signedInHere(c, parts)
    const change = { current, next, sessionId, baseUrl: parts.auth.baseUrl }
    const refusal = await formRefusal(changePassword(c.get('ctx'), change))
    if (refusal) {
      const field = refusal.code.startsWith('people.password_') ? 'next' : 'current'
      return accountPage(c, parts, { [field]: sentenceOf(c, refusal) })
    }
    sayNext(c, 'success', 'people:done.password_changed')
    return c.redirect('/account', 303)
  })

  routes.post('/account/sessions/:id/end', async (c) => {
    const id = c.req.param('id')
    if (!isId(id)) throw new Refusal('not_found', 'people.no_such_session')
    await endSession(c.get('ctx'), id)
    sayNext(c, 'success', 'people:done.session_ended')
    return c.redirect('/account', 303)
  })

  return routes
}

/**
 * Whoever is signed in and this sign-in of theirs.
 * @throws Refusal `people.sign_in_first`
 */
export async function signedInHere(
  c: Context<Env>,
  { auth }: PeopleParts,
): Promise<{ person: PersonRow; sessionId: string }> {
  const { db, now, actor } = c.get('ctx')
  const { sessionId } = await actorOfRequest(db, auth, { caller: callerOf(c), now })
  const person = actor.id && sessionId ? await findPerson(db, actor.id) : undefined
  if (!person || !sessionId) throw new Refusal('forbidden', 'people.sign_in_first')
  return { person, sessionId }
}

async function accountPage(
  c: Context<Env>,
  parts: PeopleParts,
  faults: AccountFaults = {},
  typedName?: string,
): Promise<Response> {
  const { db, now, actor } = c.get('ctx')
  if (!actor.id) return c.redirect('/sign-in?back=/account', 303)
  const { person, sessionId } = await signedInHere(c, parts)
  const units = await findUnits(
    db,
    actor.holdings.map(({ unitPath }) => unitIdOf(unitPath)),
  )
  const sessions = await listSessions(db, person.id, now)
  return render(
    c,
    <AccountPage
      name={typedName ?? person.name}
      email={person.email}
      locale={person.locale}
      twoFactor={{
        on: person.twoFactorEnabled,
        demanded: twoFactorDemanded({ actor, demo: c.get('view').demo }),
      }}
      roles={actor.holdings.map(({ role, unitPath }) => ({
        role,
        unit: units.get(unitIdOf(unitPath))?.name ?? unitPath,
      }))}
      sessions={sessions.map(({ id, ipAddress, userAgent, createdAt }) => ({
        id,
        address: ipAddress ?? '',
        ...deviceOf(userAgent),
        since: createdAt,
        here: id === sessionId,
      }))}
      faults={faults}
    />,
    Object.keys(faults).length > 0 ? 422 : 200,
  )
}
