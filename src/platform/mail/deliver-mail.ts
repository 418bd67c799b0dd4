import type { Kysely } from 'kysely'
import { faultOf, type MailTransport } from './mail-transport.ts'
import { claimMail, closeAttempt, type MailTables } from './outbox-store.ts'

const inHand = 5 * 60 * 1000

/** How often a mail is tried again, with doubling waits from ten seconds: for about six hours. */
export const deliveryRetries = 11

/**
 * Delivers one mail of the outbox; the work of the job `mail.deliver`. A mail that is delivered, given up or in
 * another worker's hand is left alone. Without a transport mails stay in the outbox.
 * @throws Error when the attempt failed and another may succeed, so that the queue tries again
 */
export async function deliverMail(
  db: Kysely<MailTables>,
  transport: MailTransport | null,
  id: string,
  now: Date,
): Promise<void> {
  if (!transport) return
  // Not one transaction: a slow mail server would hold a connection to the database, and may be the only one.
  const mail = await claimMail(db, { id, now, until: new Date(now.getTime() + inHand) })
  if (!mail) return
  try {
    await transport.deliver(mail)
  } catch (thrown) {
    const { forGood, words } = faultOf(thrown)
    const over = forGood || mail.attempts > deliveryRetries
    await closeAttempt(db, id, { lastError: words, givenUpAt: over ? now : null })
    if (over) return
    throw new Error(`mail ${id} was not delivered: ${words}`)
  }
  await closeAttempt(db, id, { deliveredAt: now, lastError: null })
}
