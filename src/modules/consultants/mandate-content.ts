import type { Day } from '#platform/dates.ts'
import type { MandatePart, Payer } from './mandate-parts.ts'

/** A mandate as it was signed, with nothing left to look up: what its digest is taken of. */
export interface MandateContent {
  code: string
  consultant: { id: string; name: string; address: string; decision: string }
  producer: { id: string; name: string; address: string; representative: string }
  /** Names of the products; none where every product of the producer is meant. */
  products: { id: string; name: string }[]
  parts: MandatePart[]
  work: string
  fee: number
  payer: Payer | null
  payerNote: string
  fromOn: Day
  toOn: Day
}
