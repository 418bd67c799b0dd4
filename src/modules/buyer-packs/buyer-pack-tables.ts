import type { DossierTables } from '#modules/dossiers/index.ts'
import type { RecognitionTables } from '#modules/recognition/index.ts'
import type { Day } from '#platform/dates.ts'

export interface BuyerPackRow {
  id: string
  producerId: string
  name: string
  /** For whom it is made, in the producer's words. */
  buyer: string | null
  /** Whom the buyer calls or writes to. */
  contact: string | null
  note: string | null
  isDemo: boolean
  version: number
  createdAt: Date
  createdBy: string | null
  updatedAt: Date
}

/** What a producer offers of one product; all of it may be left open. */
export interface OfferTerms {
  packSize: string | null
  /** Of one pack, in whole đồng. */
  price: number | null
  minimumOrder: string | null
  monthlyCapacity: string | null
  /** Months from 1 to 12; from November to February goes over the new year. Both are there or neither. */
  seasonFrom: number | null
  seasonTo: number | null
  shelfLife: string | null
}

export interface BuyerPackProductRow extends OfferTerms {
  packId: string
  producerId: string
  productId: string
}

export interface BuyerPackPaperRow {
  packId: string
  producerId: string
  paperId: string
}

/** A link under which anybody who holds it reads the pack until its last day. */
export interface BuyerPackShareRow {
  id: string
  /** Null once the pack was removed: the link still says that it has ended. */
  packId: string | null
  code: string
  startedOn: Day
  /** The last day on which it opens, at most 180 days after the first. */
  endsOn: Day
  endedAt: Date | null
  /** How many times it was opened; by whom is not kept. */
  opened: number
  lastOpenedAt: Date | null
  createdAt: Date
  createdBy: string | null
}

export interface BuyerPackTables extends DossierTables, RecognitionTables {
  buyerPack: BuyerPackRow
  buyerPackProduct: BuyerPackProductRow
  buyerPackPaper: BuyerPackPaperRow
  buyerPackShare: BuyerPackShareRow
}
