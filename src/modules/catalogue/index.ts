export { type CatalogueFilter, catalogueHref, type ListedKind, listedKinds } from './catalogue-query.ts'
export { migrations } from './migrations/index.ts'
export { routes } from './routes.ts'
export { text } from './text.ts'
