import type { Kysely } from 'kysely'
import { pino } from 'pino'
import { type Actor, type Ctx, type Holding, system } from '#platform/ctx.ts'
import type { JobQueue } from '#platform/jobs/queue.ts'

/** The moment at which tests happen: a Tuesday, 24/11/2026, 14:05:32 in Vietnam. */
export const testNow = new Date('2026-11-24T07:05:32Z')

/** Jobs that were queued, in order, for tests to look at. */
export interface KeptJobs extends JobQueue {
  queued: { name: string; data: Record<string, unknown> }[]
}

export function keptJobs(): KeptJobs {
  const queued: KeptJobs['queued'] = []
  return { queued, send: async (_db, name, data) => void queued.push({ name, data }) }
}

const log = pino({ level: process.env.TEST_LOG ?? 'silent' })

/** What operations are given in tests. Acts as the system unless told who. */
export function testCtx<Tables>(
  db: Kysely<Tables>,
  { actor = system, now = testNow, jobs = keptJobs() }: { actor?: Actor; now?: Date; jobs?: JobQueue } = {},
): Ctx<Tables> {
  return { db, actor, now, jobs, log }
}

/** Somebody who holds one role: `actorWith('commune_officer', 'vn/14/03868')`. */
export function actorWith(
  role: string,
  unitPath: string,
  { id = role, producerId = null }: { id?: string; producerId?: string | null } = {},
): Actor {
  const holding: Holding = { role, unitPath, producerId }
  return { id, name: id, holdings: [holding] }
}
