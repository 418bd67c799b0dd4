import type { Kysely } from 'kysely'
import { addLeanings, addPaperHolder } from '#modules/dossiers/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import type { BuyerPackTables } from './buyer-pack-tables.ts'
import { deleteHeld, listHeldPapers, lockPacksHolding, renewHeld } from './held-paper-store.ts'

/** A pack leans on its papers for as long as it is kept: a buyer asks for what is valid today. */
addLeanings(async ({ db }, { paperIds }) => {
  const held = await listHeldPapers(db as unknown as Kysely<BuyerPackTables>, paperIds)
  return held.map(({ paperId, packId, packName }) => ({
    on: { paperId },
    until: null,
    name: `“${packName}”`,
    href: `/buyer-packs/${packId}`,
    said: 'buyer-packs:weakened',
  }))
})

/** Packs follow the vault as drafts of dossiers do: to the newest issue, and away from what was taken out. */
addPaperHolder({
  async renew(ctx, change) {
    const own = ctx as unknown as Ctx<BuyerPackTables>
    const packIds = await lockPacksHolding(own.db, change.paperId)
    await renewHeld(own.db, change)
    for (const id of packIds) await record(own, 'buyer_pack.paper_renewed', `buyer_pack:${id}`, change)
  },
  async letGo(ctx, paperId) {
    const own = ctx as unknown as Ctx<BuyerPackTables>
    const packIds = await lockPacksHolding(own.db, paperId)
    await deleteHeld(own.db, paperId)
    for (const id of packIds) await record(own, 'buyer_pack.paper_let_go', `buyer_pack:${id}`, { paperId })
  },
})
