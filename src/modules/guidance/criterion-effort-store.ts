import type { Kysely } from 'kysely'
import type { CriteriaSet, Criterion } from '#modules/regulation/index.ts'
import { kindOf } from './criterion-kinds.ts'
import type { EffortFigures } from './effort-of.ts'
import { figuresOf } from './effort-store.ts'
import type { CriterionEffortRow, GuidanceTables } from './guidance-tables.ts'

/** What a criterion of one sheet takes: the province's figures for it alone, else those of its kind. */
export type FiguresAt = (criterion: Pick<Criterion, 'code' | 'nameVi'>) => EffortFigures

/** The figures of a province for the criteria of a set. */
export async function figuresAt(
  db: Kysely<GuidanceTables>,
  { unitId, set }: { unitId: string; set: Pick<CriteriaSet, 'id'> },
): Promise<FiguresAt> {
  const [ofKind, own] = await Promise.all([
    figuresOf(db, unitId),
    listOwnFigures(db, { unitId, setId: set.id }),
  ])
  const rows = new Map(own.map((row) => [row.criterion, row]))
  return (criterion) => {
    const usual = ofKind(kindOf(criterion))
    const row = rows.get(criterion.code)
    return row ? over(usual, row) : usual
  }
}

/** The criteria for which the province has figures of their own: of one set, or of all. */
export function listOwnFigures(
  db: Kysely<GuidanceTables>,
  { unitId, setId }: { unitId: string; setId?: string },
): Promise<CriterionEffortRow[]> {
  const query = db.selectFrom('criterionEffort').selectAll().where('unitId', '=', unitId)
  return (setId ? query.where('criteriaSetId', '=', setId) : query)
    .orderBy('criteriaSetId')
    .orderBy('criterion')
    .execute()
}

/** Stores the figures when nobody else did since `version`; 0 where those of the kind stood. False when somebody was first. */
export async function putOwnFigures(
  db: Kysely<GuidanceTables>,
  figures: Omit<CriterionEffortRow, 'version'>,
  version: number,
): Promise<boolean> {
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('criterionEffort')
      .values({ ...figures, version: 1 })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await db
    .updateTable('criterionEffort')
    .set({ ...figures, version: version + 1 })
    .where('unitId', '=', figures.unitId)
    .where('criteriaSetId', '=', figures.criteriaSetId)
    .where('criterion', '=', figures.criterion)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Lets the figures of the kind stand again. False when there was nothing, or somebody changed it since `version`. */
export async function deleteOwnFigures(
  db: Kysely<GuidanceTables>,
  at: Pick<CriterionEffortRow, 'unitId' | 'criteriaSetId' | 'criterion' | 'version'>,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('criterionEffort')
    .where('unitId', '=', at.unitId)
    .where('criteriaSetId', '=', at.criteriaSetId)
    .where('criterion', '=', at.criterion)
    .where('version', '=', at.version)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

/** What the province wrote for the criterion stands; what it left empty is said by its kind. */
function over(usual: EffortFigures, row: CriterionEffortRow): EffortFigures {
  return {
    ...usual,
    levels: row.months.map((months, at) => ({ months, cost: row.cost[at] ?? 0 })),
    papers: row.papers ?? usual.papers,
    helperNote: row.helperNote ?? usual.helperNote,
    version: row.version,
  }
}
