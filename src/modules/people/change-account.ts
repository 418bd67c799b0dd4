import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { sendMail } from '#platform/mail/send-mail.ts'
import { Refusal } from '#platform/refusal.ts'
import { translator } from '#platform/text/translator.ts'
import './text.ts'
import { attemptKey, forgetAttempts, forgetDevices, takeAttempt } from './attempt-store.ts'
import { patience } from './attempt-wait.ts'
import { personName } from './create-person.ts'
import { findPasswordHash, putPasswordHash } from './credential-store.ts'
import { passwordFault } from './password-faults.ts'
import { hashPassword, isPassword } from './password-hash.ts'
import type { PeopleTables, PersonRow } from './people-tables.ts'
import { findPerson, findPersonForUpdate, updateProfile } from './person-store.ts'
import { deleteSession, deleteSessions } from './session-store.ts'

/**
 * Changes one's own name and language.
 * @throws Refusal `people.name_missing`
 */
export async function changeProfile(
  ctx: Ctx<PeopleTables>,
  profile: { name: string; locale: 'vi' | 'en' },
): Promise<void> {
  const name = personName(profile.name)
  return inTransaction(ctx, async (ctx) => {
    const { id, email } = await self(ctx)
    await updateProfile(ctx.db, { id, email, name, locale: profile.locale, now: ctx.now })
    await record(ctx, 'person.renamed', `person:${id}`, { name, locale: profile.locale })
  })
}

export interface PasswordChange {
  current: string
  next: string
  /** The sign-in that stays; every other ends. */
  sessionId: string
  /** What links in the letter begin with. */
  baseUrl: string
}

/**
 * Changes one's own password. Every other sign-in ends, and a letter says so, in case it was somebody else.
 * @throws Refusal `people.wrong_password`, `people.wait` with `seconds`, `people.password_<fault>`
 */
export async function changePassword(
  ctx: Ctx<PeopleTables>,
  { current, next, sessionId, baseUrl }: PasswordChange,
): Promise<void> {
  const person = await confirmPassword(ctx, current, sessionId)
  const fault = passwordFault(next, person)
  if (fault) throw new Refusal('invalid', `people.password_${fault}`)
  const hash = await hashPassword(next)
  await inTransaction(ctx, async (ctx) => {
    await findPersonForUpdate(ctx.db, person.id)
    await putPasswordHash(ctx.db, { personId: person.id, hash, now: ctx.now })
    await deleteSessions(ctx.db, person.id, sessionId)
    await forgetDevices(ctx.db, person.id)
    await tellPasswordChanged(ctx, person, baseUrl)
  })
}

/** Records that a password was changed and writes to its owner. */
export async function tellPasswordChanged(
  ctx: Ctx<PeopleTables>,
  person: PersonRow,
  baseUrl: string,
): Promise<void> {
  await record(ctx, 'password.changed', `person:${person.id}`)
  const t = translator(person.locale)
  const facts = { name: person.name, link: `${baseUrl}/forgot-password` }
  const text = t('people:mail.password_changed.text', facts)
  await sendMail(ctx, { to: person.email, subject: t('people:mail.password_changed.subject'), text })
}

/**
 * Makes sure that it is the owner who sits there, before something that matters. Guessing is slowed for this sign-in.
 * @throws Refusal `people.wrong_password`, `people.wait` with `seconds`
 */
export async function confirmPassword(
  ctx: Ctx<PeopleTables>,
  password: string,
  sessionId: string,
): Promise<PersonRow> {
  const person = await self(ctx)
  const key = attemptKey('confirm', sessionId)
  const seconds = await takeAttempt(ctx.db, key, patience.pair, ctx.now)
  if (seconds > 0) throw new Refusal('invalid', 'people.wait', { seconds })
  const hash = await findPasswordHash(ctx.db, person.id)
  if (!(await isPassword(password, hash))) throw new Refusal('invalid', 'people.wrong_password')
  await forgetAttempts(ctx.db, key)
  return person
}

/**
 * Ends one of one's own sign-ins.
 * @throws Refusal `people.no_such_session`
 */
export function endSession(ctx: Ctx<PeopleTables>, sessionId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { id } = await self(ctx)
    if (!(await deleteSession(ctx.db, { id: sessionId, personId: id })))
      throw new Refusal('not_found', 'people.no_such_session')
    await record(ctx, 'session.ended', `person:${id}`, { sessionId })
  })
}

async function self(ctx: Ctx<PeopleTables>): Promise<PersonRow> {
  const person = ctx.actor.id ? await findPerson(ctx.db, ctx.actor.id) : undefined
  if (!person) throw new Refusal('forbidden', 'people.sign_in_first')
  return person
}
