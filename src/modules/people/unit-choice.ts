import type { Kysely } from 'kysely'
import { findUnit, findUnits, searchUnits, type Unit, type UnitTables } from '#modules/territory/index.ts'
import { unitIdOf } from './role-places.ts'

/** The unit that was chosen for a role, or those to choose from. */
export interface UnitChoice {
  chosen: Unit | null
  /** What the search found within reach; one's own units before anything was searched for. */
  offered: readonly Pick<Unit, 'id' | 'name' | 'path'>[]
  find: string
}

interface Asked {
  /** The paths within which one may choose. */
  places: readonly string[]
  unitId: string
  find: string
}

/** Chooses a unit in two steps that need no script: search by a name of today or of before, then take one of the answers. */
export async function unitChoice(
  db: Kysely<UnitTables>,
  { places, unitId, find }: Asked,
): Promise<UnitChoice> {
  const own = await findUnits(db, places.map(unitIdOf))
  const onlyCommune = places.length === 1 && places[0]?.split('/').length === 3 ? unitIdOf(places[0]) : ''
  const unit = unitId || onlyCommune ? await findUnit(db, unitId || onlyCommune) : undefined
  const chosen = unit && unit.validTo === null && isWithin(places, unit.path) ? unit : null
  if (chosen || find.trim() === '') return { chosen, offered: [...own.values()], find }
  const found = await searchUnits(db, find, { limit: 200 })
  return { chosen, offered: found.filter(({ path }) => isWithin(places, path)).slice(0, 20), find }
}

function isWithin(places: readonly string[], path: string): boolean {
  return places.some((place) => path === place || path.startsWith(`${place}/`))
}
