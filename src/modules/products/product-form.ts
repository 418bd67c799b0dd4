import { productSet } from './product-sets.ts'

/** What is typed about a product. */
export interface TypedProduct {
  name: string
  /** Number of the product set of Decision 26/2026, or nothing while it is not decided. */
  productSetNo: string
  specification: string
  story: string
  /** Where it is made; nothing: where its producer is. */
  unitId: string
}

export type ProductField = keyof TypedProduct
export type ProductFaults = Partial<Record<ProductField, string>>

const longest: Record<ProductField, number> = {
  name: 200,
  productSetNo: 2,
  specification: 1000,
  story: 20_000,
  unitId: 100,
}

export const productFields = Object.keys(longest) as ProductField[]

/** What a form brought, as typed: fields that it lacks are empty. */
export function typedProduct(form: Record<string, unknown>): TypedProduct {
  const read = (name: string) => (typeof form[name] === 'string' ? form[name].trim().normalize('NFC') : '')
  return Object.fromEntries(productFields.map((name) => [name, read(name)])) as unknown as TypedProduct
}

/** What would have to be typed for the product to be as it is. */
export function typedFromProduct(
  product: {
    name: string
    productSetNo: number | null
    specification: string | null
    story: string | null
    unitId: string
  },
  producer: { unitId: string },
): TypedProduct {
  return typedProduct({
    ...product,
    productSetNo: product.productSetNo === null ? '' : String(product.productSetNo),
    unitId: product.unitId === producer.unitId ? '' : product.unitId,
  })
}

/** What is wrong with what was typed, by field; empty when it may be stored. */
export function productFaults(typed: TypedProduct): ProductFaults {
  const faults: ProductFaults = {}
  for (const field of productFields) if (typed[field].length > longest[field]) faults[field] = 'too_long'
  if (typed.name.length < 2) faults.name = typed.name === '' ? 'name_missing' : 'name_too_short'
  if (typed.productSetNo !== '' && !productSet(Number(typed.productSetNo)))
    faults.productSetNo = 'set_unknown'
  return faults
}
