import { addDays, type Day } from '#platform/dates.ts'
import type { PaperKind } from './paper-kinds.ts'

/** How long before its end a paper asks for attention; ours, the law sets no such time. */
export const paperSoonDays = 90

export const paperStatuses = ['expired', 'expiring', 'valid', 'endless', 'unknown', 'replaced'] as const

export type PaperStatus = (typeof paperStatuses)[number]

interface Described {
  kind: PaperKind
  number: string | null
  issuer: string | null
  issuedOn: Day | null
  validTo: Day | null
}

/**
 * How a paper stands on a day. It still counts on its last day; one that a newer issue replaced counts no more; of one
 * that nobody has described nothing is known.
 */
export function paperStatus(paper: Described & { replacedById: string | null }, day: Day): PaperStatus {
  const { validTo, replacedById } = paper
  if (replacedById) return 'replaced'
  if (validTo === null) return isLoose(paper) ? 'unknown' : 'endless'
  if (validTo < day) return 'expired'
  return validTo <= addDays(day, paperSoonDays) ? 'expiring' : 'valid'
}

/** What a producer makes itself: nobody issues it, so there is no number to write down. */
const ownMaking: readonly PaperKind[] = ['product_story', 'publicity']

/** Whether nobody has written down yet what the paper is: its issuer, number and days are all unknown. */
export function isLoose({ kind, number, issuer, issuedOn, validTo }: Described): boolean {
  return !ownMaking.includes(kind) && !number && !issuer && !issuedOn && !validTo
}

/** Whether a paper ends before something that leans on it does; `until` null when that has no end. */
export function isWeak(
  paper: { validTo: Day | null; replacedById: string | null },
  until: Day | null,
): boolean {
  return paper.replacedById === null && paper.validTo !== null && until !== null && paper.validTo < until
}
