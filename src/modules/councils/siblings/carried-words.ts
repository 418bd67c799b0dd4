import type { CarriedMarks } from './carried-mark.ts'

/** The criteria that one member took over from their own sheet for one sibling. */
export interface CarriedFrom {
  name: string
  product: string
  codes: string
}

/** Who took over which marks from which of their own sheets, for the result and the minutes. */
export function carriedWords(
  sheets: readonly { memberId: string; carried: CarriedMarks }[],
  names: ReadonlyMap<string, string>,
): CarriedFrom[] {
  return sheets.flatMap(({ memberId, carried }) => {
    const marks = Object.entries(carried)
    const products = [...new Set(marks.map(([, { product }]) => product))]
    return products.map((product) => ({
      name: names.get(memberId) ?? memberId,
      product,
      codes: marks
        .filter(([, mark]) => mark.product === product)
        .map(([code]) => code)
        .sort((a, b) => a.localeCompare(b, 'vi', { numeric: true }))
        .join(', '),
    }))
  })
}
