import type { Generated } from 'kysely'
import type { Day } from '#platform/dates.ts'
import type { EventTables } from '#platform/events/event-store.ts'

export type DecisionKind = 'recognise' | 'revoke' | 'approve_result'
export type DecisionLevel = 'province' | 'centre'

export interface DecisionRow {
  id: string
  kind: DecisionKind
  level: DecisionLevel
  unitPath: string
  /** As printed on it, spaces collapsed: `1234/QĐ-UBND`. Unique for its issuer in its year. */
  number: string
  decidedOn: Day
  year: Generated<number>
  signerName: string
  signerPost: string
  isDemo: boolean
  createdAt: Date
  createdBy: string | null
}

export interface RecognitionRow {
  id: string
  productId: string
  producerId: string
  dossierId: string | null
  stars: number
  year: number
  level: DecisionLevel | 'district'
  recognisedOn: Day | null
  expiresOn: Day
  /** The last day on which the star counts: its end, or the eve of its revocation. Null: never, for imports. */
  inForceUntil: Day | null
  decisionId: string | null
  regimeId: string | null
  unitId: string
  unitPath: string
  source: 'decision' | 'import'
  note: string | null
  /** The newest of the product: the star it shows. */
  isCurrent: boolean
  isDemo: boolean
  createdAt: Date
}

export interface CertificateRow {
  id: string
  recognitionId: string
  code: string
  number: string
  issuedOn: Day
  expiresOn: Day
  facts: string
  fileId: string | null
  fileSha256: string | null
}

/** The grounds of art. 8 of QĐ 26/2026, in the order of the Vietnamese alphabet; `dd` is its điểm đ. */
export const revocationGrounds = ['a', 'b', 'c', 'd', 'dd', 'e'] as const
export type RevocationGround = (typeof revocationGrounds)[number]

export interface RevocationRow {
  certificateId: string
  revokedOn: Day
  ground: RevocationGround
  decisionId: string
  reason: string
}

export interface CentralResultRow {
  id: string
  dossierId: string
  /** In hundredths of a point. */
  average: number
  stars: number
  minutesNumber: string
  concludedOn: Day
  note: string | null
  recordedBy: string | null
  recordedAt: Date
}

/** The letter with which a province sends the results that a decision approved to the ministry. */
export interface CentralLetterRow {
  decisionId: string
  unitPath: string
  number: string
  datedOn: Day
  year: Generated<number>
  signerName: string
  signerPost: string
  /** Why a part that art. 6.3 asks for is not in the pack; null when nothing is missing. */
  missingReason: string | null
  writtenBy: string | null
  writtenAt: Date
}

export type ProducerKind =
  | 'cooperative'
  | 'cooperative_group'
  | 'company'
  | 'household'
  | 'farm'
  | 'tourism_body'

/** The view that other modules read; see migrations/recognised-product.ts. */
export interface RecognisedProductRow {
  recognitionId: string
  stars: number
  year: number
  level: RecognitionRow['level']
  recognisedOn: Day | null
  expiresOn: Day
  inForceUntil: Day | null
  source: RecognitionRow['source']
  note: string | null
  isCurrent: boolean
  regimeId: string | null
  dossierId: string | null
  isDemo: boolean
  productId: string
  slug: string
  productName: string
  productFold: string
  productSetNo: number | null
  groupCode: string | null
  pictureArt: string | null
  pictureFileId: string | null
  producerId: string
  producerKind: ProducerKind
  producerName: string
  producerFold: string
  unitId: string
  unitPath: string
  unitName: string | null
  unitValidTo: Day | null
  todayUnitId: string | null
  todayUnitName: string | null
  todayUnitPath: string | null
  decisionId: string | null
  decisionNumber: string | null
  decidedOn: Day | null
  signerName: string | null
  signerPost: string | null
  certificateId: string | null
  code: string | null
  certificateNumber: string | null
  issuedOn: Day | null
  facts: CertificateFacts | null
  revokedOn: Day | null
  ground: RevocationGround | null
  reason: string | null
  revocationId: string | null
  revocationNumber: string | null
}

/** What a certificate says, frozen when it is issued: it is drawn from these for as long as it is kept. */
export interface CertificateFacts {
  number: string
  code: string
  stars: number
  product: { name: string; code: string | null; specification: string | null }
  producer: { name: string; kind: ProducerKind; address: string | null }
  place: { unitId: string; name: string }
  decision: { number: string; decidedOn: Day; signerName: string; signerPost: string; level: DecisionLevel }
  /** Who issues it, where it is dated, and whose information system keeps the original (E-transactions Law, art. 12). */
  issuer: { name: string; place: string; systemOwner: string }
  regimeId: string
  issuedOn: Day
  expiresOn: Day
  isDemo: boolean
}

/** What this module may touch: its own tables, the view over them, the platform's events. */
export interface RecognitionTables extends EventTables {
  recognitionDecision: DecisionRow
  approvedResult: { decisionId: string; dossierId: string }
  recognition: RecognitionRow
  certificate: CertificateRow
  certificateRevocation: RevocationRow
  centralResult: CentralResultRow
  centralLetter: CentralLetterRow
  recognisedProduct: RecognisedProductRow
}
