import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from '../council-tables.ts'
import { askToRunSession, enterDossier } from '../session-room.ts'
import { putStage } from './stage-store.ts'

/** The chair or the secretary calls a product: the screen in the room and the members' lists follow. */
export function callDossier(
  ctx: Ctx<CouncilTables>,
  input: { sessionId: string; dossierId: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { sessionId, dossierId } = input
    const room = await enterDossier(ctx, input, 'share')
    askToRunSession(room)
    if (room.session.status !== 'open') throw new Refusal('conflict', 'councils.session_not_open')
    if (room.item.status === 'released') throw new Refusal('conflict', 'councils.dossier_closed')
    await putStage(ctx.db, { sessionId, dossierId, calledBy: room.seat.personId, calledAt: ctx.now })
    await record(ctx, 'session_dossier.called', `council_session:${sessionId}`, { dossierId })
  })
}
