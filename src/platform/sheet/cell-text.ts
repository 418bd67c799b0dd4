import type { CellValue } from 'exceljs'

/** What a cell of Excel shows, as plain text: the value of a formula, never the formula; days as `2026-11-24`. */
export function cellText(value: CellValue, format: string | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return numberText(value, format)
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (value instanceof Date) return momentText(value)
  if (typeof value === 'string') return value
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('formula' in value || 'sharedFormula' in value) return cellText(value.result as CellValue, format)
  if ('hyperlink' in value) return cellText(value.text as CellValue, format)
  return '' // An error of Excel's: #N/A is no value.
}

/** Without the noise of binary fractions; a code like 03868 that is kept as a number keeps its zeros. */
function numberText(value: number, format: string | undefined): string {
  const plain = plainNumber(value)
  return format && /^0+$/.test(format) && /^\d+$/.test(plain) ? plain.padStart(format.length, '0') : plain
}

function plainNumber(value: number): string {
  const short = String(Number(value.toPrecision(15)))
  if (!short.includes('e')) return short
  return value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
}

function momentText(value: Date): string {
  if (Number.isNaN(value.getTime())) return ''
  const [day = '', time = ''] = value.toISOString().split('T')
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`
}
