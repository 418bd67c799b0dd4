import { CompiledQuery, type Kysely } from 'kysely'
import PgBoss from 'pg-boss'
import type { Logger } from 'pino'
import type { JobQueue } from './queue.ts'

/** What a job does with its data. It may run twice for the same job and must bear that. */
export type JobWork = (data: Record<string, unknown>) => Promise<void>

export interface Jobs extends JobQueue {
  /** Runs `work` for the jobs of this name; retried (5 times unless said) with doubling waits, then kept as failed. */
  work(name: string, work: JobWork, options?: { retries?: number }): Promise<void>
  /** Queues a job of this name by a cron line, in Vietnam's time. */
  schedule(name: string, cron: string): Promise<void>
  stop(): Promise<void>
}

/** Starts the job queue, which lives in the same database as the work that it serves. */
// biome-ignore lint/suspicious/noExplicitAny: the queue has tables of its own, in its own schema
export async function startJobs(db: Kysely<any>, log: Logger): Promise<Jobs> {
  const boss = new PgBoss({ db: { executeSql: (text, values) => execute(db, text, values) } })
  boss.on('error', (error) => log.error({ err: error }, 'job queue'))
  await boss.start()
  const known = new Set<string>()
  const make = async (name: string, retryLimit = 5) => {
    if (known.has(name)) return
    const options = { name, retryLimit, retryDelay: 10, retryBackoff: true }
    await boss.createQueue(name, options)
    // A queue of an earlier version keeps its limits unless told.
    await boss.updateQueue(name, options)
    known.add(name)
  }
  return {
    async send(caller, name, data) {
      await boss.send(name, data, { db: { executeSql: (text, values) => execute(caller, text, values) } })
    },
    async work(name, work, { retries } = {}) {
      await make(name, retries)
      await boss.work(name, { pollingIntervalSeconds: 1 }, async (jobs) => {
        for (const job of jobs) await work(job.data as Record<string, unknown>)
      })
    },
    async schedule(name, cron) {
      await make(name)
      await boss.schedule(name, cron, {}, { tz: 'Asia/Ho_Chi_Minh' })
    },
    stop: () => boss.stop({ graceful: true, wait: true, timeout: 5_000 }),
  }
}

// biome-ignore lint/suspicious/noExplicitAny: as above
async function execute(db: Kysely<any>, text: string, values: unknown[] = []): Promise<{ rows: unknown[] }> {
  const { rows } = await db.withoutPlugins().executeQuery(CompiledQuery.raw(text, values))
  return { rows }
}
