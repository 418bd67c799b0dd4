import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from '../council-tables.ts'
import type { Seat } from '../positions.ts'
import type { ScoreSheet } from '../score-sheet-store.ts'
import { askToBeScoring, askToLead, type DossierRoom, enterDossier } from '../session-room.ts'
import { updateAgendaItem } from '../session-store.ts'
import { noteRoundEnd } from './note-round-end.ts'

/**
 * The chair ends the round: no sheet goes in any more, and the dossier is discussed. Its sheets are now open to chair and
 * secretary, who may close it, open them to the members, or have it scored again.
 */
export function endRound(
  ctx: Ctx<CouncilTables>,
  input: { sessionId: string; dossierId: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const room = await enterDossier(ctx, input, 'update')
    askToLead(room)
    askToBeScoring(room)
    await endForDiscussion(ctx, room)
    await updateAgendaItem(ctx.db, input, { status: 'discussing' })
  })
}

/**
 * Ends the round so that its sheets can be discussed: there is one, and a chair who scores has handed in the own sheet
 * before seeing those of others.
 */
export async function endForDiscussion(
  ctx: Ctx<CouncilTables>,
  room: DossierRoom & { seat: Seat },
): Promise<ScoreSheet[]> {
  const sheets = await noteRoundEnd(ctx, room)
  if (sheets.length === 0) throw new Refusal('conflict', 'councils.round_empty')
  const { seat } = room
  if (seat.scores && !sheets.some(({ memberId }) => memberId === seat.personId))
    throw new Refusal('conflict', 'discussion.own_sheet_first')
  return sheets
}
