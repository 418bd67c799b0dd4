import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { BuyerPackTables } from '../buyer-pack-tables.ts'
import { lockOwnPack } from '../get-pack.ts'
import { isOpen } from './is-open.ts'
import { shareFaults, type TypedShare } from './share-form.ts'
import { endShares, insertShare, listShares } from './share-store.ts'

/**
 * Opens a pack to whoever holds its link, to the end of a day at most 180 days away. A pack has one link at a time: asked
 * again while one is open it answers that one. The code stays out of events, since whoever reads those need not hold it.
 * @throws Refusal as `getOwnPack`, `invalid` with `faults`
 */
export function sharePack(
  ctx: Ctx<BuyerPackTables>,
  { packId, typed }: { packId: string; typed: TypedShare },
): Promise<{ code: string }> {
  return inTransaction(ctx, async (ctx) => {
    await lockOwnPack(ctx, packId)
    const today = dayOf(ctx.now)
    const faults = shareFaults(typed, today)
    if (Object.keys(faults).length > 0) throw new Refusal('invalid', 'buyer-packs.faulty', { faults })
    const open = (await listShares(ctx.db, [packId])).find((share) => isOpen(share, today))
    if (open) return { code: open.code }
    // One whose last day has passed was never ended by hand.
    await endShares(ctx.db, packId, ctx.now)
    const id = newId(ctx.now.getTime())
    const code = await insertShare(ctx.db, {
      ...{ id, packId, startedOn: today, endsOn: typed.endsOn, endedAt: null, opened: 0, lastOpenedAt: null },
      ...{ createdAt: ctx.now, createdBy: ctx.actor.id },
    })
    const facts = { shareId: id, endsOn: typed.endsOn }
    await record(ctx, 'buyer_pack.shared', `buyer_pack:${packId}`, facts)
    return { code }
  })
}

/** Ends the link at once; where none is open nothing happens. @throws Refusal as `getOwnPack` */
export function endShare(ctx: Ctx<BuyerPackTables>, { packId }: { packId: string }): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await lockOwnPack(ctx, packId)
    for (const shareId of await endShares(ctx.db, packId, ctx.now))
      await record(ctx, 'buyer_pack.share_ended', `buyer_pack:${packId}`, { shareId })
  })
}
