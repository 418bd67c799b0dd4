import type { RoundStanding } from '../council-round.ts'
import type { Seat } from '../positions.ts'

/** From how many sheets on a spread tells nobody who knows one total what another is. */
export const sheetsThatHide = 3

/**
 * Whether somebody who runs the session may know how far the totals lie apart while the round is scored. A secretary
 * who only keeps minutes may; who scores as well knows a total, and is told once the own sheet is in and two others are.
 */
export function spreadShown(seat: Seat, { handedIn }: Pick<RoundStanding, 'handedIn'>): boolean {
  return !seat.scores || (handedIn.includes(seat.personId) && handedIn.length >= sheetsThatHide)
}

/** The standing as that seat may know it. */
export function standingFor(seat: Seat, standing: RoundStanding): RoundStanding {
  return spreadShown(seat, standing) ? standing : { ...standing, spread: null, tooWide: false }
}
