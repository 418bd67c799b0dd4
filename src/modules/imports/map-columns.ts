import type { UnitTables } from '#modules/territory/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import type { EventTables } from '#platform/events/event-store.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import { type Field, fields, type Mapping, missingFields } from './columns.ts'
import { getImportToChange } from './get-import.ts'
import { updateBatch } from './import-batch-store.ts'
import { listRows, markRepeats, updateReadings } from './import-row-store.ts'
import type { ImportTables } from './import-tables.ts'
import { readImportRow, rowWorld } from './row-world.ts'

export type MappingFaults = Partial<Record<Field, 'column_missing' | 'column_unknown' | 'column_twice'>>

/** What is wrong with a mapping of a file with that many columns, by field. */
export function mappingFaults(mapping: Mapping, columnCount: number): MappingFaults {
  const faults: MappingFaults = {}
  for (const field of missingFields(mapping)) faults[field] = 'column_missing'
  const taken = new Set<number>()
  for (const field of fields) {
    const place = mapping.columns[field]
    if (place === undefined) continue
    if (!Number.isInteger(place) || place < 0 || place >= columnCount) faults[field] = 'column_unknown'
    else if (taken.has(place)) faults[field] = 'column_twice'
    taken.add(place)
  }
  return faults
}

const rowsInOneGo = 1000

/**
 * Says which column holds what; every row is read anew. What was mended by hand stays mended, what was left out stays out.
 * @throws Refusal `invalid` with `faults` by field; `conflict` once the list was confirmed
 */
export function mapColumns(
  ctx: Ctx<ImportTables & UnitTables & EventTables>,
  { batchId, mapping }: { batchId: string; mapping: Mapping },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const batch = await getImportToChange(ctx, batchId, ['preview'])
    const faults = mappingFaults(mapping, batch.headers.length)
    if (Object.keys(faults).length > 0) throw new Refusal('invalid', 'imports.columns_faulty', { faults })
    await updateBatch(ctx.db, batchId, { mapping })
    const world = await rowWorld(ctx.db, batch, dayOf(ctx.now))
    let after = -1
    for (;;) {
      const rows = await listRows(ctx.db, batchId, { after, limit: rowsInOneGo })
      const last = rows.at(-1)
      if (!last) break
      await updateReadings(
        ctx.db,
        rows.map((row) => ({
          ...readImportRow(row, mapping, world),
          ...(row.state === 'left_out' && { state: row.state }),
        })),
      )
      after = last.line
    }
    await markRepeats(ctx.db, batchId)
    await record(ctx, 'import.mapped', `import:${batchId}`, { mapping })
  })
}
