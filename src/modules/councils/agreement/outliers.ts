import type { ScoredProduct } from './scored-product.ts'

/** With fewer products nothing is systematic. */
export const fewestProducts = 3

/** How a member's totals lie to those of the others, over the products that both scored. */
export interface Leaning {
  memberId: string
  products: number
  /** Hundredths of a point, above the others' average where positive: the mean over the products. */
  mean: number
  /** The same without sign: how far, whichever way. */
  meanDistance: number
  /** Whether it lies further away than the council's rules call noteworthy, over enough products. */
  outlier: boolean
}

/**
 * How each member's totals lie to the average of the others' totals of the same product. An outlier lies further from it
 * than `limit` points in the mean, over three products or more. A sign to talk, never a reason to leave a sheet out.
 */
export function leaningsOf(products: readonly ScoredProduct[], limit: number): Leaning[] {
  const members = [...new Set(products.flatMap(({ sheets }) => sheets.map(({ memberId }) => memberId)))]
  return members.flatMap((memberId): Leaning[] => {
    const distances = products.flatMap((product) => distanceOf(product, memberId))
    if (distances.length === 0) return []
    const mean = averageOf(distances)
    const meanDistance = averageOf(distances.map(Math.abs))
    const outlier = distances.length >= fewestProducts && meanDistance > limit * 100
    return [{ memberId, products: distances.length, mean, meanDistance, outlier }]
  })
}

/** Unrounded hundredths of a point; nothing where the member did not score, or scored alone. */
function distanceOf({ sheets }: ScoredProduct, memberId: string): number[] {
  const own = sheets.find((sheet) => sheet.memberId === memberId)
  const others = sheets.filter((sheet) => sheet.memberId !== memberId)
  if (!own || others.length === 0) return []
  const average = others.reduce((sum, { score }) => sum + score.total, 0) / others.length
  return [(own.score.total - average) * 100]
}

function averageOf(values: readonly number[]): number {
  return Math.round(values.reduce((sum, value) => sum + value, 0) / values.length)
}
