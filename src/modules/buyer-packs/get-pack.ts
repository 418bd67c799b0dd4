import { getProducer, isOwn } from '#modules/producers/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { BuyerPackRow, BuyerPackTables } from './buyer-pack-tables.ts'
import { type BuyerPack, findPack, findPackForUpdate } from './pack-store.ts'

/** The pack, for whoever may read its producer's vault. @throws Refusal `not_found` when there is none in reach */
export async function getPack(ctx: Ctx<BuyerPackTables>, id: string): Promise<BuyerPack> {
  const pack = isId(id) ? await findPack(ctx.db, id) : undefined
  if (!pack) throw new Refusal('not_found', 'buyer-packs.unknown')
  await getProducer(ctx, pack.producerId)
  return pack
}

/** The pack, for its producer's own people. @throws Refusal as `getPack`, `forbidden` for a reader */
export async function getOwnPack(ctx: Ctx<BuyerPackTables>, id: string): Promise<BuyerPack> {
  const pack = await getPack(ctx, id)
  if (!isOwn(ctx.actor, { id: pack.producerId }))
    throw new Refusal('forbidden', 'buyer-packs.for_its_producer')
  return pack
}

/** As `getOwnPack`, locked to the end of the transaction. @throws Refusal as `getOwnPack` */
export async function lockOwnPack(ctx: Ctx<BuyerPackTables>, id: string): Promise<BuyerPackRow> {
  await getOwnPack(ctx, id)
  const pack = await findPackForUpdate(ctx.db, id)
  if (!pack) throw new Refusal('not_found', 'buyer-packs.unknown')
  return pack
}
