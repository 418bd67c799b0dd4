import { fields, fixableFields, type Mapping } from './columns.ts'

/** The mapping that a form brought. */
export function readMapping(form: Record<string, unknown>): Mapping {
  const mapping: Mapping = { columns: {}, fixed: {} }
  for (const field of fields) {
    const place = form[`column.${field}`]
    if (typeof place === 'string' && /^\d{1,4}$/.test(place)) mapping.columns[field] = Number(place)
  }
  for (const field of fixableFields) {
    const words = form[`fixed.${field}`]
    if (typeof words === 'string' && words.trim())
      mapping.fixed[field] = levelWords[words] ?? words.trim().slice(0, 50)
  }
  return mapping
}

/** A level that was chosen, in the word that a list would write, for it stands in the rows as if it did. */
const levelWords: Readonly<Record<string, string>> = {
  province: 'Tỉnh',
  district: 'Huyện',
  centre: 'Trung ương',
}
