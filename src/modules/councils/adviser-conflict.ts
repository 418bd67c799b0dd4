import type { Adviser } from '#modules/consultants/index.ts'
import { fold } from '#platform/db/fold.ts'
import type { Seat } from './positions.ts'
import vi from './text/vi.json' with { type: 'json' }

/**
 * The advice that keeps the member off the product: a mandate that was in force within the council's months, held by
 * the member, by the consultant for whom the member works or worked then, or by the organisation that the seat names.
 */
export function adviceOf(
  seat: Pick<Seat, 'personId' | 'organisation'>,
  advisers: readonly Adviser[],
): Adviser | undefined {
  return advisers.find(
    ({ personIds, kind, consultantFold }) =>
      personIds.includes(seat.personId) ||
      (kind === 'organisation' && fold(seat.organisation) === consultantFold),
  )
}

/** Why a member does not score, as it is noted and shown. */
export function adviceReason({ consultantName, mandateCode }: Adviser): string {
  return vi.recusal.advised.replace('{{consultant}}', consultantName).replace('{{code}}', mandateCode)
}
