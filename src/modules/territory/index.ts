export { loadUnits } from './load-units.ts'
export { migrations } from './migrations/index.ts'
export { type FoundUnit, searchUnits } from './search-units.ts'
export {
  findUnit,
  findUnits,
  type Level,
  listUnits,
  type Unit,
  type UnitTables,
  unitOfToday,
  unitsOfToday,
} from './unit-store.ts'
