import type { Answers } from '#modules/regulation/index.ts'
import type { Seat } from '../positions.ts'
import type { CouncilResult } from '../result-store.ts'
import type { Minutes } from '../session-minutes.ts'

/** A sheet as its table has it now. */
export interface SheetNow {
  id: string
  memberId: string
  answers: Answers
  total: number | null
  parts: Readonly<Record<string, number>> | null
  handedInAt: string
}

/** A result with all that the tables say of the same matter today. Moments are texts, as JSON has them. */
export interface KeptResult extends CouncilResult {
  code: string | null
  unitPath: string
  /** Under which digest the dossier is judged. */
  dossierDigest: string | null
  rulesNow: unknown
  /** Those handed in during the round of the result. */
  sheetsNow: readonly SheetNow[]
  seatsNow: readonly Seat[]
  /** Whose seats an event changed after the decision: that is what councils do. */
  seatsChanged: readonly string[]
  recusedNow: readonly { personId: string; declaredAt: string }[]
  knockOutNow: { key: string; reason: string } | null
  closeReason: string | null
  /** What the event of the decision says; null when there is none. */
  eventSays: { outcome?: unknown; average?: unknown; stars?: unknown; round?: unknown } | null
  minutes: Minutes | null
  closedAt: Date | null
}
