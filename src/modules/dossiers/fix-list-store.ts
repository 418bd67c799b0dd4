import type { Kysely } from 'kysely'
import type { Day } from '#platform/dates.ts'
import type { DossierTables } from './dossier-store.ts'
import type { FixReason, FixTarget } from './fix-target.ts'

export interface FixListRow {
  id: string
  dossierId: string
  level: 'commune' | 'province'
  dueOn: Day
  createdBy: string | null
  createdAt: Date
  closedAt: Date | null
}

export interface FixItemRow {
  id: string
  fixListId: string
  position: number
  target: FixTarget
  reason: FixReason
  note: string
  mendedAt: Date | null
  /** Why the producer cannot mend it, in its own words; empty once it was mended. */
  cannotMend: string | null
}

export type FixItem = Omit<FixItemRow, 'fixListId' | 'position'>

export interface FixList extends FixListRow {
  items: FixItem[]
}

export async function insertFixList(
  db: Kysely<DossierTables>,
  { items, ...list }: Omit<FixList, 'closedAt'>,
): Promise<void> {
  await db
    .insertInto('fixList')
    .values({ ...list, closedAt: null })
    .execute()
  await db
    .insertInto('fixItem')
    .values(items.map((item, position) => ({ ...item, position, fixListId: list.id })))
    .execute()
}

/** Every fix-list of the dossier, the last first; the open one, if any, is the first. */
export async function listFixLists(db: Kysely<DossierTables>, dossierId: string): Promise<FixList[]> {
  const lists = await db
    .selectFrom('fixList')
    .selectAll()
    .where('dossierId', '=', dossierId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
  if (lists.length === 0) return []
  const ids = lists.map(({ id }) => id)
  const items = await db
    .selectFrom('fixItem')
    .selectAll()
    .where('fixListId', 'in', ids)
    .orderBy('position')
    .execute()
  return lists.map((list) => ({
    ...list,
    items: items
      .filter(({ fixListId }) => fixListId === list.id)
      .map(({ fixListId, position, ...item }) => item),
  }))
}

/** The fix-list that the producer is working on, or undefined. */
export async function findOpenFixList(
  db: Kysely<DossierTables>,
  dossierId: string,
): Promise<FixList | undefined> {
  return (await listFixLists(db, dossierId)).find(({ closedAt }) => closedAt === null)
}

/** How many items of their open fix-lists these dossiers still have to mend, by dossier. */
export async function countOpenItems(
  db: Kysely<DossierTables>,
  dossierIds: readonly string[],
): Promise<Map<string, number>> {
  if (dossierIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('fixItem')
    .innerJoin('fixList', 'fixList.id', 'fixItem.fixListId')
    .select(['fixList.dossierId', (eb) => eb.fn.countAll<number>().as('count')])
    .where('fixList.dossierId', 'in', [...dossierIds])
    .where('fixList.closedAt', 'is', null)
    .where('fixItem.mendedAt', 'is', null)
    .groupBy('fixList.dossierId')
    .execute()
  return new Map(rows.map(({ dossierId, count }) => [dossierId, Number(count)]))
}

/** Marks the items with these targets as mended, where they were not yet. */
export async function markMended(
  db: Kysely<DossierTables>,
  fixListId: string,
  targets: readonly FixTarget[],
  now: Date,
): Promise<void> {
  if (targets.length === 0) return
  await db
    .updateTable('fixItem')
    .set({ mendedAt: now, cannotMend: null })
    .where('fixListId', '=', fixListId)
    .where('target', 'in', [...targets])
    .where('mendedAt', 'is', null)
    .execute()
}

/** Keeps why the item cannot be mended. False where it is not on the list, or was mended. */
export async function noteCannotMend(
  db: Kysely<DossierTables>,
  { fixListId, target, words }: { fixListId: string; target: FixTarget; words: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('fixItem')
    .set({ cannotMend: words })
    .where('fixListId', '=', fixListId)
    .where('target', '=', target)
    .where('mendedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function closeFixList(db: Kysely<DossierTables>, id: string, now: Date): Promise<void> {
  await db.updateTable('fixList').set({ closedAt: now }).where('id', '=', id).execute()
}

export async function moveFixListDue(db: Kysely<DossierTables>, id: string, dueOn: Day): Promise<void> {
  await db.updateTable('fixList').set({ dueOn }).where('id', '=', id).execute()
}
