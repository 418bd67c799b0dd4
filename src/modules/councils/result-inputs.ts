import type { Answers, Band, CouncilRules } from '#modules/regulation/index.ts'
import type { Seat } from './positions.ts'

/** A sheet that was handed in, as the council's result counts it. */
export interface CountedSheet {
  sheetId: string
  memberId: string
  answers: Answers
  handedInAt: string
}

/** All that a result was computed from: with the criteria set it names, anyone can compute it again years later. */
export interface ResultInputs {
  round: number
  rules: CouncilRules
  bands: readonly Band[]
  seats: readonly Seat[]
  recused: readonly string[]
  sheets: readonly CountedSheet[]
  deviationReason: string | null
  knockOut: { key: string; reason: string } | null
}
