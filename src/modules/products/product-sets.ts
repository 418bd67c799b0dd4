import { classificationOf, type ProductGroup } from '#modules/regulation/index.ts'

/** The regulation whose product sets products are filed under: Decision 26/2026/QĐ-TTg, Appendix I. */
const regime = 'qd26-2026'

export interface ProductSet {
  no: number
  groupCode: string
  nameVi: string
  nameEn: string
}

/** The six groups of products with their sets, in the order of the regulation. */
export function productGroups(): readonly ProductGroup[] {
  return classificationOf(regime)
}

/** The 26 sets, in their order. */
export function productSets(): ProductSet[] {
  return productGroups().flatMap(({ code, subgroups }) =>
    subgroups.flatMap(({ sets }) =>
      sets.map(({ productSetNo, nameVi, nameEn }) => ({ no: productSetNo, groupCode: code, nameVi, nameEn })),
    ),
  )
}

export function productSet(no: number | null): ProductSet | null {
  return productSets().find((set) => set.no === no) ?? null
}
