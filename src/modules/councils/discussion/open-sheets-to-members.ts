import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from '../council-tables.ts'
import { askToLead, enterDossier } from '../session-room.ts'
import { insertOpening } from './discussion-store.ts'
import { audiences } from './discussion-tables.ts'

/**
 * The chair opens the sheets of the round that has ended to the members who handed one in, or to all who may score the
 * dossier: who did so, when and for whom is kept. Nothing opens them to somebody recused.
 */
export function openSheetsToMembers(
  ctx: Ctx<CouncilTables>,
  input: { sessionId: string; dossierId: string; audience: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { sessionId, dossierId } = input
    const room = await enterDossier(ctx, input, 'update')
    askToLead(room)
    const audience = audiences.find((one) => one === input.audience)
    if (!audience) throw new Refusal('invalid', 'discussion.audience_unknown')
    if (room.item.status !== 'discussing') throw new Refusal('conflict', 'discussion.not_discussed')
    const { round } = room.item
    const opening = { sessionId, dossierId, round, audience }
    const opened = { ...opening, openedBy: room.seat.personId, openedAt: ctx.now }
    if (!(await insertOpening(ctx.db, opened))) throw new Refusal('conflict', 'discussion.open_already')
    await record(ctx, 'score_sheets.opened', `council_session:${sessionId}`, { dossierId, round, audience })
  })
}
