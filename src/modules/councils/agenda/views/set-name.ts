import { productSet } from '#modules/products/index.ts'
import type { Locale } from '#platform/text/format.ts'

/** The name of the product set by which a criteria set judges: `qd26-2026-13` is coffee. */
export function setName(criteriaSetId: string, locale: Locale): string {
  const set = productSet(Number(criteriaSetId.split('-').at(-1)))
  return (locale === 'vi' ? set?.nameVi : set?.nameEn) ?? criteriaSetId
}
