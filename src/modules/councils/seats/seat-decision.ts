import type { Ctx } from '#platform/ctx.ts'
import { type Day, dayOf } from '#platform/dates.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from '../council-tables.ts'

/** The decision by which a seat changes in mid-course, and why. */
export interface SeatDecision {
  number: string
  decidedOn: Day
  signer: string
  reason: string
}

/**
 * The decision, trimmed.
 * @throws Refusal `invalid` where something of it is missing, or its day is to come or before the seat's first
 */
export function askForDecision(
  { now }: Pick<Ctx<CouncilTables>, 'now'>,
  decision: SeatDecision,
  joinedOn?: Day,
): SeatDecision {
  const { decidedOn } = decision
  const texts = { number: decision.number.trim(), signer: decision.signer.trim() }
  const reason = decision.reason.trim()
  if (texts.number === '' || texts.signer === '') throw new Refusal('invalid', 'seats.decision_incomplete')
  if (reason === '') throw new Refusal('invalid', 'councils.reason_missing')
  if (decidedOn > dayOf(now)) throw new Refusal('invalid', 'seats.decision_to_come')
  if (joinedOn && decidedOn < joinedOn) throw new Refusal('invalid', 'seats.decision_too_early', { joinedOn })
  return { ...texts, decidedOn, reason }
}
