import { addDays, type Day } from '#platform/dates.ts'

/** How long before its end a paper asks for attention; ours, the law sets no such time. */
export const paperSoonDays = 90

export const paperStatuses = ['expired', 'expiring', 'valid', 'endless', 'replaced'] as const

export type PaperStatus = (typeof paperStatuses)[number]

/** How a paper stands on a day. It still counts on its last day; one that a newer issue replaced counts no more. */
export function paperStatus(
  { validTo, replacedById }: { validTo: Day | null; replacedById: string | null },
  day: Day,
): PaperStatus {
  if (replacedById) return 'replaced'
  if (validTo === null) return 'endless'
  if (validTo < day) return 'expired'
  return validTo <= addDays(day, paperSoonDays) ? 'expiring' : 'valid'
}

/** Whether a paper ends before something that leans on it does; `until` null when that has no end. */
export function isWeak(
  paper: { validTo: Day | null; replacedById: string | null },
  until: Day | null,
): boolean {
  return paper.replacedById === null && paper.validTo !== null && until !== null && paper.validTo < until
}
