import { scoreOf } from '#modules/regulation/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { validSheets } from '../council-round.ts'
import type { CouncilTables } from '../council-tables.ts'
import { criteriaSetOf } from '../own-sheet.ts'
import type { Seat } from '../positions.ts'
import { insertKnockOut } from '../result-store.ts'
import { listSheets, type ScoreSheet } from '../score-sheet-store.ts'
import type { DossierRoom } from '../session-room.ts'
import { listPresent } from '../session-store.ts'
import { scorersOf } from '../voices.ts'
import { insertRoundEnd } from './discussion-store.ts'
import { zerosThatStop } from './zeros-that-stop.ts'

/**
 * Notes that the round being scored is over, and who was in the room. Zeros where the criteria set says that a 0 stops
 * scoring propose their knock-outs now: any earlier, a proposal would tell what stands on a sheet that is not open. For
 * operations that hold the dossier and decide what becomes of it next. Returns the sheets that were handed in.
 */
export async function noteRoundEnd(
  ctx: Ctx<CouncilTables>,
  room: DossierRoom & { seat: Seat },
): Promise<ScoreSheet[]> {
  const { session, council, item, recusals, seat } = room
  const { round, dossierId } = item
  const at = { sessionId: session.id, dossierId }
  const recused = recusals.map(({ personId }) => personId)
  const handedIn = (await listSheets(ctx.db, at)).filter((sheet) => sheet.round === round && sheet.handedInAt)
  const valid = validSheets(handedIn, { seats: council.seats, recused, rules: council.rules })
  const inRoom = new Set(await listPresent(ctx.db, session.id))
  const present = scorersOf(council.seats)
    .map(({ personId }) => personId)
    .filter((personId) => inRoom.has(personId) && !recused.includes(personId))
  await insertRoundEnd(ctx.db, { ...at, round, present, endedBy: seat.personId, endedAt: ctx.now })
  await record(ctx, 'scoring_round.ended', `council_session:${session.id}`, { dossierId, round, present })
  await proposeByZeros(ctx, at, valid)
  return valid
}

async function proposeByZeros(
  ctx: Ctx<CouncilTables>,
  at: { sessionId: string; dossierId: string },
  sheets: readonly ScoreSheet[],
): Promise<void> {
  const { set } = await criteriaSetOf(ctx, at.dossierId)
  for (const { memberId, answers } of sheets) {
    for (const { key, criterion, reason } of zerosThatStop(set, scoreOf(answers, set).points)) {
      const undecided = { decision: null, decisionReason: null, decidedBy: null, decidedAt: null }
      const proposed = { proposedBy: memberId, proposedAt: ctx.now, ...undecided }
      const proposal = { id: newId(ctx.now.getTime()), ...at, key, criterion, reason, ...proposed }
      const facts = { dossierId: at.dossierId, key, criterion }
      if (await insertKnockOut(ctx.db, proposal))
        await record(ctx, 'knock_out.proposed', `council_session:${at.sessionId}`, facts)
    }
  }
}
