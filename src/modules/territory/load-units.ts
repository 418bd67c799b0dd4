import type { Kysely } from 'kysely'
import { allUnits } from './unit-list.ts'
import { type UnitTables, upsertSuccessors, upsertUnits } from './unit-store.ts'

/**
 * Writes the units of the program into the database. May run any number of times: a unit that is there already is
 * brought to what the data says, none is removed. After a change of the data, add a migration that calls this.
 */
export async function loadUnits(db: Kysely<UnitTables>): Promise<void> {
  const { units, successors } = allUnits()
  await upsertUnits(db, units)
  await upsertSuccessors(db, successors)
}
