import { namesOf } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { CouncilTables } from '../council-tables.ts'
import { type DossierLabel, labelDossiers } from '../dossier-labels.ts'
import type { Seat } from '../positions.ts'
import { listSheets } from '../score-sheet-store.ts'
import { askToRunSession, enterSession, type SessionRoom } from '../session-room.ts'
import { type AgendaItem, listAgenda } from '../session-store.ts'
import { scorersOf } from '../voices.ts'
import { listPaperSheets, type PaperSheet } from './paper-sheet-store.ts'
import { mayOpen } from './paper-standing.ts'

export interface PapersReading {
  room: SessionRoom & { seat: Seat }
  agenda: AgendaItem[]
  labels: ReadonlyMap<string, DossierLabel>
  members: Seat[]
  names: ReadonlyMap<string, string>
  /** Each with whether the reader opens it. */
  papers: (PaperSheet & { opens: boolean })[]
}

/** The paper sheets of a session as those who run it see them: how far each is, nothing of what stands on it. */
export async function readPapers(ctx: Ctx<CouncilTables>, sessionId: string): Promise<PapersReading> {
  const room = await enterSession(ctx, sessionId)
  askToRunSession(room)
  const agenda = await listAgenda(ctx.db, sessionId)
  const papers = await listPaperSheets(ctx.db, sessionId)
  const { seats } = room.council
  const own = (await listSheets(ctx.db, { sessionId })).filter(
    ({ memberId, handedInAt }) => memberId === room.seat.personId && handedInAt !== null,
  )
  const ownIsIn = ({ dossierId, round }: PaperSheet) =>
    own.some((sheet) => sheet.dossierId === dossierId && sheet.round === round)
  return {
    room,
    agenda,
    papers: papers.map((paper) => ({
      ...paper,
      opens: mayOpen({ seat: room.seat, ownIsIn: ownIsIn(paper) }, paper),
    })),
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
