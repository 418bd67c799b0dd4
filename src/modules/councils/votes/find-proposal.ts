import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from '../council-tables.ts'
import { findKnockOut, type KnockOut } from '../result-store.ts'

/** The knock-out proposed on the dossier; `update` holds it, so that its vote is closed once, `share` while one votes. */
export async function findProposal(
  ctx: Ctx<CouncilTables>,
  { knockOutId, sessionId, dossierId }: { sessionId: string; dossierId: string; knockOutId: string },
  lock: 'share' | 'update' = 'update',
): Promise<KnockOut> {
  const found = isId(knockOutId) ? await findKnockOut(ctx.db, knockOutId, lock) : undefined
  if (found?.sessionId !== sessionId || found.dossierId !== dossierId)
    throw new Refusal('not_found', 'councils.knock_out_unknown')
  return found
}
