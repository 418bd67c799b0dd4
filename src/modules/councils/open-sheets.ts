import { keepsMinutes, type Seat } from './positions.ts'
import type { AgendaItem, Session } from './session-store.ts'

/** Who asks for the sheets of a dossier: somebody already let into the session. */
export interface SheetReader {
  seat: Seat | undefined
  recused: boolean
}

/**
 * How many rounds of a dossier, from the first, are open: their sheets are shown to readers other than the members who
 * filled them in. While it is scored, those of earlier rounds are open to chair and secretary, who lead the discussion;
 * the round being scored is open to nobody. Somebody recused sees none, ever.
 */
export function openRounds(
  { seat, recused }: SheetReader,
  { item, session }: { item: Pick<AgendaItem, 'round' | 'status'>; session: Pick<Session, 'status'> },
): number {
  if (recused) return 0
  if (item.status === 'closed' || session.status === 'closed') return item.round
  return keepsMinutes(seat) ? item.round - 1 : 0
}
