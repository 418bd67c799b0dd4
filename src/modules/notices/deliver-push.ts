import { listContacts } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import type { PushTransport } from '#platform/push/push-transport.ts'
import { translator } from '#platform/text/translator.ts'
import { findNotice } from './notice-store.ts'
import type { NoticeTables } from './notice-tables.ts'
import { wordsOf } from './notice-words.ts'
import { deleteSubscription, findSubscription } from './push-store.ts'

/**
 * Shows a notice on one device, in its person's language; the work of the job `notices.push`. What was read meanwhile
 * is not shown, and a browser that is gone is forgotten.
 * @throws Error when the push service did not take it, so that the queue tries again
 */
export async function deliverPush(
  ctx: Ctx<NoticeTables>,
  transport: PushTransport,
  { noticeId, subscriptionId }: { noticeId: string; subscriptionId: string },
): Promise<void> {
  const subscription = await findSubscription(ctx.db, subscriptionId)
  if (!subscription) return
  const { id, personId, endpoint, p256dh, auth } = subscription
  const notice = await findNotice(ctx.db, { id: noticeId, personId })
  const [person] = await listContacts(ctx.db, [personId], dayOf(ctx.now))
  if (!notice || notice.readAt || !person) return
  const words = wordsOf(notice, translator(person.locale))
  const message = { ...words, href: `/notices/${noticeId}`, tag: noticeId }
  const outcome = await transport.deliver({ endpoint, p256dh, auth }, message)
  if (outcome === 'gone') await deleteSubscription(ctx.db, { id })
}
