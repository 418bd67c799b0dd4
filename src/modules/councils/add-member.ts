import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import { recuseAdvisers } from './adviser-conflict.ts'
import { findCouncil, seatMember } from './council-store.ts'
import type { CouncilTables } from './council-tables.ts'
import { enterCouncil } from './enter-council.ts'
import { mayPrepare } from './positions.ts'
import { listAgenda, listSessions } from './session-store.ts'
import type { NewSeat } from './set-up-council.ts'

/**
 * Seats one more member, or one who replaces another. There is one chair and one delegated chair at a time. Of the
 * sessions that are not closed, the member is noted as not scoring the products that they advised.
 */
export function addMember(
  ctx: Ctx<CouncilTables>,
  { councilId, ...seat }: NewSeat & { councilId: string },
): Promise<{ recusedFrom: number }> {
  return inTransaction(ctx, async (ctx) => {
    const { council } = await enterCouncil(ctx, councilId, 'update')
    if (!mayPrepare(ctx.actor, council.unitPath)) throw new Refusal('forbidden', 'councils.not_the_office')
    const leading = seat.position === 'chair' || seat.position === 'delegated_chair'
    if (
      leading &&
      council.seats.some(({ position, leftOn }) => position === seat.position && leftOn === null)
    )
      throw new Refusal('conflict', 'councils.position_taken')

    const added = await seatMember(ctx.db, { councilId, ...seat, joinedOn: dayOf(ctx.now), leftOn: null })
    if (!added) throw new Refusal('conflict', 'councils.sits_already')
    await record(ctx, 'council.member_added', `council:${councilId}`, { ...seat })
    return { recusedFrom: await recuseFromOpenSessions(ctx, councilId) }
  })
}

async function recuseFromOpenSessions(ctx: Ctx<CouncilTables>, councilId: string): Promise<number> {
  const council = await findCouncil(ctx.db, councilId)
  if (!council) return 0
  let recused = 0
  for (const { id: sessionId, status } of await listSessions(ctx.db, [councilId])) {
    const agenda = status === 'closed' ? [] : await listAgenda(ctx.db, sessionId)
    for (const { dossierId } of agenda)
      recused += (await recuseAdvisers(ctx, council, { sessionId, dossierId })).length
  }
  return recused
}
