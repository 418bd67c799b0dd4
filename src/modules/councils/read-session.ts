import type { Ctx } from '#platform/ctx.ts'
import { listDeclarations } from './conflicts/declaration-store.ts'
import { undeclaredBy } from './conflicts/undeclared.ts'
import type { CouncilTables } from './council-tables.ts'
import { gatherSession } from './session-record.ts'
import { enterSession, type SessionRoom } from './session-room.ts'
import { type AgendaLine, agendaFor } from './session-view.ts'

export interface SessionReading {
  room: SessionRoom
  present: readonly string[]
  names: ReadonlyMap<string, string>
  agenda: AgendaLine[]
  /** How many dossiers the actor has still to declare their interests in; 0 for who does not sit. */
  undeclared: number
}

/** The session as the actor may see it: who came, the agenda, how far each dossier is. */
export async function readSession(ctx: Ctx<CouncilTables>, sessionId: string): Promise<SessionReading> {
  const room = await enterSession(ctx, sessionId)
  const kept = await gatherSession(ctx, room)
  const agenda = agendaFor(kept, ctx.actor.id)
  const undeclared = await countUndeclared(ctx, room, kept.agenda)
  return { room, present: kept.present, names: kept.names, agenda, undeclared }
}

async function countUndeclared(
  ctx: Ctx<CouncilTables>,
  { session, seat }: SessionRoom,
  agenda: Parameters<typeof undeclaredBy>[1]['agenda'],
): Promise<number> {
  if (!seat || session.status === 'closed') return 0
  const { personId } = seat
  const declarations = await listDeclarations(ctx.db, { sessionId: session.id, personId })
  return undeclaredBy(personId, { agenda, declarations }).length
}
