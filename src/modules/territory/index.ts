import { registerText } from '#platform/text/translator.ts'
import en from './text/en.json' with { type: 'json' }
import vi from './text/vi.json' with { type: 'json' }

export { provincePathOf } from './home-province.ts'
export { loadUnits } from './load-units.ts'
export { migrations } from './migrations/index.ts'
export { routes } from './routes.tsx'
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

/** The sentences of this module. */
export const text = { vi, en }
registerText('territory', text)
