import { namesOf } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { CouncilTables } from './council-tables.ts'
import { listOpenings } from './discussion/discussion-store.ts'
import { labelDossiers } from './dossier-labels.ts'
import { listOpinions } from './opinions/opinion-store.ts'
import { listPaperSheets } from './paper-sheets/paper-sheet-store.ts'
import { listKnockOuts, listResults } from './result-store.ts'
import { listSheets } from './score-sheet-store.ts'
import { listChanges } from './seats/change-store.ts'
import type { SessionRecord } from './session-minutes.ts'
import type { SessionRoom } from './session-room.ts'
import { listAgenda, listPresent, listRecusals, listRounds } from './session-store.ts'

/** Everything of the session. It holds all sheets: whoever is shown it is given only what the rules let them see. */
export async function gatherSession(
  ctx: Ctx<CouncilTables>,
  { session, council }: SessionRoom,
): Promise<SessionRecord> {
  const agenda = await listAgenda(ctx.db, session.id)
  return {
    session,
    council,
    agenda,
    present: await listPresent(ctx.db, session.id),
    recusals: await listRecusals(ctx.db, session.id),
    rounds: await listRounds(ctx.db, session.id),
    openings: await listOpenings(ctx.db, { sessionId: session.id }),
    sheets: await listSheets(ctx.db, { sessionId: session.id }),
    results: await listResults(ctx.db, session.id),
    opinions: await listOpinions(ctx.db, { sessionId: session.id }),
    changes: await listChanges(ctx.db, council.id),
    knockOuts: await listKnockOuts(ctx.db, session.id),
    papers: await listPaperSheets(ctx.db, session.id),
    names: await namesOf(
      ctx.db,
      council.seats.map(({ personId }) => personId),
    ),
    labels: await labelDossiers(
      ctx.db,
      agenda.map(({ dossierId }) => dossierId),
    ),
  }
}
