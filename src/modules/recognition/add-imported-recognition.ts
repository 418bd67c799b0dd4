import { holds } from '#modules/people/index.ts'
import { findUnit, type UnitTables } from '#modules/territory/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf, yearOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { insertRecognition, lockProduct, showNewest } from './recognition-store.ts'
import type { RecognitionRow, RecognitionTables } from './recognition-tables.ts'

export interface ImportedRecognition {
  productId: string
  producerId: string
  stars: number
  /** The year in which it was recognised. */
  year: number
  level: RecognitionRow['level']
  /** The unit of that day, or as near as is known: its province. */
  unitId: string
  note?: string
  isDemo?: boolean
}

/**
 * Adds a recognition of the past whose decision is not on record. It counts in figures of its year; it is never in force,
 * because nobody can say until when it was: at the latest to the end of the third year after.
 * @throws Refusal `invalid` what cannot have been; `conflict` the product has one of that year
 */
export function addImportedRecognition(
  ctx: Ctx<RecognitionTables & UnitTables>,
  imported: ImportedRecognition,
): Promise<{ recognitionId: string }> {
  return inTransaction(ctx, async (ctx) => {
    const { productId, producerId, stars, year, level, unitId } = imported
    const unit = await findUnit(ctx.db, unitId)
    if (!unit || !holds(ctx.actor, ['province_officer', 'administrator'], unit.path)) {
      throw new Refusal('not_found', 'recognition.unit_unknown')
    }
    if (!canHaveBeen(imported, yearOf(dayOf(ctx.now))))
      throw new Refusal('invalid', 'recognition.cannot_have_been')

    await lockProduct(ctx.db, productId)
    const recognition = importedRow(imported, {
      id: newId(ctx.now.getTime()),
      unitPath: unit.path,
      createdAt: ctx.now,
    })
    if (!(await insertRecognition(ctx.db, recognition))) {
      throw new Refusal('conflict', 'recognition.imported_already', { year })
    }
    await showNewest(ctx.db, productId)
    const facts = { productId, producerId, stars, year, level, unitId }
    await record(ctx, 'recognition.imported', `recognition:${recognition.id}`, facts)
    return { recognitionId: recognition.id }
  })
}

/** The recognition as the table holds it: it never counts as in force, and its decision is not on record. */
export function importedRow(
  imported: ImportedRecognition,
  given: Pick<RecognitionRow, 'id' | 'unitPath' | 'createdAt'>,
): RecognitionRow {
  const { productId, producerId, stars, year, level, unitId, note, isDemo = false } = imported
  return {
    ...{ productId, producerId, stars, year, level, unitId, isDemo },
    ...given,
    dossierId: null,
    recognisedOn: null,
    expiresOn: `${year + 3}-12-31`,
    inForceUntil: null,
    decisionId: null,
    regimeId: null,
    source: 'import',
    note: note?.trim() || null,
    isCurrent: false,
  }
}

/** Whether the programme could have recognised it so: it began in 2018, five stars are the centre's, districts gave three. */
export function canHaveBeen(
  { stars, year, level }: Pick<ImportedRecognition, 'stars' | 'year' | 'level'>,
  thisYear: number,
): boolean {
  if (!Number.isInteger(stars) || stars < 3 || stars > 5) return false
  if (!Number.isInteger(year) || year < 2018 || year > thisYear) return false
  if (level === 'district') return stars === 3 && year <= 2025
  return (stars === 5) === (level === 'centre')
}
