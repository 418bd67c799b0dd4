import type { Kysely } from 'kysely'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import { type MailTables, reopenMail } from './outbox-store.ts'
import { deliverJob } from './send-mail.ts'

/**
 * Has a mail that did not go tried again from the start, under its own id: a receiver that did get it knows it again.
 * @throws Refusal `mail.not_waiting` when it was delivered, or is in a worker's hand, or is no more
 */
export function resendMail<Tables extends MailTables>(ctx: Ctx<Tables>, id: string): Promise<void> {
  return inTransaction(ctx, async ({ db, now, jobs }) => {
    if (!(await reopenMail(db as unknown as Kysely<MailTables>, { id, now })))
      throw new Refusal('conflict', 'mail.not_waiting')
    await jobs.send(db, deliverJob, { id })
  })
}
