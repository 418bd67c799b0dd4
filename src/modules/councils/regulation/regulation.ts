import type { Day } from '#platform/dates.ts'

/** The decision by which a council's regulation (Quy chế) was issued (QĐ 26/2026/QĐ-TTg, art. 7.3b). */
export interface Regulation {
  number: string
  decidedOn: Day
  signer: string
}
