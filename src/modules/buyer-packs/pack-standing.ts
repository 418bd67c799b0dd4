import { addDays, type Day } from '#platform/dates.ts'

/** A paper or a certificate in a pack. */
export interface PackPart {
  /** The last day on which it counts; null while nobody set it an end. */
  lastDay: Day | null
}

/**
 * How a pack stands on a day. `weakened` by the parts that have ended, the first that did at the head, since the day
 * after that one's last; `next` is the part that will end first of those that still count, null when none has an end.
 */
export interface PackStanding<Part extends PackPart> {
  weakenedBy: Part[]
  since: Day | null
  next: Part | null
}

/** Whether the part counts no more on that day; its last day still counts. */
export function hasEnded({ lastDay }: PackPart, day: Day): boolean {
  return lastDay !== null && lastDay < day
}

export function packStanding<Part extends PackPart>(parts: readonly Part[], day: Day): PackStanding<Part> {
  const dated = parts.filter(({ lastDay }) => lastDay !== null).toSorted(byLastDay)
  const weakenedBy = dated.filter((part) => hasEnded(part, day))
  const first = weakenedBy[0]?.lastDay
  return {
    weakenedBy,
    since: first ? addDays(first, 1) : null,
    next: dated.find((part) => !hasEnded(part, day)) ?? null,
  }
}

/** The last day on which a certificate counts: its own, or the eve of its revocation. */
export function lastDayOf({ expiresOn, revokedOn }: { expiresOn: Day; revokedOn: Day | null }): Day {
  const eve = revokedOn && addDays(revokedOn, -1)
  return eve && eve < expiresOn ? eve : expiresOn
}

function byLastDay(a: PackPart, b: PackPart): number {
  return (a.lastDay ?? '') < (b.lastDay ?? '') ? -1 : 1
}
