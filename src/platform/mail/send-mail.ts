import type { Kysely } from 'kysely'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { insertMail, type MailTables } from './outbox-store.ts'

export interface Mail {
  to: string
  subject: string
  text: string
  html?: string
}

/** The job that delivers a mail of the outbox: `{ id }`. */
export const deliverJob = 'mail.deliver'

/**
 * Puts a mail into the outbox in the running transaction and queues its delivery: it goes out when the change is
 * stored, and never for a change that was not.
 * @throws Refusal `invalid` `mail.wrong_address`
 */
export async function sendMail<Tables extends MailTables>(
  ctx: Ctx<Tables>,
  mail: Mail,
): Promise<{ id: string }> {
  const recipient = mail.to.trim()
  if (!isAddress(recipient)) throw new Refusal('invalid', 'mail.wrong_address', { address: recipient })
  return inTransaction(ctx, async ({ db, now, jobs }) => {
    const id = newId(now.getTime())
    // Names that people typed come into subjects; a line break there would begin another header.
    const subject = mail.subject.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
    const row = { id, recipient, subject, text: mail.text, html: mail.html ?? null, queuedAt: now }
    await insertMail(db as unknown as Kysely<MailTables>, row)
    await jobs.send(db, deliverJob, { id })
    return { id }
  })
}

/** One plain address: no list, no name in front, nothing that could begin another header. */
export function isAddress(text: string): boolean {
  return (
    text.length <= 254 && /^[^\s@,;:<>()[\]"\\\p{Cc}]{1,64}@[\p{L}\p{N}.-]+\.[\p{L}\p{N}]{2,}$/u.test(text)
  )
}
