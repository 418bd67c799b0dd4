import type { TypedPack, TypedTerms } from './pack-form.ts'

/** What the form holds of a product when nothing is wrong with it. */
export function filledTerms(change: Partial<TypedTerms> = {}): TypedTerms {
  return {
    packSize: 'Hộp 100 g',
    price: '180.000',
    minimumOrder: '50 hộp',
    monthlyCapacity: '400 hộp',
    seasonFrom: '3',
    seasonTo: '11',
    shelfLife: '24 tháng',
    ...change,
  }
}

/** What the form of a pack holds when nothing is wrong with it: these products, each on the same terms, and these papers. */
export function filledPack(
  productIds: readonly string[],
  papers: readonly string[] = [],
  change: Partial<TypedPack> = {},
): TypedPack {
  return {
    name: 'Chè Tà Xùa vụ xuân',
    buyer: 'Siêu thị Sông Đà',
    contact: 'Mùa Thị Mai, 0912 345 678',
    note: 'Giá đã gồm thuế giá trị gia tăng.',
    products: [...productIds],
    papers: [...papers],
    terms: Object.fromEntries(productIds.map((id) => [id, filledTerms()])),
    ...change,
  }
}
