/** The dossier's own code: `HS-2026-000123`. */
export function dossierCode(number: number, year: number): string {
  return `HS-${year}-${String(number).padStart(6, '0')}`
}

/**
 * The number that Form 01 gets when it is received (Appendix III): `07/PĐK-14-03868-2026` in a commune,
 * `07/PĐK-14-2026` in a province. Each keeps its own series.
 */
export function receiptNumber(number: number, unitPath: string, year: number): string {
  return `${String(number).padStart(2, '0')}/PĐK-${codesOf(unitPath)}-${year}`
}

/**
 * The product's code in the head of the forms: province, commune, the commune's own sequence, year of assessment:
 * `14-03868-1-2026`.
 */
export function productCode(number: number, communePath: string, year: number): string {
  return `${codesOf(communePath)}-${number}-${year}`
}

/** `vn/14/03868` is the province `vn/14`. */
export function provincePathOf(unitPath: string): string {
  return unitPath.split('/').slice(0, 2).join('/')
}

function codesOf(unitPath: string): string {
  return unitPath.split('/').slice(1).join('-')
}
