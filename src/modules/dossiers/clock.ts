import { communeDueOn, lawRegime, workingCalendar } from '#modules/regulation/index.ts'
import { addDays, type Day, daysBetween } from '#platform/dates.ts'
import type { DossierState } from './workflow.ts'
import { addWorkingDays, isProvisional, workingDaysBetween } from './working-days.ts'

/** Working days that the commune has from receipt to its report (QĐ 26/2026/QĐ-TTg, art. 7.2). */
export const communeWorkingDays = 15

/** The last day on which the commune may report on a dossier received on this day. */
export function dueOn(receivedOn: Day): Day {
  return addWorkingDays(receivedOn, communeWorkingDays)
}

/** The same by the regime that the dossier is judged by; where that sets no time, by the one in force now. */
export function dueUnder(regimeId: string, receivedOn: Day): Day {
  return communeDueOn(lawRegime(regimeId), workingCalendar(), receivedOn)?.day ?? dueOn(receivedOn)
}

/** Working days from a day to the due day: 0 on the day itself, -1 or less as soon as it has passed. */
export function workingDaysLeft(today: Day, due: Day): number {
  return today <= due ? workingDaysBetween(today, due) : -Math.max(1, workingDaysBetween(due, today))
}

/**
 * The due day after the clock stood still from `pausedOn` to today: as many working days are left as when it was
 * stopped. What was late by then stays as late as it was.
 */
export function dueAfterPause(due: Day, pausedOn: Day, today: Day): Day {
  const left = workingDaysLeft(pausedOn, due)
  return left < 0 ? addDays(due, daysBetween(pausedOn, today)) : addWorkingDays(today, left)
}

/** A step that starts the commune's clock, stops it or sets it going again. */
export interface ClockMove {
  step: 'receive' | 'return' | 'resubmit'
  on: Day
}

/** The events that start the commune's clock, stop it or set it going again. */
export const clockEvents: Readonly<Record<string, ClockMove['step']>> = {
  'dossier.received': 'receive',
  'dossier.returned': 'return',
  'dossier.resubmitted': 'resubmit',
  'dossier.gone_on': 'resubmit',
}

/** The days that a dossier must bear after these moves, oldest first: computed anew, from the law and the calendar. */
export function clockAfter(
  regimeId: string,
  moves: readonly ClockMove[],
): { receivedOn: Day | null; dueOn: Day | null; pausedOn: Day | null } {
  let receivedOn: Day | null = null
  let due: Day | null = null
  let pausedOn: Day | null = null
  for (const { step, on } of moves) {
    if (step === 'receive') {
      receivedOn = on
      due = dueUnder(regimeId, on)
    } else if (step === 'return') {
      pausedOn = on
    } else if (due && pausedOn) {
      due = dueAfterPause(due, pausedOn, on)
      pausedOn = null
    }
  }
  return { receivedOn, dueOn: due, pausedOn }
}

export interface Clock {
  due: Day
  /** Working days left; below 0 is late. */
  left: number
  /** It stands still while the producer mends the dossier. */
  paused: boolean
  /** The official calendar of that year is still to come: the day may move, though never forward. */
  provisional: boolean
}

/** The commune's clock on a dossier; null when it is not running: before receipt and after the report. */
export function clockOf(
  dossier: { state: DossierState; dueOn: Day | null; pausedOn: Day | null },
  today: Day,
): Clock | null {
  const { state, dueOn: due, pausedOn } = dossier
  if (!due || (state !== 'received' && state !== 'returned')) return null
  const left = workingDaysLeft(pausedOn ?? today, due)
  return { due, left, paused: pausedOn !== null, provisional: isProvisional(due) }
}
