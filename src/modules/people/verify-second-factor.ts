import { type Ctx, inTransaction } from '#platform/ctx.ts'
import {
  attemptKey,
  forgetAttempts,
  forgetOldCodes,
  returnAttempt,
  takeAttempt,
  takeCode,
  takeKnownDevice,
} from './attempt-store.ts'
import { patience } from './attempt-wait.ts'
import { authHeaders, type Caller, callerKey, cookieOf } from './caller.ts'
import { libraryRefusal } from './library-refusal.ts'
import type { Auth } from './open-auth.ts'
import type { PeopleTables } from './people-tables.ts'
import { findPerson } from './person-store.ts'
import { deleteSessionByToken } from './session-store.ts'
import { finishSignIn } from './sign-in.ts'
import { findChallenge } from './verification-store.ts'

export type SecondFactorOutcome =
  | { outcome: 'signed_in'; personId: string; cookies: string[] }
  /** `over`: the password was too long ago or too many codes were wrong; it starts again from the password. */
  | { outcome: 'wrong' }
  | { outcome: 'over' }
  | { outcome: 'wait'; seconds: number }

interface SecondFactor {
  /** Six digits of the app, or one of the backup codes. */
  code: string
  caller: Caller
}

/**
 * Ends a sign-in with a code of the app or a backup code. A code counts once. Wrong codes are counted for the caller
 * and, since whoever gets here knows the password, for the account as well; a known device is held up by neither.
 */
export async function verifySecondFactor(
  ctx: Ctx<PeopleTables>,
  auth: Auth,
  given: SecondFactor,
): Promise<SecondFactorOutcome> {
  const { caller } = given
  const code = given.code.replace(/\s/g, '')
  const person = await personOfChallenge(ctx, auth, caller)
  if (!person) return { outcome: 'over' }
  const keys = [attemptKey('code', callerKey(caller), person.id), attemptKey('code', person.id)] as const
  const seconds = await takeAttempts(ctx, auth, { keys, email: person.email, caller })
  if (seconds > 0) return { outcome: 'wait', seconds }

  const answer = await askLibrary(auth, { code, caller })
  if (answer.outcome !== 'signed_in') return answer
  if (!(await useCode(ctx, person.id, code))) {
    await deleteSessionByToken(ctx.db, answer.token)
    return { outcome: 'wrong' }
  }
  for (const key of keys) await forgetAttempts(ctx.db, key)
  return finishSignIn(ctx, auth, { personId: person.id, cookies: answer.cookies, caller })
}

/** Uses a code up; false when it was used before, so that one read over a shoulder is worth nothing. */
export function useCode(ctx: Ctx<PeopleTables>, personId: string, code: string): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    await forgetOldCodes(ctx.db, new Date(ctx.now.getTime() - 5 * 60_000))
    return takeCode(ctx.db, { personId, code, now: ctx.now })
  })
}

async function personOfChallenge(ctx: Ctx<PeopleTables>, auth: Auth, caller: Caller) {
  // The library checks the signature; here the name of the challenge only says whose tries to count.
  const [name = ''] = cookieOf(caller, auth.cookies.challenge)?.split('.') ?? []
  const challenge = await findChallenge(ctx.db, name, ctx.now)
  return challenge && findPerson(ctx.db, challenge.personId)
}

async function takeAttempts(
  ctx: Ctx<PeopleTables>,
  auth: Auth,
  { keys, email, caller }: { keys: readonly [string, string]; email: string; caller: Caller },
): Promise<number> {
  const token = cookieOf(caller, auth.cookies.device)
  if (token && (await takeKnownDevice(ctx.db, { token, email }))) return 0
  const forCaller = await takeAttempt(ctx.db, keys[0], patience.pair, ctx.now)
  if (forCaller > 0) return forCaller
  const forAccount = await takeAttempt(ctx.db, keys[1], patience.codeOfAccount, ctx.now)
  if (forAccount > 0) await returnAttempt(ctx.db, keys[0], ctx.now)
  return forAccount
}

async function askLibrary(
  auth: Auth,
  { code, caller }: SecondFactor,
): Promise<{ outcome: 'signed_in'; token: string; cookies: string[] } | { outcome: 'wrong' | 'over' }> {
  const call = { body: { code }, headers: authHeaders(caller), returnHeaders: true } as const
  const verify = /^\d{6}$/.test(code) ? auth.api.verifyTOTP : auth.api.verifyBackupCode
  try {
    const { headers, response } = await verify(call)
    if (!response.token) return { outcome: 'over' }
    return { outcome: 'signed_in', token: response.token, cookies: headers.getSetCookie() }
  } catch (thrown) {
    const over = ['INVALID_TWO_FACTOR_COOKIE', 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE']
    return { outcome: over.includes(libraryRefusal(thrown)) ? 'over' : 'wrong' }
  }
}
