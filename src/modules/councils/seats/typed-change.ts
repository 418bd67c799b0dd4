import { isDay } from '#platform/dates.ts'
import { Refusal } from '#platform/refusal.ts'
import { textOf } from '../typed-council.ts'
import type { SeatDecision } from './seat-decision.ts'

/** What can become of a seat in mid-course. */
export const changes = ['replace', 'release', 'delegate', 'end_delegation'] as const
export type Change = (typeof changes)[number]

/** The form of a change of a seat as it was typed. */
export interface TypedChange {
  change: Change
  successorId: string
  organisation: string
  decision: SeatDecision
}

export function typedChange(form: FormData): TypedChange {
  return {
    change: changes.find((change) => change === textOf(form, 'change')) ?? 'replace',
    successorId: textOf(form, 'successorId'),
    organisation: textOf(form, 'organisation'),
    decision: typedDecision(form),
  }
}

/** The decision of a form: `number`, `decidedOn`, `signer`, `reason`. */
export function typedDecision(form: FormData): SeatDecision {
  return {
    number: textOf(form, 'number'),
    decidedOn: textOf(form, 'decidedOn'),
    signer: textOf(form, 'signer'),
    reason: textOf(form, 'reason'),
  }
}

/** @throws Refusal `invalid` where the day is none */
export function askForDay({ decidedOn }: SeatDecision): void {
  if (!isDay(decidedOn)) throw new Refusal('invalid', 'seats.decision_incomplete')
}
