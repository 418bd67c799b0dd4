import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { sendMail } from '#platform/mail/send-mail.ts'
import { Refusal } from '#platform/refusal.ts'
import { translator } from '#platform/text/translator.ts'
import './text.ts'
import { attemptKey, forgetDevices, takeAttempt } from './attempt-store.ts'
import { patience } from './attempt-wait.ts'
import { type Caller, callerKey } from './caller.ts'
import { tellPasswordChanged } from './change-account.ts'
import { putPasswordHash } from './credential-store.ts'
import { emailAddress } from './email-address.ts'
import { passwordFault } from './password-faults.ts'
import { hashPassword } from './password-hash.ts'
import type { PeopleTables, PersonRow } from './people-tables.ts'
import { findPerson, findPersonByEmail } from './person-store.ts'
import { newToken } from './secret-token.ts'
import { deleteSessions } from './session-store.ts'
import { findResetToken, insertResetToken, takeResetToken } from './verification-store.ts'

const lifetime = 60 * 60 * 1000

/**
 * Sends a link by which the owner of the address sets a new password; an address without an account gets nothing, and
 * the answer is the same. One account is written to only so often.
 * @returns the seconds that this caller must wait, 0 when the request was taken
 */
export async function askPasswordReset(
  ctx: Ctx<PeopleTables>,
  { email, caller, baseUrl }: { email: string; caller: Caller; baseUrl: string },
): Promise<number> {
  const address = emailAddress(email)
  const callerTries = attemptKey('reset', callerKey(caller))
  const seconds = await takeAttempt(ctx.db, callerTries, patience.resetOfCaller, ctx.now)
  if (seconds > 0) return seconds
  const accountTries = attemptKey('reset of', address)
  const tooOften = (await takeAttempt(ctx.db, accountTries, patience.resetOfAccount, ctx.now)) > 0
  const person = await findPersonByEmail(ctx.db, address)
  if (person && !person.disabledAt && !tooOften) await sendLink(ctx, person, baseUrl)
  return 0
}

/** Whether a link still leads somewhere. */
export async function isResetLink(ctx: Ctx<PeopleTables>, token: string): Promise<boolean> {
  return (await findResetToken(ctx.db, token, ctx.now)) !== undefined
}

/**
 * Sets a new password with the secret of a letter. It ends every sign-in and signs nobody in: the second factor is
 * still asked for.
 * @throws Refusal `people.reset_link_over`, `people.password_<fault>`
 */
export async function resetPassword(
  ctx: Ctx<PeopleTables>,
  { token, password, baseUrl }: { token: string; password: string; baseUrl: string },
): Promise<void> {
  const found = await findResetToken(ctx.db, token, ctx.now)
  const owner = found && (await findPerson(ctx.db, found.personId))
  if (!owner || owner.disabledAt) throw new Refusal('conflict', 'people.reset_link_over')
  const fault = passwordFault(password, owner)
  if (fault) throw new Refusal('invalid', `people.password_${fault}`)
  const hash = await hashPassword(password)
  await inTransaction(ctx, async (ctx) => {
    const personId = await takeResetToken(ctx.db, token, ctx.now)
    if (personId !== owner.id) throw new Refusal('conflict', 'people.reset_link_over')
    await putPasswordHash(ctx.db, { personId, hash, now: ctx.now })
    await deleteSessions(ctx.db, personId)
    await forgetDevices(ctx.db, personId)
    const actor = { id: personId, name: owner.name, holdings: [] }
    await tellPasswordChanged({ ...ctx, actor }, owner, baseUrl)
  })
}

function sendLink(ctx: Ctx<PeopleTables>, person: PersonRow, baseUrl: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const token = newToken()
    const expiresAt = new Date(ctx.now.getTime() + lifetime)
    await insertResetToken(ctx.db, { token, personId: person.id, expiresAt, now: ctx.now })
    const t = translator(person.locale)
    const link = `${baseUrl}/reset-password?token=${token}`
    const text = t('people:mail.reset.text', { name: person.name, link })
    await sendMail(ctx, { to: person.email, subject: t('people:mail.reset.subject'), text })
  })
}
