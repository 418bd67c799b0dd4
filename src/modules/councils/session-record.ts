import { namesOf } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { SeatedCouncil } from './council-store.ts'
import type { CouncilTables } from './council-tables.ts'
import { listOpenings, type SheetsOpening } from './discussion/discussion-store.ts'
import { type DossierLabel, labelDossiers } from './dossier-labels.ts'
import { listOpinions } from './opinions/opinion-store.ts'
import { listPaperSheets } from './paper-sheets/paper-sheet-store.ts'
import {
  type KnockOut,
  listKnockOuts,
  listResultMarks,
  listResults,
  type ResultMark,
} from './result-store.ts'
import { listSheetMarks, listSheets, type SheetMark } from './score-sheet-store.ts'
import { listChanges } from './seats/change-store.ts'
import type { SessionRecord } from './session-minutes.ts'
import type { SessionRoom } from './session-room.ts'
import {
  type AgendaItem,
  type Attended,
  listAgenda,
  listAttended,
  listRecusals,
  listRounds,
  type Recusal,
  type ScoringRound,
  type Session,
} from './session-store.ts'
import { listVotesOf } from './votes/vote-store.ts'
import type { KnockOutVoteRow } from './votes/vote-tables.ts'

/** What the lines of an agenda are drawn from: of sheets and results no more than how far they are. */
export interface AgendaRecord {
  session: Session
  council: SeatedCouncil
  /** Who attended the session, and who of them is in the room now. */
  present: readonly string[]
  inRoom: readonly string[]
  attended: readonly Attended[]
  agenda: readonly AgendaItem[]
  recusals: readonly Recusal[]
  rounds: readonly ScoringRound[]
  openings: readonly SheetsOpening[]
  sheets: readonly SheetMark[]
  results: readonly ResultMark[]
  knockOuts: readonly KnockOut[]
  votes: readonly KnockOutVoteRow[]
  names: ReadonlyMap<string, string>
  labels: ReadonlyMap<string, DossierLabel>
}

/** These dossiers of the agenda, in a few readings however many they are. */
export async function gatherAgenda(
  ctx: Ctx<CouncilTables>,
  { session, council }: SessionRoom,
  agenda: readonly AgendaItem[],
): Promise<AgendaRecord> {
  const dossierIds = agenda.map(({ dossierId }) => dossierId)
  const at = { sessionId: session.id, dossierIds }
  return {
    session,
    council,
    agenda,
    ...(await gatherBeside(ctx, { session, council }, dossierIds)),
    sheets: await listSheetMarks(ctx.db, at),
    results: await listResultMarks(ctx.db, at),
  }
}

/** Everything of the session. It holds all sheets: whoever is shown it is given only what the rules let them see. */
export async function gatherSession(
  ctx: Ctx<CouncilTables>,
  { session, council }: SessionRoom,
): Promise<SessionRecord> {
  const agenda = await listAgenda(ctx.db, session.id)
  const dossierIds = agenda.map(({ dossierId }) => dossierId)
  return {
    session,
    council,
    agenda,
    ...(await gatherBeside(ctx, { session, council }, dossierIds)),
    sheets: await listSheets(ctx.db, { sessionId: session.id }),
    results: await listResults(ctx.db, session.id),
    opinions: await listOpinions(ctx.db, { sessionId: session.id }),
    changes: await listChanges(ctx.db, council.id),
    papers: await listPaperSheets(ctx.db, session.id),
  }
}

async function gatherBeside(
  { db }: Ctx<CouncilTables>,
  { session, council }: Pick<SessionRoom, 'session' | 'council'>,
  dossierIds: readonly string[],
) {
  const attended = await listAttended(db, session.id)
  return {
    present: attended.map(({ personId }) => personId),
    inRoom: attended.filter(({ leftAt }) => leftAt === null).map(({ personId }) => personId),
    attended,
    votes: await listVotesOf(db, session.id),
    recusals: await listRecusals(db, session.id),
    rounds: await listRounds(db, session.id),
    openings: await listOpenings(db, { sessionId: session.id }),
    knockOuts: await listKnockOuts(db, session.id),
    names: await namesOf(
      db,
      council.seats.map(({ personId }) => personId),
    ),
    labels: await labelDossiers(db, dossierIds),
  }
}
