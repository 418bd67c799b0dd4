import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { BuyerPackTables } from './buyer-pack-tables.ts'
import { lockOwnPack } from './get-pack.ts'
import { ownContents } from './own-contents.ts'
import { type PackContent, type PackFaults, readPackForm, type TypedPack } from './pack-form.ts'
import { getProducerToOffer } from './pack-rights.ts'
import { deletePack, insertPack, replaceContents, updatePack } from './pack-store.ts'
import { endShares } from './share/share-store.ts'

export interface NewPack {
  producerId: string
  typed: TypedPack
  isDemo?: boolean
}

/**
 * A producer puts a pack together. Nobody outside sees it before it is shared.
 * @throws Refusal `not_found` out of reach, `forbidden` for a reader, `invalid` with `faults`
 */
export function addPack(ctx: Ctx<BuyerPackTables>, input: NewPack): Promise<{ id: string }> {
  return inTransaction(ctx, async (ctx) => {
    const producer = await getProducerToOffer(ctx, input.producerId)
    const { products, paperIds, ...head } = contentOf(input.typed)
    const id = newId(ctx.now.getTime())
    const times = { createdAt: ctx.now, createdBy: ctx.actor.id, updatedAt: ctx.now }
    const isDemo = input.isDemo ?? producer.isDemo
    await insertPack(ctx.db, {
      ...{ id, producerId: producer.id, ...head, isDemo, version: 1 },
      ...times,
    })
    const rows = await keepContents(
      ctx,
      { packId: id, producerId: producer.id },
      { ...head, products, paperIds },
    )
    await record(ctx, 'buyer_pack.added', `buyer_pack:${id}`, {
      producerId: producer.id,
      name: head.name,
      ...rows,
    })
    return { id }
  })
}

/**
 * Writes over a pack; a link that is open shows the new one at once.
 * @param version the version that the form was filled in on
 * @throws Refusal as `addPack`; `conflict` when somebody else changed it since
 */
export function changePack(
  ctx: Ctx<BuyerPackTables>,
  { packId, version, typed }: { packId: string; version: number; typed: TypedPack },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const pack = await lockOwnPack(ctx, packId)
    if (pack.version !== version) throw new Refusal('conflict', 'buyer-packs.changed_meanwhile')
    const { products, paperIds, ...head } = contentOf(typed)
    await updatePack(ctx.db, pack, { ...head, updatedAt: ctx.now })
    const rows = await keepContents(
      ctx,
      { packId, producerId: pack.producerId },
      { ...head, products, paperIds },
    )
    await record(ctx, 'buyer_pack.changed', `buyer_pack:${packId}`, { name: head.name, ...rows })
  })
}

/** Takes a pack away; its link says from now on that it has ended. @throws Refusal as `getOwnPack` */
export function removePack(ctx: Ctx<BuyerPackTables>, { packId }: { packId: string }): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { name } = await lockOwnPack(ctx, packId)
    await endShares(ctx.db, packId, ctx.now)
    await deletePack(ctx.db, packId)
    await record(ctx, 'buyer_pack.removed', `buyer_pack:${packId}`, { name })
  })
}

function contentOf(typed: TypedPack): PackContent {
  const read = readPackForm(typed)
  if ('faults' in read) throw faulty(read.faults)
  return read.content
}

async function keepContents(
  ctx: Ctx<BuyerPackTables>,
  of: { packId: string; producerId: string },
  content: PackContent,
): Promise<{ productIds: string[]; paperIds: string[] }> {
  const rows = await ownContents(ctx, of, content)
  if ('faults' in rows) throw faulty(rows.faults)
  await replaceContents(ctx.db, of.packId, rows)
  return {
    productIds: rows.products.map(({ productId }) => productId),
    paperIds: rows.papers.map(({ paperId }) => paperId),
  }
}

function faulty(faults: PackFaults): Refusal {
  return new Refusal('invalid', 'buyer-packs.faulty', { faults })
}
