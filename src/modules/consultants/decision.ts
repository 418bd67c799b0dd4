import { type Day, isDay } from '#platform/dates.ts'
import { type DecisionOutcome, needsReason } from './consultant-fields.ts'

/** The province's decision about a consultant. */
export interface Decision {
  number: string
  decidedOn: Day
  reason: string
}

export type DecisionFaults = Partial<Record<keyof Decision, string>>

/** What is wrong with a decision as typed, by field. */
export function decisionFaults(outcome: DecisionOutcome, decision: Decision, today: Day): DecisionFaults {
  const faults: DecisionFaults = {}
  if (decision.number.trim() === '') faults.number = 'missing'
  if (!isDay(decision.decidedOn)) faults.decidedOn = 'day'
  else if (decision.decidedOn > today) faults.decidedOn = 'future'
  if (needsReason(outcome) && decision.reason.trim() === '') faults.reason = 'missing'
  return faults
}
