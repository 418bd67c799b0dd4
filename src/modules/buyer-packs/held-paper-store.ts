import type { Kysely } from 'kysely'
import type { BuyerPackTables } from './buyer-pack-tables.ts'

type Db = Kysely<BuyerPackTables>

/** A paper in a pack. */
export interface HeldPaper {
  paperId: string
  packId: string
  packName: string
}

/** The packs that these papers are in. */
export function listHeldPapers(db: Db, paperIds: readonly string[]): Promise<HeldPaper[]> {
  if (paperIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('buyerPackPaper as held')
    .innerJoin('buyerPack as pack', 'pack.id', 'held.packId')
    .select(['held.paperId', 'held.packId', 'pack.name as packName'])
    .where('held.paperId', 'in', [...paperIds])
    .orderBy('pack.id')
    .execute()
}

/** The packs that hold the paper, locked in one order. */
export async function lockPacksHolding(db: Db, paperId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('buyerPack')
    .select('id')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('buyerPackPaper as held')
          .select('held.packId')
          .whereRef('held.packId', '=', 'buyerPack.id')
          .where('held.paperId', '=', paperId),
      ),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

/** Puts the newer issue in the place of the paper, in packs that do not hold it yet. */
export async function renewHeld(db: Db, { paperId, byId }: { paperId: string; byId: string }): Promise<void> {
  await db
    .insertInto('buyerPackPaper')
    .columns(['packId', 'producerId', 'paperId'])
    .expression((build) =>
      build
        .selectFrom('buyerPackPaper as held')
        .select(['held.packId', 'held.producerId'])
        .select((select) => select.val(byId).$castTo<string>().as('paperId'))
        .where('held.paperId', '=', paperId),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await deleteHeld(db, paperId)
}

/** Takes the paper out of every pack. */
export async function deleteHeld(db: Db, paperId: string): Promise<void> {
  await db.deleteFrom('buyerPackPaper').where('paperId', '=', paperId).execute()
}
