import type { Kysely } from 'kysely'
import { type CriterionKind, readKind } from './criterion-kinds.ts'
import { type EffortFigures, estimateOf } from './effort-of.ts'
import type { GuidanceTables, RaiseEffortRow } from './guidance-tables.ts'

/** What the kind takes in the province: its own figures, or the platform's estimates. */
export type FiguresOf = (kind: CriterionKind) => EffortFigures

/** The figures of a province for every kind. */
export async function figuresOf(db: Kysely<GuidanceTables>, unitId: string): Promise<FiguresOf> {
  const rows = await db.selectFrom('raiseEffort').selectAll().where('unitId', '=', unitId).execute()
  const own = new Map(rows.flatMap((row) => ownFigures(row)))
  return (kind) => own.get(kind) ?? estimateOf(kind)
}

type NewFigures = Omit<RaiseEffortRow, 'version'>

/** Stores the figures when nobody else did since `version`; 0 where the estimates stood. False when somebody was first. */
export async function putFigures(
  db: Kysely<GuidanceTables>,
  figures: NewFigures,
  version: number,
): Promise<boolean> {
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('raiseEffort')
      .values({ ...figures, version: 1 })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await db
    .updateTable('raiseEffort')
    .set({ ...figures, version: version + 1 })
    .where('unitId', '=', figures.unitId)
    .where('kind', '=', figures.kind)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Lets the platform's estimates stand again. False when there was nothing, or somebody changed it since `version`. */
export async function deleteFigures(
  db: Kysely<GuidanceTables>,
  { unitId, kind, version }: { unitId: string; kind: CriterionKind; version: number },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('raiseEffort')
    .where('unitId', '=', unitId)
    .where('kind', '=', kind)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

/** A kind that is written for no more is left out: the estimates stand for what took its place. */
function ownFigures(row: RaiseEffortRow): [CriterionKind, EffortFigures][] {
  const kind = readKind(row.kind)
  if (!kind) return []
  const { papers, helperNote, version } = row
  const levels = row.months.map((months, at) => ({ months, cost: row.cost[at] ?? 0 }))
  return [[kind, { ...estimateOf(kind), levels, papers, helperNote, version }]]
}
