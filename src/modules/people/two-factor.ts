import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import { authHeaders, type Caller } from './caller.ts'
import { confirmPassword } from './change-account.ts'
import { findSecondFactor } from './credential-store.ts'
import { twoFactorDemanded } from './demand-two-factor.ts'
import { libraryRefusal } from './library-refusal.ts'
import type { Auth } from './open-auth.ts'
import { otpauthUri, readableKey } from './otpauth-uri.ts'
import type { PeopleTables } from './people-tables.ts'
import { useCode } from './verify-second-factor.ts'

/** Before the second factor is touched, the password is asked for again. */
export interface Confirmed {
  password: string
  sessionId: string
  caller: Caller
}

/**
 * Begins to set up one's own second factor: a secret is made that counts once a code of it was entered.
 * @returns `Set-Cookie` lines for the answer
 * @throws Refusal `people.two_factor_on_already`, and those of `confirmPassword`
 */
export async function turnOnTwoFactor(
  ctx: Ctx<PeopleTables>,
  auth: Auth,
  { password, sessionId, caller }: Confirmed,
): Promise<{ cookies: string[] }> {
  const person = await confirmPassword(ctx, password, sessionId)
  if (person.twoFactorEnabled) throw new Refusal('conflict', 'people.two_factor_on_already')
  const call = { body: { password }, headers: authHeaders(caller), returnHeaders: true } as const
  const { headers } = await auth.api.enableTwoFactor(call)
  return { cookies: headers.getSetCookie() }
}

/** The secret that one's authenticator app still has to learn, as an address for a QR code and as a key to type. */
export async function findTwoFactorSetUp(
  ctx: Ctx<PeopleTables>,
  auth: Auth,
  email: string,
): Promise<{ uri: string; key: string } | null> {
  const factor = await findSecondFactor(ctx.db, ctx.actor.id ?? '')
  if (!factor || factor.verified) return null
  const secret = await auth.decrypt(factor.secret)
  return { uri: otpauthUri({ secret, email }), key: readableKey(secret) }
}

/**
 * Turns the second factor on with a first code of the app.
 * @returns the backup codes, which are shown once, and `Set-Cookie` lines for the answer
 * @throws Refusal `people.wrong_code`
 */
export async function verifyTwoFactorSetUp(
  ctx: Ctx<PeopleTables>,
  auth: Auth,
  given: { code: string; caller: Caller },
): Promise<{ backupCodes: string[]; cookies: string[] }> {
  const personId = ctx.actor.id ?? ''
  const code = given.code.replace(/\s/g, '')
  const cookies = await firstCode(auth, { ...given, code })
  await inTransaction(ctx, async (ctx) => {
    await useCode(ctx, personId, code)
    await record(ctx, 'second_factor.turned_on', `person:${personId}`)
  })
  const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId: personId } })
  return { backupCodes, cookies }
}

/** How many backup codes one has left. */
export async function countBackupCodes(ctx: Ctx<PeopleTables>, auth: Auth): Promise<number> {
  const factor = await findSecondFactor(ctx.db, ctx.actor.id ?? '')
  if (!factor) return 0
  return (JSON.parse(await auth.decrypt(factor.backupCodes)) as string[]).length
}

/**
 * Replaces one's backup codes.
 * @throws Refusal `people.no_second_factor`, and those of `confirmPassword`
 */
export async function renewBackupCodes(
  ctx: Ctx<PeopleTables>,
  auth: Auth,
  { password, sessionId, caller }: Confirmed,
): Promise<string[]> {
  const person = await confirmPassword(ctx, password, sessionId)
  if (!person.twoFactorEnabled) throw new Refusal('conflict', 'people.no_second_factor')
  const call = { body: { password }, headers: authHeaders(caller) }
  const { backupCodes } = await auth.api.generateBackupCodes(call)
  await record(ctx, 'backup_codes.renewed', `person:${person.id}`)
  return backupCodes
}

/**
 * Turns one's own second factor off, where none is demanded.
 * @returns `Set-Cookie` lines for the answer
 * @throws Refusal `people.two_factor_demanded`, `people.no_second_factor`, and those of `confirmPassword`
 */
export async function turnOffTwoFactor(
  ctx: Ctx<PeopleTables>,
  auth: Auth,
  { password, sessionId, caller, demo }: Confirmed & { demo: boolean },
): Promise<{ cookies: string[] }> {
  if (twoFactorDemanded({ actor: ctx.actor, demo }))
    throw new Refusal('forbidden', 'people.two_factor_demanded')
  const person = await confirmPassword(ctx, password, sessionId)
  if (!person.twoFactorEnabled) throw new Refusal('conflict', 'people.no_second_factor')
  const call = { body: { password }, headers: authHeaders(caller), returnHeaders: true } as const
  const { headers } = await auth.api.disableTwoFactor(call)
  await record(ctx, 'second_factor.turned_off', `person:${person.id}`)
  return { cookies: headers.getSetCookie() }
}

async function firstCode(auth: Auth, { code, caller }: { code: string; caller: Caller }): Promise<string[]> {
  const call = { body: { code }, headers: authHeaders(caller), returnHeaders: true } as const
  try {
    return (await auth.api.verifyTOTP(call)).headers.getSetCookie()
  } catch (thrown) {
    libraryRefusal(thrown)
    throw new Refusal('invalid', 'people.wrong_code')
  }
}
