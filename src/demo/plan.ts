import type { FiledState } from '#modules/dossiers/testing.ts'

/** How a dossier of the demonstration goes on after the council has ranked it. */
export type Ending =
  | 'recognised'
  | 'revoked'
  | 'scored'
  | 'sent_to_centre'
  | 'recognised_by_centre'
  | 'not_recognised'

export type PlannedDossier =
  | { product: string; upTo: FiledState; daysAgo: number }
  /** In the session that is open today; `handedIn` members have already scored. */
  | { product: string; inSession: true; handedIn: number }
  /** Scored so many days ago by these totals, then ended. */
  | {
      product: string
      totals: readonly number[]
      points?: Record<string, number>
      daysAgo: number
      ending: Ending
    }

const months = (count: number): number => Math.round(count * 30.44)

/** Dossiers in every state, so that each role finds its work waiting. Totals are those of six sheets. */
export const plan: readonly PlannedDossier[] = [
  // An early one that has run out, and one whose end is near: by the law of their days.
  { product: 'plum.early', totals: [72, 74, 73, 75, 74, 72], daysAgo: months(38), ending: 'recognised' },
  { product: 'plum.fresh', totals: [76, 78, 77, 79, 75, 78], daysAgo: months(32), ending: 'recognised' },
  // In force.
  { product: 'tea.shan', totals: [86, 88, 87, 85, 88, 86], daysAgo: 120, ending: 'recognised' },
  { product: 'coffee.husk', totals: [64, 66, 63, 65, 67, 64], daysAgo: 118, ending: 'recognised' },
  { product: 'plum.dried', totals: [81, 80, 83, 79, 82, 80], daysAgo: 116, ending: 'recognised' },
  { product: 'plum.persimmon', totals: [74, 72, 75, 73, 71, 74], daysAgo: 114, ending: 'recognised' },
  { product: 'plum.mango', totals: [58, 60, 57, 61, 59, 58], daysAgo: 112, ending: 'recognised' },
  {
    product: 'coffee.ground',
    totals: [94, 95, 93, 96, 94, 95],
    daysAgo: 110,
    ending: 'recognised_by_centre',
  },
  { product: 'tea.honey', totals: [73, 75, 72, 74, 76, 73], daysAgo: 108, ending: 'revoked' },
  { product: 'plum.banana', totals: [44, 46, 43, 45, 47, 44], daysAgo: 60, ending: 'not_recognised' },
  // Ranked, waiting for the leader: one of them has 92 points and misses a 5-star mark.
  {
    product: 'coffee.beans',
    totals: [92, 92, 93, 92, 92, 93],
    points: { '4.1': 3 },
    daysAgo: 4,
    ending: 'scored',
  },
  { product: 'tea.white', totals: [84, 82, 85, 83, 86, 84], daysAgo: 4, ending: 'scored' },
  { product: 'tea.black', totals: [93, 94, 92, 95, 93, 94], daysAgo: 20, ending: 'sent_to_centre' },
  // In the session that is open.
  { product: 'coffee.honey', inSession: true, handedIn: 3 },
  { product: 'coffee.drip', inSession: true, handedIn: 0 },
  { product: 'plum.ginger', inSession: true, handedIn: 0 },
  // On the desks.
  { product: 'tea.buds', upTo: 'checked', daysAgo: 12 },
  { product: 'tea.green', upTo: 'proposed', daysAgo: 14 },
  { product: 'tea.bamboo', upTo: 'received', daysAgo: 20 },
  { product: 'tea.lemongrass', upTo: 'returned', daysAgo: 10 },
  { product: 'tea.apple', upTo: 'submitted', daysAgo: 1 },
]
