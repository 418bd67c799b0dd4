import { registerText } from '#platform/text/translator.ts'
import en from './text/en.json' with { type: 'json' }
import vi from './text/vi.json' with { type: 'json' }

export { loadUnits } from './load-units.ts'
export { migrations } from './migrations/index.ts'
export { type FoundUnit, searchUnits } from './unit-search-store.ts'
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

/** The sentences of this module. */
export const text = { vi, en }
registerText('territory', text)
