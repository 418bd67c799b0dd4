import {
  type Consolidation,
  type CriteriaSet,
  consolidate,
  scoreOf,
  sheetsNeeded,
} from '#modules/regulation/index.ts'
import { leads, type Seat } from './positions.ts'
import type { CountedSheet, ResultInputs } from './result-inputs.ts'

/** The members who score: the council's size as the quorum counts it. A secretary who only keeps minutes is not among them. */
export function scorersOf(seats: readonly Seat[]): Seat[] {
  return seats.filter((seat) => seat.scores && seat.leftOn === null)
}

/** The sheets of members who sit: not recused from the dossier, not gone from the council. */
export function validSheets<Sheet extends { memberId: string }>(
  sheets: readonly Sheet[],
  { seats, recused }: { seats: readonly Seat[]; recused: readonly string[] },
): Sheet[] {
  const scorers = new Set(scorersOf(seats).map(({ personId }) => personId))
  return sheets.filter(({ memberId }) => scorers.has(memberId) && !recused.includes(memberId))
}

/**
 * The council's result for a round, by the rules of the ranking: from the sheets that were handed in by members who
 * sit. Somebody recused stays one of the council's members when the quorum is counted.
 */
export function consolidateRound(set: CriteriaSet, inputs: ResultInputs): Consolidation {
  const counted = validSheets(inputs.sheets, inputs)
  const council = { members: scorersOf(inputs.seats).length, chairScored: chairScored(counted, inputs.seats) }
  return consolidate({
    set,
    bands: inputs.bands,
    rules: inputs.rules,
    sheets: counted.map(({ answers }) => scoreOf(answers, set)),
    council,
    knockout: inputs.knockOut,
    deviationReason: inputs.deviationReason,
  })
}

/** How far a round has come, for those who run it: who handed in and how far the totals lie apart, no total itself. */
export interface RoundStanding {
  handedIn: string[]
  awaited: string[]
  needed: number
  chairScored: boolean
  /** Points between the highest and the lowest total; null while there are not two. */
  spread: number | null
  tooWide: boolean
}

/** Where the round stands: counts only sheets handed in by members who sit. */
export function standingOf(
  sheets: readonly { memberId: string; total: number | null }[],
  { seats, recused, rules }: Pick<ResultInputs, 'seats' | 'rules'> & { recused: readonly string[] },
): RoundStanding {
  const valid = validSheets(sheets, { seats, recused }).filter(({ total }) => total !== null)
  const handedIn = valid.map(({ memberId }) => memberId)
  const totals = valid.map(({ total }) => total ?? 0)
  const spread = totals.length < 2 ? null : Math.max(...totals) - Math.min(...totals)
  const scorers = scorersOf(seats).map(({ personId }) => personId)
  return {
    handedIn,
    awaited: scorers.filter((personId) => !recused.includes(personId) && !handedIn.includes(personId)),
    needed: sheetsNeeded(scorers.length, rules),
    chairScored: chairScored(valid, seats),
    spread,
    tooWide: spread !== null && spread > rules.maxDeviation,
  }
}

function chairScored(sheets: readonly Pick<CountedSheet, 'memberId'>[], seats: readonly Seat[]): boolean {
  return sheets.some(({ memberId }) => leads(seats.find((seat) => seat.personId === memberId)))
}
