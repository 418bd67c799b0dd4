import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from './council-tables.ts'
import { keepsMinutes, seatOf } from './positions.ts'
import { findSheet } from './score-sheet-store.ts'
import { type DossierRoom, enterDossier } from './session-room.ts'
import { insertRecusal } from './session-store.ts'

export interface NewRecusal {
  sessionId: string
  dossierId: string
  personId: string
  reason: string
}

/**
 * Takes a member off a dossier for a conflict of interest: the member does so, or the chair or the secretary, always
 * with a reason, and before the member's sheet of this round is handed in. It holds for every later round.
 */
export function recuse(ctx: Ctx<CouncilTables>, input: NewRecusal): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { sessionId, dossierId, personId } = input
    const room = await enterDossier(ctx, input, 'update')
    const { declaredBy, reason } = declarationOf(room, input)
    const { council, item } = room
    if (item.status === 'closed' || item.status === 'released')
      throw new Refusal('conflict', 'councils.dossier_closed')
    const sheet = await findSheet(ctx.db, { sessionId, dossierId, memberId: personId, round: item.round })
    if (sheet?.handedInAt) throw new Refusal('conflict', 'councils.handed_in_already')

    const row = {
      sessionId,
      dossierId,
      councilId: council.id,
      personId,
      reason,
      declaredBy,
      declaredAt: ctx.now,
      source: declaredBy === personId ? ('member' as const) : ('chair' as const),
    }
    if (!(await insertRecusal(ctx.db, row))) throw new Refusal('conflict', 'councils.recused_already')
    await record(ctx, 'recusal.declared', `council_session:${sessionId}`, { dossierId, personId, reason })
  })
}

function declarationOf(
  { seat, council }: DossierRoom,
  input: NewRecusal,
): { declaredBy: string; reason: string } {
  if (!seat || (input.personId !== seat.personId && !keepsMinutes(seat)))
    throw new Refusal('forbidden', 'councils.not_chair_or_secretary')
  const reason = input.reason.trim()
  if (reason === '') throw new Refusal('invalid', 'councils.reason_missing')
  if (!seatOf(council.seats, input.personId)) throw new Refusal('invalid', 'councils.does_not_sit')
  return { declaredBy: seat.personId, reason }
}
