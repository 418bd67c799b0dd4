import type { ColumnType, Generated } from 'kysely'
import type { PeopleTables } from '#modules/people/index.ts'
import type { ProductTables } from '#modules/products/index.ts'
import type { Day } from '#platform/dates.ts'
import type { FileTables } from '#platform/files/stored-file-store.ts'
import type { NumberTables } from '#platform/numbers/number-store.ts'
import type {
  ConsultantField,
  ConsultantKind,
  ConsultantState,
  DecisionOutcome,
} from './consultant-fields.ts'
import type { MandateContent } from './mandate-content.ts'
import type { MandatePart, Payer, Side } from './mandate-parts.ts'

export interface ConsultantRow {
  id: string
  kind: ConsultantKind
  name: string
  /** As a search compares it. */
  fold: string
  sortKey: string
  fields: ConsultantField[]
  /** The province that keeps the register. */
  unitId: string
  unitPath: string
  address: string | null
  phone: string | null
  email: string | null
  taxCode: string | null
  trainingCourse: string
  trainingIssuer: string
  trainedOn: Day
  trainingFileId: string | null
  state: ConsultantState
  /** The day of the decision that registered them. */
  activeSince: Day | null
  appliedBy: string | null
  isDemo: boolean
  version: number
  createdAt: Date
  createdBy: string | null
  updatedAt: Date
}

export interface ConsultantDecisionRow {
  id: string
  consultantId: string
  /** Later decisions about a consultant have higher numbers. */
  no: number
  outcome: DecisionOutcome
  number: string
  decidedOn: Day
  reason: string | null
  decidedBy: string | null
  decidedAt: Date
}

export interface ConsultantMemberRow {
  id: string
  consultantId: string
  personId: string
  joinedOn: Day
  leftOn: Day | null
}

export type MandateState = 'proposed' | 'refused' | 'signed' | 'ended'

export interface MandateRow {
  id: string
  code: string
  consultantId: string
  producerId: string
  wholeProducer: boolean
  parts: MandatePart[]
  work: string
  /** Whole đồng; 0 is free. */
  fee: number
  payer: Payer | null
  payerNote: string | null
  fromOn: Day
  toOn: Day
  state: MandateState
  proposedBy: Side
  /** The text that was signed, and its digest. */
  content: ColumnType<MandateContent, string, never>
  digest: string
  producerSignerId: string | null
  producerSigner: string | null
  producerSignedAt: Date | null
  consultantSignerId: string | null
  consultantSigner: string | null
  consultantSignedAt: Date | null
  endedOn: Day | null
  endedBy: Side | 'register' | null
  endReason: string | null
  isDemo: Generated<boolean>
  createdAt: Date
}

export interface MandateProductRow {
  mandateId: string
  productId: string
}

/** What a signed mandate covers: one line for each product and part; no product is every product of the producer. */
export interface MandateCoverRow {
  mandateId: string
  producerId: string
  productId: string | null
  part: MandatePart
  fromOn: Day
  toOn: Day
}

export interface MandateRatingRow {
  mandateId: string
  knowledge: number
  diligence: number
  guidance: number
  words: string | null
  ratedBy: string | null
  ratedAt: Date
}

/** The tables that this module may touch: its own and the platform's; people, producers and products it only reads. */
export interface ConsultantTables extends PeopleTables, ProductTables, FileTables, NumberTables {
  consultant: ConsultantRow
  consultantDecision: ConsultantDecisionRow
  consultantMember: ConsultantMemberRow
  mandate: MandateRow
  mandateProduct: MandateProductRow
  mandateCover: MandateCoverRow
  mandateRating: MandateRatingRow
}
