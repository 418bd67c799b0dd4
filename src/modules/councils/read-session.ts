import type { Ctx } from '#platform/ctx.ts'
import type { CouncilTables } from './council-tables.ts'
import { gatherSession } from './session-record.ts'
import { enterSession, type SessionRoom } from './session-room.ts'
import { type AgendaLine, agendaFor } from './session-view.ts'

export interface SessionReading {
  room: SessionRoom
  present: readonly string[]
  names: ReadonlyMap<string, string>
  agenda: AgendaLine[]
}

/** The session as the actor may see it: who came, the agenda, how far each dossier is. */
export async function readSession(ctx: Ctx<CouncilTables>, sessionId: string): Promise<SessionReading> {
  const room = await enterSession(ctx, sessionId)
  const kept = await gatherSession(ctx, room)
  return { room, present: kept.present, names: kept.names, agenda: agendaFor(kept, ctx.actor.id) }
}
