import { type CriteriaSet, type Criterion, criterionOf, findCriteriaSet } from '#modules/regulation/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import { deleteOwnFigures, putOwnFigures } from './criterion-effort-store.ts'
import { effortFacts, effortFaults, type TypedEffort } from './effort-form.ts'
import { levelCountOf } from './effort-of.ts'
import { provinceToKeep } from './guidance-rights.ts'
import type { GuidanceTables } from './guidance-tables.ts'

interface CriterionAt {
  setId: string
  criterion: string
}

/**
 * The province's officer enters what one criterion of one sheet takes there, where it differs from its kind.
 * @throws Refusal `invalid` with `faults` by field; `conflict` when somebody else was first
 */
export function changeCriterionEffort(
  ctx: Ctx<GuidanceTables>,
  input: CriterionAt & { version: number; typed: TypedEffort },
): Promise<void> {
  const { setId, criterion: code, version, typed } = input
  return inTransaction(ctx, async (ctx) => {
    const unitId = provinceToKeep(ctx.actor)
    const { criterion } = await criterionAt(ctx.db, input)
    const faults = effortFaults(typed, levelCountOf(criterion))
    if (Object.keys(faults).length > 0) throw new Refusal('invalid', 'guidance.faulty', { faults })
    const facts = effortFacts(typed)
    const at = { unitId, criteriaSetId: setId, criterion: code }
    const row = { ...at, ...facts, changedBy: ctx.actor.id, changedAt: ctx.now }
    if (!(await putOwnFigures(ctx.db, row, version)))
      throw new Refusal('conflict', 'guidance.changed_meanwhile')
    await record(ctx, 'criterion_effort.changed', `province:${unitId}`, { setId, criterion: code, ...facts })
  })
}

/** The figures of the kind stand again for the criterion. @throws Refusal `conflict` when somebody else changed it meanwhile */
export function restoreKindEffort(
  ctx: Ctx<GuidanceTables>,
  { setId, criterion, version }: CriterionAt & { version: number },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const unitId = provinceToKeep(ctx.actor)
    const at = { unitId, criteriaSetId: setId, criterion, version }
    if (!(await deleteOwnFigures(ctx.db, at))) throw new Refusal('conflict', 'guidance.changed_meanwhile')
    await record(ctx, 'criterion_effort.restored', `province:${unitId}`, { setId, criterion })
  })
}

/** The criterion of a published set. @throws Refusal `not_found` */
export async function criterionAt(
  db: Ctx<GuidanceTables>['db'],
  { setId, criterion: code }: CriterionAt,
): Promise<{ set: CriteriaSet; criterion: Criterion }> {
  const found = await findCriteriaSet(db, setId)
  const criterion = found && criterionOf(found.set, code)
  if (!found || !criterion) throw new Refusal('not_found', 'guidance.criterion_unknown')
  return { set: found.set, criterion }
}
