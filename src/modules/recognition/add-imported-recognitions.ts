import { holds } from '#modules/people/index.ts'
import { recordMany } from '#modules/producers/index.ts'
import { findUnits, type Unit, type UnitTables } from '#modules/territory/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf, yearOf } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { canHaveBeen, type ImportedRecognition, importedRow } from './add-imported-recognition.ts'
import { insertImported, lockProducts, showNewestOf } from './imported-batch-store.ts'
import type { RecognitionTables } from './recognition-tables.ts'

/**
 * As `addImportedRecognition`, for hundreds at once. Answers in their order the new recognition's id, or null where the
 * product has an imported one of that year already.
 * @throws Refusal `not_found` a unit out of reach; `invalid` what cannot have been
 */
export function addImportedRecognitions(
  ctx: Ctx<RecognitionTables & UnitTables>,
  imported: readonly ImportedRecognition[],
): Promise<(string | null)[]> {
  return inTransaction(ctx, async (ctx) => {
    const units = await findUnits(
      ctx.db,
      imported.map(({ unitId }) => unitId),
    )
    const rows = imported.map((one) => newRow(ctx, one, units.get(one.unitId)))
    const productIds = imported.map(({ productId }) => productId)
    await lockProducts(ctx.db, productIds)
    const stored = await insertImported(ctx.db, rows)
    await showNewestOf(ctx.db, productIds)
    const added = rows.filter(({ id }) => stored.has(id))
    await recordMany(
      ctx,
      'recognition.imported',
      added.map(({ id, productId, producerId, stars, year, level, unitId }) => ({
        subject: `recognition:${id}`,
        facts: { productId, producerId, stars, year, level, unitId },
      })),
    )
    return rows.map(({ id }) => (stored.has(id) ? id : null))
  })
}

function newRow(
  ctx: Ctx<RecognitionTables & UnitTables>,
  imported: ImportedRecognition,
  unit: Unit | undefined,
) {
  if (!unit || !holds(ctx.actor, ['province_officer', 'administrator'], unit.path))
    throw new Refusal('not_found', 'recognition.unit_unknown')
  if (!canHaveBeen(imported, yearOf(dayOf(ctx.now))))
    throw new Refusal('invalid', 'recognition.cannot_have_been')
  return importedRow(imported, { id: newId(ctx.now.getTime()), unitPath: unit.path, createdAt: ctx.now })
}
