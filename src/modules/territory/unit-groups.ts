import type { Kysely } from 'kysely'
import {
  type FormerCommune,
  listFormerCommunes,
  listUnits,
  type Unit,
  type UnitTables,
} from './unit-store.ts'

/** A commune of today with the communes that went into it. */
export interface FormedUnit {
  unit: Unit
  formedFrom: FormerCommune[]
}

/** Communes of today whose people lived, most of them, in one former district. */
export interface UnitGroup {
  /** The former district's name; null for those that came from none that we know. */
  district: string | null
  units: FormedUnit[]
}

/** The communes of today within a province, under the former districts that people still know them by. */
export async function listUnitGroups(db: Kysely<UnitTables>, under: string): Promise<UnitGroup[]> {
  const units = await listUnits(db, { under, level: 'commune' })
  return groupUnits(units, await listFormerCommunes(db, under))
}

/** The districts come in the order in which their communes do; within one, the communes as they were given. */
export function groupUnits(units: readonly Unit[], former: readonly FormerCommune[]): UnitGroup[] {
  const groups = new Map<string | null, FormedUnit[]>()
  for (const { districtName } of former) groups.set(districtName, [])
  groups.set(null, [])
  for (const unit of units) {
    const formedFrom = former.filter(({ todayId }) => todayId === unit.id)
    groups.get(districtOf(formedFrom))?.push({ unit, formedFrom })
  }
  return [...groups].flatMap(([district, units]) => (units.length > 0 ? [{ district, units }] : []))
}

/** The district that most of them lay in, the first where two have as many. */
function districtOf(communes: readonly FormerCommune[]): string | null {
  const counts = new Map<string, number>()
  for (const { districtName } of communes) counts.set(districtName, (counts.get(districtName) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  return [...counts].find(([, count]) => count === most)?.[0] ?? null
}

/** The names that a commune had before, without those that say nothing new: "Làng Chếu, Háng Đồng". */
export function formerNamesOf({ unit, formedFrom }: FormedUnit): string[] {
  return [...new Set(formedFrom.map(({ shortName }) => shortName))].filter((name) => name !== unit.shortName)
}
