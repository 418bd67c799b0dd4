import { fold } from '#platform/db/fold.ts'

/** What a row of a list of recognised products may say. */
export const fields = [
  'product',
  'producer',
  'producerType',
  'stars',
  'year',
  'level',
  'commune',
  'decisionNumber',
  'decidedOn',
] as const
export type Field = (typeof fields)[number]

/** What each row must say, by a column or by one value for all. */
export const neededFields: readonly Field[] = ['product', 'producer', 'stars', 'year', 'level']
/** What may be said once for all rows. */
export const fixableFields = ['year', 'level'] as const
export type FixableField = (typeof fixableFields)[number]

/** Which column of the file holds which field, by its place from 0, and what holds for all rows. */
export interface Mapping {
  columns: Partial<Record<Field, number>>
  fixed: Partial<Record<FixableField, string>>
}

/** The fields that neither a column nor a value for all gives. */
export function missingFields({ columns, fixed }: Mapping): Field[] {
  return neededFields.filter((field) => {
    const value = fixableFields.some((one) => one === field) ? fixed[field as FixableField] : undefined
    return columns[field] === undefined && !value
  })
}

/** The mapping for the next list with the same heads. A year said for all rows is that list's own. */
export function rememberedMapping({ columns, fixed: { year: _, ...fixed } }: Mapping): Mapping {
  return { columns, fixed }
}

/** What the heads of the columns seem to mean, in Vietnamese or English. Every column is used once at most. */
export function guessMapping(headers: readonly string[]): Mapping {
  const heads = headers.map((header) => fold(header).replaceAll('_', ' '))
  const columns: Mapping['columns'] = {}
  for (const [field, pattern] of patterns) {
    if (columns[field] !== undefined) continue
    const taken = Object.values(columns)
    const place = heads.findIndex((head, place) => pattern.test(head) && !taken.includes(place))
    if (place >= 0) columns[field] = place
  }
  return { columns, fixed: {} }
}

/** Over the folded head; more exact ones first, since "ngày quyết định" also speaks of a decision. */
const patterns: readonly (readonly [Field, RegExp])[] = [
  ['producerType', /loai hinh|loai chu the|producer type|(kind|type) of (producer|owner)|owner type/],
  ['decidedOn', /ngay|\bdate\b|decided on/],
  ['decisionNumber', /quyet dinh|\bqd\b|decision/],
  ['product', /^(ten )?(san pham|products?)\b/],
  ['product', /ten san pham|product name/],
  ['producer', /chu the|\bproducer\b|\bowner\b|don vi|co so|nha san xuat/],
  ['product', /san pham|\bproduct\b/],
  ['stars', /\bsao\b|xep hang|phan hang|\bhang\b|\bstars?\b|\brank\b/],
  ['year', /^nam\b|\byear\b/],
  ['level', /^cap\b|\blevel\b/],
  ['commune', /\b(xa|phuong|dia ban|dia phuong|commune|ward|place)\b/],
]

/** A row as its columns say it. */
export type Typed = Record<Field, string>

/** The row's words by field: what was mended by hand, else the column, else what holds for all rows. */
export function typedRow(
  cells: readonly string[],
  { columns, fixed }: Mapping,
  edits: Partial<Record<string, string>> = {},
): Typed {
  const words = fields.map((field) => {
    const column = columns[field]
    const cell = column === undefined ? '' : (cells[column] ?? '')
    const forAll = field === 'year' || field === 'level' ? (fixed[field] ?? '') : ''
    return [field, edits[field] ?? (cell || forAll)]
  })
  return Object.fromEntries(words) as Typed
}
