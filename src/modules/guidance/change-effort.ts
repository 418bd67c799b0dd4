import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import { type CriterionKind, readKind } from './criterion-kinds.ts'
import { effortFacts, effortFaults, type TypedEffort } from './effort-form.ts'
import { estimateOf } from './effort-of.ts'
import { deleteFigures, putFigures } from './effort-store.ts'
import { provinceToKeep } from './guidance-rights.ts'
import type { GuidanceTables } from './guidance-tables.ts'

interface EffortChange {
  kind: string
  /** The version that the change started from; 0 where the platform's estimates stood. */
  version: number
  typed: TypedEffort
}

/**
 * The province's officer enters what a kind of criterion takes there, in place of the platform's estimates.
 * @throws Refusal `invalid` with `faults` by field; `conflict` when somebody else was first
 */
export function changeEffort(
  ctx: Ctx<GuidanceTables>,
  { kind: asked, version, typed }: EffortChange,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const unitId = provinceToKeep(ctx.actor)
    const kind = kindToChange(asked)
    const faults = effortFaults(typed, estimateOf(kind).levels.length)
    if (Object.keys(faults).length > 0) throw new Refusal('invalid', 'guidance.faulty', { faults })
    const facts = effortFacts(typed)
    const row = { unitId, kind, ...facts, changedBy: ctx.actor.id, changedAt: ctx.now }
    if (!(await putFigures(ctx.db, row, version))) throw new Refusal('conflict', 'guidance.changed_meanwhile')
    await record(ctx, 'raise_effort.changed', `province:${unitId}`, { kind, ...facts })
  })
}

/** The platform's estimates stand again for the kind. @throws Refusal `conflict` when somebody else changed it meanwhile */
export function restoreEstimate(
  ctx: Ctx<GuidanceTables>,
  { kind: asked, version }: { kind: string; version: number },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const unitId = provinceToKeep(ctx.actor)
    const kind = kindToChange(asked)
    if (!(await deleteFigures(ctx.db, { unitId, kind, version })))
      throw new Refusal('conflict', 'guidance.changed_meanwhile')
    await record(ctx, 'raise_effort.restored', `province:${unitId}`, { kind })
  })
}

function kindToChange(asked: string): CriterionKind {
  const kind = readKind(asked)
  if (!kind) throw new Refusal('not_found', 'guidance.kind_unknown')
  return kind
}
