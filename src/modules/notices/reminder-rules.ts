import { addDays, type Day } from '#platform/dates.ts'

/** When the days before a day are announced. */
export interface ReminderRule {
  /** So many days before, each once. Working days for the commune's clock, days of the calendar for all others. */
  thresholds: readonly number[]
  /** For how long after the day a missed announcement is still made up for; below 0 it ends before the day. */
  grace: number
}

/** The days that are announced before they come. The thresholds are ours; the days are the law's and the officers'. */
export const reminderRules = {
  /** The commune's 15 working days (QĐ 26/2026/QĐ-TTg, art. 7.2). */
  commune_due: { thresholds: [3, 1], grace: 5 },
  /** The 45 days of the calendar for a whole reassessment (QĐ 26/2026/QĐ-TTg, art. 7.6). */
  answer_due: { thresholds: [15, 7, 1], grace: 7 },
  fix_due: { thresholds: [3, 1], grace: 7 },
  /** "Before" a day (art. 5): on the day itself it is too late. */
  round_cut_off: { thresholds: [30, 7], grace: -1 },
  round_finish: { thresholds: [30, 7], grace: -1 },
  /** 36 months (art. 4.3) and the window for reassessment, 180 to 120 days before (art. 7.6). */
  certificate: { thresholds: [210, 180, 150, 120, 30, 0], grace: 30 },
  /** A session for which a member has still to declare their interests, before its first day. */
  declaration: { thresholds: [3, 1], grace: 0 },
  paper: { thresholds: [60, 30, 7], grace: 7 },
} as const satisfies Record<string, ReminderRule>

export type ReminderName = keyof typeof reminderRules

/**
 * The announcement that is due with so many days left, or null. What was missed is made up for by the nearest one
 * alone: nobody who was away for a month finds six.
 */
export function thresholdFor({ thresholds, grace }: ReminderRule, left: number): number | null {
  if (left < -grace) return null
  const reached = thresholds.filter((threshold) => threshold >= left)
  return reached.length === 0 ? null : Math.min(...reached)
}

/** The cause of a reminder: with the subject and the person it is told once, however often the job runs. */
export function reminderCause(name: ReminderName, day: Day, threshold: number, about?: string): string {
  return ['reminder', name, ...(about ? [about] : []), day, threshold].join('/')
}

/** The days of the calendar within which a rule looks; working days lie further apart, most of all around Tết. */
export function spanOf({ thresholds, grace }: ReminderRule, today: Day): { from: Day; to: Day } {
  return { from: addDays(today, -grace - 21), to: addDays(today, Math.max(...thresholds) + 21) }
}
