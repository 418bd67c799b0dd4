export {
  type Counted,
  countBy,
  countByYear,
  type Dimension,
  placesOfToday,
  type TodaysPlace,
} from './catalogue-counts-store.ts'
export { type CatalogueFilter, catalogueHref, type ListedKind, listedKinds } from './catalogue-query.ts'
export type { CatalogueTables } from './catalogue-tables.ts'
export { migrations } from './migrations/index.ts'
export { routes } from './routes.ts'
export { text } from './text.ts'
