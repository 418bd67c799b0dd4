import type { Ctx } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { authHeaders, type Caller, cookieOf } from './caller.ts'
import type { Auth } from './open-auth.ts'
import type { PeopleTables } from './people-tables.ts'

/** Ends the sign-in of this browser. @returns `Set-Cookie` lines for the answer */
export async function signOut(ctx: Ctx<PeopleTables>, auth: Auth, caller: Caller): Promise<string[]> {
  if (!cookieOf(caller, auth.cookies.session)) return []
  const { headers } = await auth.api.signOut({ headers: authHeaders(caller), returnHeaders: true })
  if (ctx.actor.id) await record(ctx, 'person.signed_out', `person:${ctx.actor.id}`)
  return headers.getSetCookie()
}
