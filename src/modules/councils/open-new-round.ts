import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { validSheets } from './council-round.ts'
import type { CouncilTables } from './council-tables.ts'
import { endForDiscussion } from './discussion/end-round.ts'
import { insertSheet, listSheets, type ScoreSheet } from './score-sheet-store.ts'
import { askToBeInHand, askToLead, enterDossier } from './session-room.ts'
import { insertRound, updateAgendaItem } from './session-store.ts'

/**
 * After a discussion the chair has the dossier scored again. The sheets of the earlier round stay as they were; every
 * member who sits begins the new one with a copy of their own answers.
 */
export function openNewRound(
  ctx: Ctx<CouncilTables>,
  input: { sessionId: string; dossierId: string; reason: string },
): Promise<{ round: number }> {
  return inTransaction(ctx, async (ctx) => {
    const { sessionId, dossierId } = input
    const room = await enterDossier(ctx, input, 'update')
    askToLead(room)
    askToBeInHand(room)
    const reason = input.reason.trim()
    if (reason === '') throw new Refusal('invalid', 'councils.reason_missing')
    if (room.item.status === 'scoring') await endForDiscussion(ctx, room)
    const sheets = (await listSheets(ctx.db, input)).filter((sheet) => sheet.round === room.item.round)

    const round = room.item.round + 1
    await updateAgendaItem(ctx.db, input, { round, status: 'scoring' })
    await insertRound(ctx.db, {
      sessionId,
      dossierId,
      round,
      reason,
      openedBy: room.seat.personId,
      openedAt: ctx.now,
    })
    const recused = room.recusals.map(({ personId }) => personId)
    const sitting = validSheets(sheets, { seats: room.council.seats, recused })
    for (const sheet of sitting) await insertSheet(ctx.db, copyOf(sheet, round, ctx.now))
    await record(ctx, 'scoring_round.opened', `council_session:${sessionId}`, { dossierId, round, reason })
    return { round }
  })
}

function copyOf(sheet: ScoreSheet, round: number, now: Date): Parameters<typeof insertSheet>[1] {
  const { sessionId, dossierId, councilId, memberId, answers, notes, carried } = sheet
  const fresh = { id: newId(now.getTime()), round, version: 1, savedAt: now }
  return { ...fresh, sessionId, dossierId, councilId, memberId, answers, notes, carried }
}
