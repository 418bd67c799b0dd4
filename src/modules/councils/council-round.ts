import {
  type Consolidation,
  type CriteriaSet,
  consolidate,
  scoreOf,
  sheetsNeeded,
} from '#modules/regulation/index.ts'
import { leads, type Seat } from './positions.ts'
import type { CountedSheet, ResultInputs } from './result-inputs.ts'
import { type CountableSheet, membersCounted, type Sitting, voicesOf } from './voices.ts'

/**
 * The sheets of members who sit: not recused from the dossier, not gone from the council. A sheet of somebody who left
 * counts only where the rules are given and keep it.
 */
export function validSheets<Sheet extends CountableSheet>(
  sheets: readonly Sheet[],
  sitting: Sitting,
): Sheet[] {
  const voices = voicesOf(sheets, sitting)
  return sheets.filter(({ memberId }) => voices.includes(memberId) && !sitting.recused.includes(memberId))
}

/**
 * The council's result for a round, by the rules of the ranking: from the sheets that were handed in by members who
 * sit. Somebody recused stays one of the council's members when the quorum is counted, unless the rules say otherwise.
 */
export function consolidateRound(set: CriteriaSet, inputs: ResultInputs): Consolidation {
  const counted = validSheets(inputs.sheets, inputs)
  const members = membersCounted(voicesOf(inputs.sheets, inputs), inputs)
  const council = { members, chairScored: chairScored(counted, inputs.seats) }
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
  sheets: readonly (CountableSheet & { total: number | null })[],
  { seats, recused, rules }: Pick<ResultInputs, 'seats' | 'rules'> & { recused: readonly string[] },
): RoundStanding {
  const sitting = { seats, recused, rules }
  const valid = validSheets(sheets, sitting).filter(({ total }) => total !== null)
  const handedIn = valid.map(({ memberId }) => memberId)
  const totals = valid.map(({ total }) => total ?? 0)
  const spread = totals.length < 2 ? null : Math.max(...totals) - Math.min(...totals)
  const voices = voicesOf(sheets, sitting)
  return {
    handedIn,
    awaited: voices.filter((personId) => !recused.includes(personId) && !handedIn.includes(personId)),
    needed: sheetsNeeded(membersCounted(voices, sitting), rules),
    chairScored: chairScored(valid, seats),
    spread,
    tooWide: spread !== null && spread > rules.maxDeviation,
  }
}

function chairScored(sheets: readonly Pick<CountedSheet, 'memberId'>[], seats: readonly Seat[]): boolean {
  return sheets.some(({ memberId }) => leads(seats.find((seat) => seat.personId === memberId)))
}
