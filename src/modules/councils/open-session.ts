import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import { recuseKnown } from './conflicts/recuse-known.ts'
import { findCouncil } from './council-store.ts'
import type { CouncilTables } from './council-tables.ts'
import { askToRunSession, enterSession } from './session-room.ts'
import { listAgenda, markOpened } from './session-store.ts'

/** The chair or the secretary opens the session: members may score, and the council's rules stay from now on. */
export function openSession(ctx: Ctx<CouncilTables>, { sessionId }: { sessionId: string }): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const room = await enterSession(ctx, sessionId, 'update')
    askToRunSession(room)
    if (room.session.status !== 'planned') throw new Refusal('conflict', 'councils.session_opened_already')
    // Held to the end: the rules cannot change while the first session opens.
    await findCouncil(ctx.db, room.council.id, 'share')
    await markOpened(ctx.db, sessionId, ctx.now)
    const dossierIds = (await listAgenda(ctx.db, sessionId)).map(({ dossierId }) => dossierId)
    await recuseKnown(ctx, room.council, { sessionId, dossierIds })
    await record(ctx, 'council_session.opened', `council_session:${sessionId}`)
  })
}
