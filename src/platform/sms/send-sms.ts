import type { Kysely } from 'kysely'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { gsmText } from './gsm-text.ts'
import { mobileNumber } from './mobile-number.ts'
import { insertSms, type SmsTables } from './outbox-store.ts'

/** The job that delivers a message of the outbox: `{ id }`. */
export const smsJob = 'sms.deliver'

export interface Sms {
  /** As somebody typed it. */
  to: string
  text: string
  /** Why: one cause is told once, however often this runs. */
  cause: string
}

/**
 * Puts a text message into the outbox in the running transaction and queues its delivery. Null where the number is no
 * mobile one, or the cause was told already.
 */
export function sendSms<Tables extends SmsTables>(
  ctx: Ctx<Tables>,
  { to, text, cause }: Sms,
): Promise<{ id: string } | null> {
  return inTransaction(ctx, async ({ db, now, jobs }) => {
    const recipient = mobileNumber(to)
    if (!recipient) return null
    const id = newId(now.getTime())
    const row = { id, cause, recipient, text: gsmText(text), queuedAt: now }
    if (!(await insertSms(db as unknown as Kysely<SmsTables>, row))) return null
    await jobs.send(db, smsJob, { id })
    return { id }
  })
}
