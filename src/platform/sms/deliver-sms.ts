import type { Kysely } from 'kysely'
import { claimSms, closeSmsAttempt, type SmsTables } from './outbox-store.ts'
import { SmsFault, type SmsTransport } from './sms-transport.ts'

const inHand = 5 * 60 * 1000

/** How often a message is tried again, with doubling waits from ten seconds: for about half an hour. */
export const smsRetries = 7

/**
 * Delivers one message of the outbox; the work of the job `sms.deliver`. A message that is delivered, given up or in
 * another worker's hand is left alone.
 * @throws Error when the attempt failed and another may succeed, so that the queue tries again
 */
export async function deliverSms(
  db: Kysely<SmsTables>,
  transport: SmsTransport | null,
  id: string,
  now: Date,
): Promise<void> {
  if (!transport) return
  const sms = await claimSms(db, { id, now, until: new Date(now.getTime() + inHand) })
  if (!sms) return
  try {
    await transport.deliver(sms)
  } catch (thrown) {
    const words = thrown instanceof Error ? thrown.message : String(thrown)
    const over = (thrown instanceof SmsFault && thrown.forGood) || sms.attempts > smsRetries
    await closeSmsAttempt(db, id, { lastError: words, givenUpAt: over ? now : null })
    if (over) return
    throw new Error(`text message ${id} was not delivered: ${words}`)
  }
  await closeSmsAttempt(db, id, { deliveredAt: now, lastError: null })
}
