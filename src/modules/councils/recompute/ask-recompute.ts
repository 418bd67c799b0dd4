import { unitPathsOf } from '#modules/people/index.ts'
import type { Actor } from '#platform/ctx.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from '../council-tables.ts'
import { insertRun } from './recompute-store.ts'

/** The job that recomputes. */
export const recomputeJob = 'recompute.run'

/**
 * An auditor or an administrator has every result computed anew. It waits its turn among the jobs and changes nothing but
 * its own report; one runs at a time.
 */
export function askRecompute(ctx: Ctx<CouncilTables>): Promise<{ runId: string }> {
  return inTransaction(ctx, async (ctx) => {
    askToOversee(ctx.actor)
    const runId = newId(ctx.now.getTime())
    if (!(await insertRun(ctx.db, { id: runId, askedBy: ctx.actor.id, askedAt: ctx.now })))
      throw new Refusal('conflict', 'recompute.running')
    await record(ctx, 'recompute_run.asked', `recompute_run:${runId}`)
    await ctx.jobs.send(ctx.db, recomputeJob, { runId })
    return { runId }
  })
}

/** The units whose results the actor oversees. */
export function overseenBy(actor: Actor): string[] {
  return unitPathsOf(actor, ['auditor', 'administrator'])
}

/** Refuses everybody but auditors and administrators. */
export function askToOversee(actor: Actor): void {
  if (overseenBy(actor).length === 0) throw new Refusal('forbidden', 'recompute.not_yours')
}
