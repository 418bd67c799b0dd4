import { isOwn } from '#modules/producers/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import type { BuyerPackShareRow, BuyerPackTables } from '../buyer-pack-tables.ts'
import { findPack } from '../pack-store.ts'
import { type PackToday, readPack } from '../read-packs.ts'
import { isOpen } from './is-open.ts'
import { readShareCode } from './share-code.ts'
import { countOpening, findShareByCode } from './share-store.ts'

/** What a code leads to: nothing, a link that has ended, or the pack as it is now. */
export type Opened =
  | { is: 'unknown' }
  | { is: 'ended'; share: BuyerPackShareRow }
  | { is: 'open'; share: BuyerPackShareRow; today: PackToday }

/** The pack behind a code, for whoever holds it. Nobody's rights are asked: the link is the right. */
export async function openShare(ctx: Ctx<BuyerPackTables>, typed: string): Promise<Opened> {
  const code = readShareCode(typed)
  const share = code ? await findShareByCode(ctx.db, code) : undefined
  if (!share) return { is: 'unknown' }
  const pack =
    share.packId && isOpen(share, dayOf(ctx.now)) ? await findPack(ctx.db, share.packId) : undefined
  if (!pack) return { is: 'ended', share }
  return { is: 'open', share, today: await readPack(ctx, pack) }
}

/** Notes that somebody looked at the pack; its producer looking at what it gave away does not count. */
export async function noteOpening(
  { db, actor, now }: Ctx<BuyerPackTables>,
  { share, today }: Extract<Opened, { is: 'open' }>,
): Promise<void> {
  if (!isOwn(actor, { id: today.pack.producerId })) await countOpening(db, share.id, now)
}
