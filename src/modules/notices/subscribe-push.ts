import { z } from 'zod'
import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { isPushService } from '#platform/push/push-services.ts'
import { Refusal } from '#platform/refusal.ts'
import type { NoticeTables } from './notice-tables.ts'
import { deleteSubscription, putSubscription } from './push-store.ts'

const key = z.string().regex(/^[\w-]{16,200}={0,2}$/)

/** A subscription as browsers write it. */
const Subscription = z.object({
  endpoint: z.string().max(1000).refine(isPushService),
  keys: z.object({ p256dh: key, auth: key }),
})

/**
 * Has one's own notices shown on the browser that sends this.
 * @throws Refusal `notices.subscription_wrong`
 */
export async function subscribePush(
  ctx: Ctx<NoticeTables>,
  { subscription, device }: { subscription: unknown; device: string },
): Promise<void> {
  const parsed = Subscription.safeParse(subscription)
  if (!ctx.actor.id || !parsed.success) throw new Refusal('invalid', 'notices.subscription_wrong')
  const { endpoint, keys } = parsed.data
  const id = newId(ctx.now.getTime())
  await putSubscription(ctx.db, { id, personId: ctx.actor.id, endpoint, ...keys, device, addedAt: ctx.now })
}

/** Has one's own notices shown no more on one of one's browsers, known by its id or by its own address. */
export async function unsubscribePush(
  ctx: Ctx<NoticeTables>,
  which: { id: string } | { endpoint: string },
): Promise<void> {
  if (ctx.actor.id) await deleteSubscription(ctx.db, { ...which, personId: ctx.actor.id })
}
