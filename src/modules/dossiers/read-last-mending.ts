import type { Kysely } from 'kysely'
import type { DossierTables } from './dossier-store.ts'
import { type FixList, listFixLists } from './fix-list-store.ts'
import type { SnapshotContent } from './snapshot.ts'
import { listSnapshots } from './snapshot-store.ts'

/** A fix-list that came back, with the dossier as it was before and after. */
export interface Mending {
  fixList: FixList
  before: SnapshotContent | undefined
  after: SnapshotContent
}

/** What the producer sent again the last time; undefined where nothing came back yet, or only the commune had to mend. */
export async function readLastMending(
  db: Kysely<DossierTables>,
  dossierId: string,
): Promise<Mending | undefined> {
  const fixList = (await listFixLists(db, dossierId)).find(({ closedAt }) => closedAt !== null)
  if (!fixList) return undefined
  const closedAt = fixList.closedAt?.getTime()
  const snapshots = await listSnapshots(db, dossierId)
  const after = snapshots.find(({ takenAt }) => takenAt.getTime() === closedAt)
  const before = snapshots.find(({ number }) => after !== undefined && number < after.number)
  return after && { fixList, before: before?.content, after: after.content }
}
