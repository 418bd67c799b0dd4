import type { Kysely } from 'kysely'
import { type Actor, nobody } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { authHeaders, type Caller, cookieOf } from './caller.ts'
import type { Auth } from './open-auth.ts'
import type { PeopleTables } from './people-tables.ts'
import { listHoldings } from './role-store.ts'
import { isOver } from './session-life.ts'
import { deleteSession } from './session-store.ts'

/** Who makes a request, found once for every request. */
export interface SignedIn {
  actor: Actor
  /** Null for a visitor. */
  sessionId: string | null
  twoFactorOn: boolean
  /** The language that the person chose; null for a visitor, whose browser says. */
  locale: 'vi' | 'en' | null
  /** `Set-Cookie` lines to send with the answer: a sign-in that was prolonged, or one that is over. */
  cookies: string[]
}

const visitor: SignedIn = { actor: nobody, sessionId: null, twoFactorOn: false, locale: null, cookies: [] }

/** Who is signed in, with the roles of today. A sign-in that is over, or whose account is disabled, is nobody's. */
export async function actorOfRequest(
  db: Kysely<PeopleTables>,
  auth: Auth,
  { caller, now }: { caller: Caller; now: Date },
): Promise<SignedIn> {
  if (!cookieOf(caller, auth.cookies.session)) return visitor
  const { headers, response } = await auth.api.getSession({
    headers: authHeaders(caller),
    returnHeaders: true,
  })
  const cookies = headers.getSetCookie()
  if (!response || response.user.disabledAt) return { ...visitor, cookies }
  const { session, user } = response
  const actor = { id: user.id, name: user.name, holdings: await listHoldings(db, user.id, dayOf(now)) }
  if (isOver(session.createdAt, actor, now)) {
    await deleteSession(db, { id: session.id, personId: user.id })
    return visitor
  }
  const locale = user.locale === 'en' ? 'en' : 'vi'
  return { actor, sessionId: session.id, twoFactorOn: user.twoFactorEnabled === true, locale, cookies }
}
