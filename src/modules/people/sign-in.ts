import type { Ctx } from '#platform/ctx.ts'
import {
  attemptKey,
  forgetAttempts,
  insertDevice,
  returnAttempt,
  takeAttempt,
  takeKnownDevice,
  touchDevice,
} from './attempt-store.ts'
import { patience } from './attempt-wait.ts'
import { authHeaders, type Caller, callerKey, cookieOf } from './caller.ts'
import { deviceCookie } from './device-cookie.ts'
import { emailAddress } from './email-address.ts'
import { libraryRefusal } from './library-refusal.ts'
import type { Auth } from './open-auth.ts'
import type { PeopleTables } from './people-tables.ts'
import { recordSignIn } from './record-sign-in.ts'
import { newToken } from './secret-token.ts'

/** What came of a try to sign in. `cookies` are `Set-Cookie` lines for the answer. */
export type SignInOutcome =
  | { outcome: 'signed_in'; personId: string; cookies: string[] }
  | { outcome: 'second_factor'; cookies: string[] }
  | { outcome: 'wrong' }
  | { outcome: 'disabled' }
  | { outcome: 'wait'; seconds: number }

interface SignIn {
  email: string
  password: string
  caller: Caller
}

/**
 * Signs somebody in with their password. The same answer and the same time for a wrong password and for an account
 * that does not exist. Guessing is slowed for the caller, never for the account: its owner elsewhere, or on a device
 * that signed in before, is not held up.
 */
export async function signIn(ctx: Ctx<PeopleTables>, auth: Auth, given: SignIn): Promise<SignInOutcome> {
  const email = emailAddress(given.email)
  const { password, caller } = given
  const token = cookieOf(caller, auth.cookies.device)
  const known = token ? await takeKnownDevice(ctx.db, { token, email }) : undefined
  const keys = {
    pair: attemptKey('pair', callerKey(caller), email),
    caller: attemptKey('caller', callerKey(caller)),
  }
  const seconds = known ? 0 : await takeAttempts(ctx, keys)
  if (seconds > 0) return { outcome: 'wait', seconds }

  const answer = await askLibrary(auth, { email, password, caller })
  if (answer.outcome === 'wrong') return answer
  if (!known) await returnAttempt(ctx.db, keys.caller, ctx.now)
  await forgetAttempts(ctx.db, keys.pair)
  if (answer.outcome !== 'signed_in') return answer
  return finishSignIn(ctx, auth, { ...answer, caller })
}

/** What follows when somebody is in: the device is remembered, the event recorded. */
export async function finishSignIn(
  ctx: Ctx<PeopleTables>,
  auth: Auth,
  { personId, cookies, caller }: { personId: string; cookies: string[]; caller: Caller },
): Promise<SignInOutcome & { outcome: 'signed_in' }> {
  const old = cookieOf(caller, auth.cookies.device)
  const known = old !== undefined && (await touchDevice(ctx.db, { token: old, personId, now: ctx.now }))
  // The secret of a new device is ours, never one that somebody may have put into the browser before.
  const token = known ? old : newToken()
  if (!known) await insertDevice(ctx.db, { token, personId, now: ctx.now })
  await recordSignIn(ctx, personId, caller)
  return { outcome: 'signed_in', personId, cookies: [...cookies, deviceCookie(auth, token)] }
}

async function takeAttempts(ctx: Ctx<PeopleTables>, keys: { pair: string; caller: string }): Promise<number> {
  const forCaller = await takeAttempt(ctx.db, keys.caller, patience.caller, ctx.now)
  if (forCaller > 0) return forCaller
  const forPair = await takeAttempt(ctx.db, keys.pair, patience.pair, ctx.now)
  // A try that is not made at all does not count against the caller.
  if (forPair > 0) await returnAttempt(ctx.db, keys.caller, ctx.now)
  return forPair
}

async function askLibrary(auth: Auth, { email, password, caller }: SignIn): Promise<SignInOutcome> {
  try {
    const { headers, response } = await auth.api.signInEmail({
      body: { email, password },
      headers: authHeaders(caller),
      returnHeaders: true,
    })
    await endSessionOf(auth, caller)
    const cookies = headers.getSetCookie()
    if (!('user' in response)) return { outcome: 'second_factor', cookies }
    return { outcome: 'signed_in', personId: response.user.id, cookies }
  } catch (thrown) {
    // The password was right then, so saying that the account is closed tells nothing to a stranger.
    return { outcome: libraryRefusal(thrown) === 'FAILED_TO_CREATE_SESSION' ? 'disabled' : 'wrong' }
  }
}

/** The sign-in that this browser had before is over: nobody can come back to it. */
async function endSessionOf(auth: Auth, caller: Caller): Promise<void> {
  if (cookieOf(caller, auth.cookies.session)) await auth.api.signOut({ headers: authHeaders(caller) })
}
