export { provincePathOf } from './home-province.ts'
export { loadUnits } from './load-units.ts'
export { migrations } from './migrations/index.ts'
export { routes } from './routes.tsx'
export { text } from './text.ts'
export { formerNamesOf, groupUnits, listUnitGroups, type UnitGroup } from './unit-groups.ts'
export { type FoundUnit, searchUnits } from './unit-search-store.ts'
export {
  type FormerCommune,
  findUnit,
  findUnits,
  type Level,
  listFormerCommunes,
  listUnits,
  type Unit,
  type UnitTables,
  unitOfToday,
  unitsOfToday,
} from './unit-store.ts'
export { UnitSelect } from './views/unit-select.tsx'
