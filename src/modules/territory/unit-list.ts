import { addDays, type Day } from '#platform/dates.ts'
import { fold, sortKey } from '#platform/db/fold.ts'
import amendments from './data/changes.json' with { type: 'json' }
import source from './data/units.json' with { type: 'json' }
import { cut, listFormerUnits, mergedProvinces } from './former-units.ts'
import { kindOf, shortNameOf } from './unit-names.ts'
import type { Level, Successor, Unit } from './unit-store.ts'

/** The first day of the two-tier map: Resolution 202/2025/QH15, Decision 19/2025/QĐ-TTg. */
export const newMapDay: Day = '2025-07-01'

/** Every unit that we know, of today and of before, parents first, with who followed whom. */
export function allUnits(): { units: Unit[]; successors: Successor[] } {
  const list: UnitList = { units: [country], successors: [], current: new Map() }
  addProvinces(list)
  addCommunes(list)
  for (const change of amendments.changes) rename(list, change.on, change.renamed)
  addFormerUnits(list)
  return { units: list.units, successors: list.successors }
}

/** The official code behind a code that some lists give to the same unit. */
export function officialCode(code: string): string {
  return new Map(Object.entries(amendments.otherCodes)).get(code) ?? code
}

interface UnitList {
  units: Unit[]
  successors: Successor[]
  /** Today's unit by its code. */
  current: Map<string, Unit>
}

function addProvinces(list: UnitList): void {
  const merged = new Set(mergedProvinces().map(({ today }) => today))
  for (const line of source.provinces) {
    const [code, name, ...place] = cut(line)
    const validFrom = merged.has(code) ? newMapDay : null
    add(
      list,
      unit({ id: code, level: 'province', name, parentId: 'vn', path: `vn/${code}`, validFrom }, place),
    )
  }
}

function addCommunes(list: UnitList): void {
  for (const [province, lines] of Object.entries(source.communes)) {
    for (const line of lines) {
      const [code, name, ...place] = cut(line)
      const path = `vn/${province}/${code}`
      const facts = {
        id: code,
        level: 'commune',
        name,
        parentId: province,
        path,
        validFrom: newMapDay,
      } as const
      add(list, unit(facts, place))
    }
  }
}

/** A unit that got another name or rank keeps its code; what it was until then becomes a former unit. */
function rename(list: UnitList, on: Day, renamed: object): void {
  for (const [code, name] of Object.entries(renamed)) {
    const now = list.current.get(code)
    if (!now) throw new Error(`changes.json renames ${code}, which is not a unit`)
    const lastDay = addDays(on, -1)
    const id = `${code}~${lastDay.slice(0, 4)}`
    const { level, parentId, validFrom } = now
    const path = `${now.path}~${lastDay.slice(0, 4)}`
    list.units.push(unit({ id, code, level, name: now.name, parentId, path, validFrom, validTo: lastDay }))
    list.successors.push({ formerId: id, successorId: code, since: on, main: true })
    Object.assign(now, named(name, now.level), { validFrom: on })
  }
}

/** The units that ended with the old map, following to what their successors were first called. */
function addFormerUnits(list: UnitList): void {
  const firstNamed = new Map(list.successors.map(({ formerId, successorId }) => [successorId, formerId]))
  const validTo = addDays(newMapDay, -1)
  for (const { successors, ...facts } of listFormerUnits()) {
    list.units.push(unit({ ...facts, validTo }))
    successors.forEach((code, place) => {
      // The official list converts each code to one; the parts that went elsewhere are known by name only.
      const main = successors.length === 1 || (facts.code !== null && place === 0)
      const successorId = firstNamed.get(code) ?? code
      list.successors.push({ formerId: facts.id, successorId, since: newMapDay, main })
    })
  }
}

interface Facts {
  id: string
  code?: string | null
  level: Level
  name: string
  parentId: string | null
  path: string
  validFrom?: Day | null
  validTo?: Day | null
}

function unit(facts: Facts, [lon, lat, areaKm2]: string[] = []): Unit {
  return {
    code: facts.id,
    validFrom: null,
    validTo: null,
    ...facts,
    ...named(facts.name, facts.level),
    lon: numberOf(lon),
    lat: numberOf(lat),
    areaKm2: numberOf(areaKm2),
  }
}

function named(name: string, level: Level) {
  const shortName = shortNameOf(name)
  return {
    name,
    shortName,
    kind: kindOf(name, level),
    fold: fold(name),
    shortFold: fold(shortName),
    sortKey: sortKey(shortName),
  }
}

const country = unit({ id: 'vn', level: 'country', name: 'Việt Nam', parentId: null, path: 'vn' })

function add(list: UnitList, added: Unit): void {
  list.units.push(added)
  list.current.set(added.id, added)
}

function numberOf(text: string | undefined): number | null {
  return text ? Number(text) : null
}
