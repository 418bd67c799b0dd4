import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from '../council-tables.ts'
import { keepsMinutes, mayPrepare } from '../positions.ts'
import { enterSession, type SessionRoom } from '../session-room.ts'
import { listAgenda, listRecusals, placeInOrder } from '../session-store.ts'
import { proposeOrder } from './propose-order.ts'

/** Puts the agenda of a session that is not open yet in another order: all of it, each dossier once. */
export function arrangeAgenda(
  ctx: Ctx<CouncilTables>,
  { sessionId, dossierIds }: { sessionId: string; dossierIds: readonly string[] },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await enterToArrange(ctx, sessionId, 'update')
    const agenda = (await listAgenda(ctx.db, sessionId)).map(({ dossierId }) => dossierId)
    const whole = dossierIds.length === agenda.length && agenda.every((id) => dossierIds.includes(id))
    if (!whole) throw new Refusal('invalid', 'councils.agenda_not_whole')
    await placeInOrder(ctx.db, { sessionId, dossierIds })
    await record(ctx, 'council_session.arranged', `council_session:${sessionId}`, { dossierIds })
  })
}

/** The order for tasting by what is known and declared by now. */
export async function proposedAgenda(ctx: Ctx<CouncilTables>, sessionId: string): Promise<string[]> {
  const { council } = await enterToArrange(ctx, sessionId)
  const agenda = await listAgenda(ctx.db, sessionId)
  const recused = await listRecusals(ctx.db, sessionId)
  return proposeOrder(ctx, council, { dossierIds: agenda.map(({ dossierId }) => dossierId), recused })
}

/** The session, for those who prepare it or keep its minutes, while it is planned. */
export async function enterToArrange(
  ctx: Ctx<CouncilTables>,
  sessionId: string,
  lock?: 'update',
): Promise<SessionRoom> {
  const room = await enterSession(ctx, sessionId, lock)
  if (!mayPrepare(ctx.actor, room.council.unitPath) && !keepsMinutes(room.seat))
    throw new Refusal('forbidden', 'councils.not_the_office')
  if (room.session.status !== 'planned') throw new Refusal('conflict', 'councils.session_opened_already')
  return room
}
