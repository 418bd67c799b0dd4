import { takeStep } from '#modules/dossiers/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from './council-tables.ts'
import { askToRunSession, enterDossier } from './session-room.ts'
import { updateAgendaItem } from './session-store.ts'

/**
 * The chair or the secretary takes a dossier off the agenda without a result, with the reason: it is checked, as it was
 * before, and may come before another session.
 */
export function releaseDossier(
  ctx: Ctx<CouncilTables>,
  input: { sessionId: string; dossierId: string; reason: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { sessionId, dossierId } = input
    const room = await enterDossier(ctx, input, 'update')
    askToRunSession(room)
    const reason = input.reason.trim()
    if (reason === '') throw new Refusal('invalid', 'councils.reason_missing')
    if (room.item.status === 'closed' || room.item.status === 'released')
      throw new Refusal('conflict', 'councils.dossier_closed')

    const closedBy = room.seat.personId
    await updateAgendaItem(ctx.db, input, {
      status: 'released',
      closeReason: reason,
      closedBy,
      closedAt: ctx.now,
    })
    await takeStep(ctx, { dossierId, step: 'release', facts: { sessionId, reason } })
    await record(ctx, 'session_dossier.released', `council_session:${sessionId}`, { dossierId, reason })
  })
}
