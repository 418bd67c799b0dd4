import type { Ctx } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { recuseKnown } from '../conflicts/recuse-known.ts'
import { findCouncil } from '../council-store.ts'
import type { CouncilTables } from '../council-tables.ts'
import { listAgenda, listSessions } from '../session-store.ts'
import { type CouncilChange, insertChange } from './change-store.ts'
import type { SeatDecision } from './seat-decision.ts'

const eventOf = {
  added: 'council.member_added',
  released: 'council.member_released',
  replaced: 'council.member_replaced',
  delegated: 'council.chair_delegated',
  delegation_ended: 'council.delegation_ended',
} as const satisfies Record<CouncilChange['kind'], string>

/** Keeps the change of a seat with its decision, and tells of it. `facts` are what else the event says. */
export async function recordChange(
  ctx: Ctx<CouncilTables>,
  change: Pick<CouncilChange, 'councilId' | 'kind' | 'personId' | 'successorId'>,
  { decision, facts = {} }: { decision: SeatDecision; facts?: Record<string, unknown> },
): Promise<void> {
  const { councilId, kind, personId, successorId } = change
  const recordedBy = ctx.actor.id ?? 'system'
  const kept = { id: newId(ctx.now.getTime()), recordedBy, recordedAt: ctx.now }
  await insertChange(ctx.db, { ...change, ...decision, ...kept })
  const successor = successorId ? { successorId } : {}
  await record(ctx, eventOf[kind], `council:${councilId}`, { personId, ...successor, ...facts, ...decision })
}

/** Of the sessions that are not closed, members are noted as not scoring what something known ties them to. */
export async function recuseFromOpenSessions(ctx: Ctx<CouncilTables>, councilId: string): Promise<number> {
  const council = await findCouncil(ctx.db, councilId)
  if (!council) return 0
  let recused = 0
  for (const { id: sessionId, status } of await listSessions(ctx.db, [councilId])) {
    const agenda = status === 'closed' ? [] : await listAgenda(ctx.db, sessionId)
    const dossierIds = agenda.map(({ dossierId }) => dossierId)
    recused += (await recuseKnown(ctx, council, { sessionId, dossierIds })).length
  }
  return recused
}
