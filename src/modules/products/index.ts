export { addProduct, type NewProduct } from './add-product.ts'
export { addProducts, type ListedName } from './add-products.ts'
export { changeProduct, type ProductChange } from './change-product.ts'
export { getProduct, getProductToChange, mayChangeProduct } from './get-product.ts'
export { giveDrawings } from './give-drawings.ts'
export { migrations } from './migrations/index.ts'
export { artFor, pictureAddress } from './picture-art.ts'
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
export { putPicture } from './put-picture.ts'
export { routes } from './routes.tsx'
export { setPicture } from './set-picture.ts'
export { slugOf } from './slug.ts'
export { text } from './text.ts'
export { ProductSetSelect } from './views/product-set-select.tsx'
