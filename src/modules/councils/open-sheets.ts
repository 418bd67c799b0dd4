import type { SheetsOpening } from './discussion/discussion-store.ts'
import { keepsMinutes, type Seat } from './positions.ts'
import type { AgendaItem, Session } from './session-store.ts'

/** Who asks for the sheets of a dossier: somebody already let into the session. */
export interface SheetReader {
  seat: Seat | undefined
  recused: boolean
  /** The rounds in which the reader handed in a sheet of the dossier. */
  handedIn: readonly number[]
}

/**
 * The rounds of a dossier whose sheets are shown to readers other than the members who filled them in. The round that
 * is being scored is open to nobody. Once it has ended, it is open to chair and secretary, who lead the discussion, and
 * to the members for whom the chair opened it; who scores the dossier and has not handed in sees none unless the chair
 * opened it to all. When the dossier is closed, all are open. Somebody recused sees none, ever.
 */
export function openRounds(
  reader: SheetReader,
  {
    item,
    session,
    openings,
  }: {
    item: Pick<AgendaItem, 'round' | 'status'>
    session: Pick<Session, 'status'>
    openings: readonly Pick<SheetsOpening, 'round' | 'audience'>[]
  },
): number[] {
  if (reader.recused) return []
  const rounds = Array.from({ length: item.round }, (_, index) => index + 1)
  if (item.status === 'closed' || session.status === 'closed') return rounds
  const ended = item.status === 'discussing' ? rounds : rounds.slice(0, -1)
  return ended.filter((round) => {
    const audiences = openings.filter((one) => one.round === round).map(({ audience }) => audience)
    return seesEnded(reader, round, audiences)
  })
}

function seesEnded(
  { seat, handedIn }: SheetReader,
  round: number,
  audiences: readonly SheetsOpening['audience'][],
): boolean {
  if (!seat) return false
  const own = handedIn.includes(round)
  if (keepsMinutes(seat) && (own || !seat.scores)) return true
  return audiences.includes('members') || (own && audiences.includes('handed_in'))
}
