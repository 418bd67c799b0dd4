import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { isAddress } from '#platform/mail/send-mail.ts'
import { Refusal } from '#platform/refusal.ts'
import { putPasswordHash } from './credential-store.ts'
import { emailAddress } from './email-address.ts'
import type { PeopleTables } from './people-tables.ts'
import { insertPerson } from './person-store.ts'

export interface NewAccount {
  name: string
  email: string
  /** Already hashed: hashing takes a while, and a transaction must not wait for it. */
  passwordHash: string
  locale?: 'vi' | 'en'
  isDemo?: boolean
}

/**
 * Makes an account. Not a thing that anybody may ask for: the operations that call it say who may.
 * @throws Refusal `people.email_taken`, `people.email_wrong`, `people.name_missing`
 */
export async function createPerson(ctx: Ctx<PeopleTables>, account: NewAccount): Promise<{ id: string }> {
  const { locale = 'vi', isDemo = false, passwordHash } = account
  const name = personName(account.name)
  const email = emailAddress(account.email)
  if (!isAddress(email)) throw new Refusal('invalid', 'people.email_wrong')
  return inTransaction(ctx, async (ctx) => {
    const id = newId(ctx.now.getTime())
    const inserted = await insertPerson(ctx.db, { id, name, email, locale, isDemo, now: ctx.now })
    if (!inserted) throw new Refusal('conflict', 'people.email_taken')
    await putPasswordHash(ctx.db, { personId: id, hash: passwordHash, now: ctx.now })
    await record(ctx, 'person.created', `person:${id}`, { isDemo })
    return { id }
  })
}

/** @throws Refusal `people.name_missing` */
export function personName(text: string): string {
  const name = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (name === '' || name.length > 200) throw new Refusal('invalid', 'people.name_missing')
  return name
}
