import { Refusal } from '#platform/refusal.ts'

export interface SheetLimits {
  maxRows: number
  maxColumns: number
}

/** Excel's own limit for the text of one cell. */
export const longestCell = 32_767

export function refuseSheet(code: string, facts: Record<string, unknown> = {}): Refusal {
  return new Refusal('invalid', `sheet.${code}`, facts)
}
