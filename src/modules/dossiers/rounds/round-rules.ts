import type { Regime } from '#modules/regulation/index.ts'
import { addDays, type Day } from '#platform/dates.ts'

/** The days of a round; both are days before which something must be: on the day itself it is too late (art. 5). */
export interface RoundDays {
  id: string
  kind: 'law' | 'extra'
  year: number
  number: number
  proposalsBefore: Day
  doneBefore: Day
}

export type LawRound = Pick<RoundDays, 'year' | 'number' | 'proposalsBefore' | 'doneBefore'>

/**
 * The rounds of a year that a regime makes a province hold (QĐ 26/2026/QĐ-TTg, art. 5): those whose cut-off lies within
 * the time in which the regime is in force.
 */
export function lawRoundsOf(regime: Regime, year: number): LawRound[] {
  return regime.deadlines.rounds
    .filter(({ level }) => level === 'province')
    .map(({ proposedBefore, doneBefore }) => ({
      proposalsBefore: `${year}-${proposedBefore}`,
      doneBefore: `${year}-${doneBefore}`,
    }))
    .sort((a, b) => a.proposalsBefore.localeCompare(b.proposalsBefore))
    .map((days, place) => ({ year, number: place + 1, ...days }))
    .filter(({ proposalsBefore }) => isInForce(regime, proposalsBefore))
}

/** The round that takes what is proposed that day: the law's first whose cut-off still lies ahead. */
export function roundTaking<Round extends RoundDays>(
  rounds: readonly Round[],
  proposedOn: Day,
): Round | undefined {
  return byDays(rounds.filter(({ kind }) => kind === 'law')).find(
    ({ proposalsBefore }) => proposedOn < proposalsBefore,
  )
}

/** The law's round that was under way when the proposal came, too late for it. */
export function roundMissed<Round extends RoundDays>(
  rounds: readonly Round[],
  proposedOn: Day,
): Round | undefined {
  return rounds.find(
    ({ kind, proposalsBefore, doneBefore }) =>
      kind === 'law' && proposalsBefore <= proposedOn && proposedOn < doneBefore,
  )
}

/** What a round is doing on a day. */
export type RoundPhase = 'open' | 'assessing' | 'over'

export function phaseOf({ proposalsBefore, doneBefore }: RoundDays, day: Day): RoundPhase {
  if (day < proposalsBefore) return 'open'
  return day < doneBefore ? 'assessing' : 'over'
}

/** The last day on which something is in time that must be done before a day. */
export function lastDayBefore(day: Day): Day {
  return addDays(day, -1)
}

/** It came after the cut-off; it is not done in its round; an extra round takes it before its own. */
export type CarryReason = 'late' | 'unfinished' | 'sooner'

/** From which round a dossier may be carried, why, and to which: the law's next first. */
export interface Carriage<Round extends RoundDays> {
  reason: CarryReason
  from: Round
  targets: Round[]
}

interface Placed {
  roundId: string
  proposedOn: Day
  /** The rounds that it was carried from before. */
  carriedFrom: readonly string[]
}

/**
 * How a dossier can be carried on that day. One that came too late is carried from the round that it missed, with a
 * letter that says so; one whose round has passed its cut-off to a round that ends later; one whose round still takes
 * proposals only into an extra round that is done sooner. Null where no round takes it.
 */
export function carriageOf<Round extends RoundDays>(
  rounds: readonly Round[],
  { roundId, proposedOn, carriedFrom }: Placed,
  today: Day,
): Carriage<Round> | null {
  const missed = roundMissed(rounds, proposedOn)
  const own = rounds.find(({ id }) => id === roundId)
  const isLate = missed !== undefined && !carriedFrom.includes(missed.id)
  const from = isLate ? missed : own
  if (!from || (!isLate && carriedFrom.includes(from.id))) return null
  const reason = isLate ? 'late' : phaseOf(from, today) === 'open' ? 'sooner' : 'unfinished'
  const fits = (round: Round) => {
    if (reason === 'sooner') return round.kind === 'extra' && round.doneBefore < from.doneBefore
    return reason === 'late' || round.doneBefore > from.doneBefore
  }
  const targets = byDays(rounds).filter(
    (round) =>
      round.id !== from.id && proposedOn < round.proposalsBefore && today < round.doneBefore && fits(round),
  )
  const lawFirst = targets.toSorted((a, b) => Number(a.kind === 'extra') - Number(b.kind === 'extra'))
  return targets.length > 0 ? { reason, from, targets: lawFirst } : null
}

/** A round's place in time; of two that end together the one that closes first. */
function byDays<Round extends RoundDays>(rounds: readonly Round[]): Round[] {
  return rounds.toSorted((a, b) => a.proposalsBefore.localeCompare(b.proposalsBefore))
}

function isInForce({ inForceFrom, inForceTo }: Regime, day: Day): boolean {
  return inForceFrom <= day && (inForceTo === null || day <= inForceTo)
}
