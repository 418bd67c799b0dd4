import type { Ctx } from '#platform/ctx.ts'
import type { CouncilTables } from '../council-tables.ts'
import { openRounds } from '../open-sheets.ts'
import type { SheetMark } from '../score-sheet-store.ts'
import type { DossierRoom } from '../session-room.ts'
import { listOpenings } from './discussion-store.ts'

/** The rounds of the dossier whose sheets the actor may read; `sheets` are all of the dossier. */
export async function roundsOpenTo(
  ctx: Ctx<CouncilTables>,
  room: DossierRoom,
  sheets: readonly SheetMark[],
): Promise<number[]> {
  const { session, item, seat, recused } = room
  const openings = await listOpenings(ctx.db, { sessionId: session.id, dossierId: item.dossierId })
  return openRounds(
    { seat, recused, handedIn: roundsHandedIn(sheets, seat?.personId) },
    { ...room, openings },
  )
}

/** The rounds in which the person handed in. */
export function roundsHandedIn(sheets: readonly SheetMark[], personId: string | null | undefined): number[] {
  return sheets
    .filter(({ memberId, handedInAt }) => memberId === personId && handedInAt !== null)
    .map(({ round }) => round)
}
