import { registerText } from '#platform/text/translator.ts'
import en from './text/en.json' with { type: 'json' }
import vi from './text/vi.json' with { type: 'json' }

export { addProduct, type NewProduct } from './add-product.ts'
export { changeProduct, type ProductChange } from './change-product.ts'
export { getProduct, getProductToChange, mayChangeProduct } from './get-product.ts'
export { migrations } from './migrations/index.ts'
export { type ProductFaults, productFaults, type TypedProduct, typedProduct } from './product-form.ts'
export { type ProductSearch, productSearch } from './product-search-store.ts'
export { type ProductSet, productGroups, productSet, productSets } from './product-sets.ts'
export {
  findProduct,
  findProductBySlug,
  type ListedProduct,
  listProducts,
  type Product,
  type ProductFilter,
  type ProductTables,
} from './product-store.ts'
export { productWords } from './product-words.ts'
export { setPicture } from './set-picture.ts'
export { slugOf } from './slug.ts'

/** The sentences of this module. */
export const text = { vi, en }
registerText('products', text)
