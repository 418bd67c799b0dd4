import type { Kysely } from 'kysely'
import { listFormerCommunes, listUnits, type UnitTables } from '#modules/territory/index.ts'
import type { Day } from '#platform/dates.ts'
import { type Mapping, typedRow } from './columns.ts'
import { communeLookup } from './commune-lookup.ts'
import type { ImportRow } from './import-tables.ts'
import { type RowWorld, readRow } from './read-row.ts'

/** What rows of a province are read with: its communes of today and of before, and the day. */
export async function rowWorld(
  db: Kysely<UnitTables>,
  province: { unitId: string; unitPath: string },
  today: Day,
): Promise<RowWorld> {
  const communes = await listUnits(db, { under: province.unitPath, level: 'commune' })
  const former = await listFormerCommunes(db, province.unitPath)
  return { communes: communeLookup(communes, former), provinceId: province.unitId, today }
}

/** The row as it reads under a mapping, with what was mended by hand. */
export function readImportRow(
  row: Pick<ImportRow, 'batchId' | 'line' | 'cells' | 'edits'>,
  mapping: Mapping,
  world: RowWorld,
): ImportRow {
  const typed = typedRow(row.cells, mapping, row.edits)
  const { faults, facts, key } = readRow(typed, world)
  const state = facts ? 'ready' : 'faulty'
  return { ...row, typed, faults, facts, rowKey: key, sameAs: null, state, productId: null }
}
