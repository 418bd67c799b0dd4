import { lawRegime, roundFor, roundsRunning } from '#modules/regulation/index.ts'
import { addDays, type Day } from '#platform/dates.ts'
import { closedStates, type DossierState } from '../workflow.ts'

const beforeProposal: readonly DossierState[] = ['draft', 'submitted', 'received', 'returned']

/**
 * Until when a dossier leans on its papers: while it is under way, to the last day of the province's round in which it is
 * assessed, or will be at the soonest (QĐ 26/2026/QĐ-TTg, art. 5); null for one that is over.
 */
export function leansUntil(
  { state, regimeId }: { state: DossierState; regimeId: string },
  day: Day,
): Day | null {
  if ((closedStates as readonly DossierState[]).includes(state)) return null
  const regime = lawRegime(regimeId)
  const running = beforeProposal.includes(state) ? undefined : roundsRunning(regime, 'province', day)[0]
  const round = running ?? roundFor(regime, 'province', day)
  return round ? addDays(round.doneBefore, -1) : day
}
