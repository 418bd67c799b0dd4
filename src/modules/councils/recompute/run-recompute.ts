import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import type { CouncilTables } from '../council-tables.ts'
import { recomputeAll } from './recompute-all.ts'
import { addProgress, beginRun, finishRun, type RecomputeRun } from './recompute-store.ts'
import { countResults } from './result-pages-store.ts'
import { countUnrecomputable } from './unrecomputable.ts'

/**
 * Recomputes everything for a run that was asked for, and keeps what it finds as it goes. Begun twice, the later
 * beginning starts over and the earlier one writes no more. The work of the job `recompute.run`.
 */
export async function runRecompute(
  ctx: Ctx<CouncilTables>,
  { runId, clock = () => new Date() }: { runId: string; clock?: () => Date },
): Promise<void> {
  const total = await countResults(ctx.db)
  const run = await inTransaction(ctx, (ctx) => beginRun(ctx.db, runId, total))
  if (!run) return
  try {
    for await (const progress of recomputeAll(ctx.db)) {
      if (!(await inTransaction(ctx, (ctx) => addProgress(ctx.db, run, progress)))) return
      // Between two parts others get their turn: the embedded database has one session for all.
      await new Promise(setImmediate)
    }
    await finish(ctx, run, { finishedAt: clock(), brokenBecause: null })
  } catch (thrown) {
    ctx.log.error({ err: thrown }, 'recomputing broke off')
    const brokenBecause = thrown instanceof Error ? thrown.message : String(thrown)
    await finish(ctx, run, { finishedAt: clock(), brokenBecause })
  }
}

function finish(
  ctx: Ctx<CouncilTables>,
  run: RecomputeRun,
  ending: { finishedAt: Date; brokenBecause: string | null },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const unrecomputable = await countUnrecomputable(ctx.db)
    if (await finishRun(ctx.db, run, { ...ending, unrecomputable }))
      await record(ctx, 'recompute_run.finished', `recompute_run:${run.id}`, {
        broken: ending.brokenBecause !== null,
      })
  })
}
