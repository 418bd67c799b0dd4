import { namesOf } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { CouncilTables } from '../council-tables.ts'
import { type DossierLabel, labelDossiers } from '../dossier-labels.ts'
import type { Seat } from '../positions.ts'
import { askToRunSession, enterSession, type SessionRoom } from '../session-room.ts'
import { type AgendaItem, listAgenda } from '../session-store.ts'
import { scorersOf } from '../voices.ts'
import { listPaperSheets, type PaperSheet } from './paper-sheet-store.ts'

export interface PapersReading {
  room: SessionRoom & { seat: Seat }
  agenda: AgendaItem[]
  labels: ReadonlyMap<string, DossierLabel>
  members: Seat[]
  names: ReadonlyMap<string, string>
  papers: PaperSheet[]
}

/** The paper sheets of a session as those who run it see them: how far each is, nothing of what stands on it. */
export async function readPapers(ctx: Ctx<CouncilTables>, sessionId: string): Promise<PapersReading> {
  const room = await enterSession(ctx, sessionId)
  askToRunSession(room)
  const agenda = await listAgenda(ctx.db, sessionId)
  const papers = await listPaperSheets(ctx.db, sessionId)
  const { seats } = room.council
  return {
    room,
    agenda,
    papers,
    labels: await labelDossiers(
      ctx.db,
      agenda.map(({ dossierId }) => dossierId),
    ),
    members: scorersOf(seats),
    names: await namesOf(
      ctx.db,
      seats.map(({ personId }) => personId),
    ),
  }
}
