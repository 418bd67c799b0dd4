import { averageOf } from './average.ts'
import type { CouncilRules } from './council-rules.ts'
import type { StarMark } from './criteria-of.ts'
import type { CriteriaSet, Knockout } from './criteria-set.ts'
import { bandOf, type MarkStanding, marksDecide, standingsOf, starsOf } from './ranking.ts'
import type { Band } from './regime.ts'
import type { SheetScore } from './scoring.ts'
import type { Trace, TraceStep } from './trace.ts'

/** One round of one product: the valid sheets (handed in, by members who sat) and what the council decided beside them. */
export interface ScoringRound {
  set: CriteriaSet
  bands: readonly Band[]
  rules: CouncilRules
  sheets: readonly SheetScore[]
  /** The council's size and whether the chair or the delegated chair is among those who scored; null asks for no quorum. */
  council?: { members: number; chairScored: boolean } | null
  /** A knock-out that the council established by decision. */
  knockout?: { key: string; reason: string } | null
  /** The chair's written reason for closing although the sheets lie too far apart. */
  deviationReason?: string | null
}

/** Averages in hundredths of a point. `missedMarks`: those of ranks 3 up to the band, deciding or not. */
export interface Ranking {
  average: number
  parts: Readonly<Record<string, number>>
  band: number
  stars: number
  missedMarks: readonly StarMark[]
  marks: 'binding' | 'advisory' | 'none'
  deviation: { highest: number; lowest: number; spread: number; limit: number; exceeded: boolean }
  /** Knock-outs that zeros on sheets propose; the council decides on them before it closes. */
  proposedKnockouts: readonly { key: string; criterion: string; sheets: number }[]
}

/**
 * `undecided` for want of a quorum has no ranking at all; for too wide a deviation it shows what the ranking would be,
 * but the round cannot be closed without a reason.
 */
export type Consolidation =
  | { outcome: 'ranked'; ranking: Ranking; trace: Trace }
  | { outcome: 'undecided'; because: 'quorum'; ranking: null; trace: Trace }
  | { outcome: 'undecided'; because: 'deviation'; ranking: Ranking; trace: Trace }
  | { outcome: 'rejected'; knockout: { key: string; reason: string }; ranking: null; trace: Trace }

/** The council's result for one product, with the trace that says why. Pure: the same round gives the same result for ever. */
export function consolidate(round: ScoringRound): Consolidation {
  if (round.knockout) return rejected(round, round.knockout)
  const needed = quorumOf(round)
  const counted: TraceStep = { step: 'sheets', sheets: round.sheets.length, ...needed }
  if (!reachesQuorum(round, needed?.needed ?? 1)) {
    const missed: TraceStep = {
      step: 'quorum_missed',
      ...needed,
      chairScored: round.council?.chairScored ?? true,
    }
    return { outcome: 'undecided', because: 'quorum', ranking: null, trace: [counted, missed] }
  }

  const standings = standingsOf(round.set, round.sheets, round.rules.markRule)
  const ranking = rank(round, standings)
  const blocked = ranking.deviation.exceeded && !round.deviationReason?.trim()
  const trace = [counted, ...stepsOf(round, ranking, standings, blocked)]
  if (blocked) return { outcome: 'undecided', because: 'deviation', ranking, trace }
  return { outcome: 'ranked', ranking, trace }
}

/** How many of the council's members must have scored: the share of the rules, rounded up. */
export function sheetsNeeded(members: number, { quorum }: CouncilRules): number {
  return Math.ceil((members * quorum) / 100)
}

function rejected({ set, sheets }: ScoringRound, knockout: { key: string; reason: string }): Consolidation {
  const criterion = set.knockouts.find(({ key }) => key === knockout.key)?.criterion ?? null
  const trace: Trace = [
    { step: 'sheets', sheets: sheets.length },
    { step: 'knockout', key: knockout.key, criterion, reason: knockout.reason },
  ]
  return { outcome: 'rejected', knockout, ranking: null, trace }
}

function quorumOf({ council, rules }: ScoringRound) {
  if (!council) return undefined
  return { members: council.members, needed: sheetsNeeded(council.members, rules) }
}

function reachesQuorum({ council, sheets }: ScoringRound, needed: number): boolean {
  return sheets.length >= Math.max(1, needed) && (council?.chairScored ?? true)
}

function rank({ set, bands, rules, sheets }: ScoringRound, standings: readonly MarkStanding[]): Ranking {
  const totals = sheets.map((sheet) => sheet.total)
  const average = averageOf(totals, rules.rounding)
  const band = bandOf(average, bands)
  const decide = marksDecide(set, rules)
  const missed = standings.filter((mark) => !mark.met && mark.rank <= band)
  const parts = set.parts.map(({ code }) => [
    code,
    averageOf(
      sheets.map((one) => one.parts[code] ?? 0),
      rules.rounding,
    ),
  ])
  return {
    average,
    parts: Object.fromEntries(parts),
    band,
    stars: decide ? starsOf(band, standings) : band,
    missedMarks: missed.map(({ criterion, rank: of, needed }) => ({ criterion, rank: of, needed })),
    marks: standings.length === 0 ? 'none' : decide ? 'binding' : 'advisory',
    deviation: deviationOf(totals, rules.maxDeviation),
    proposedKnockouts: set.knockouts.flatMap((knockout) => proposalsOf(knockout, sheets)),
  }
}

function deviationOf(totals: readonly number[], limit: number): Ranking['deviation'] {
  const highest = Math.max(...totals)
  const lowest = Math.min(...totals)
  const spread = highest - lowest
  return { highest, lowest, spread, limit, exceeded: spread > limit }
}

function proposalsOf({ key, zeroAt = [] }: Knockout, sheets: readonly SheetScore[]) {
  return zeroAt.flatMap((criterion) => {
    const zeros = sheets.filter((sheet) => sheet.points[criterion] === 0).length
    return zeros > 0 ? [{ key, criterion, sheets: zeros }] : []
  })
}

function stepsOf(
  round: ScoringRound,
  ranking: Ranking,
  standings: readonly MarkStanding[],
  blocked: boolean,
): Trace {
  const { rules, sheets } = round
  const { average, band, stars, marks } = ranking
  const within = standings.filter((mark) => mark.rank <= band)
  const sum = sheets.reduce((total, sheet) => total + sheet.total, 0)
  return [
    ...ranking.proposedKnockouts.map((proposal): TraceStep => ({ step: 'knockout_proposed', ...proposal })),
    { step: 'deviation', ...ranking.deviation, reason: round.deviationReason?.trim() || null },
    { step: 'average', average, sum, sheets: sheets.length, rounding: rules.rounding },
    { step: 'band', average, band },
    ...within.filter((mark) => !mark.met).map((mark): TraceStep => missedStep(mark, rules)),
    ...(marks === 'none' || band < 3 ? [] : [marksStep(within, marks)]),
    { step: 'stars', stars },
    ...(blocked ? [{ step: 'not_closed' as const }] : []),
  ]
}

function missedStep(
  { criterion, rank, needed, reached, sheets, sum }: MarkStanding,
  { markRule }: CouncilRules,
): TraceStep {
  return { step: 'mark_missed', criterion, rank, needed, reached, sheets, sum, markRule }
}

function marksStep(within: readonly MarkStanding[], marks: 'binding' | 'advisory'): TraceStep {
  const met = within.filter((mark) => mark.met).length
  return { step: 'marks', met, of: within.length, applied: marks === 'binding' }
}
