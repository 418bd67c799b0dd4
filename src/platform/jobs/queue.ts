import type { Kysely } from 'kysely'

/** Where work that can wait is put. */
export interface JobQueue {
  /**
   * Queues a job in the transaction of `db`: it exists when that commits and never when it is rolled back.
   * It runs at least once, so its work must bear being done twice.
   */
  // biome-ignore lint/suspicious/noExplicitAny: a queue does not care which tables the caller may touch
  send(db: Kysely<any>, name: string, data: Record<string, unknown>): Promise<void>
}

/** A queue that drops everything, for the places where no job may run: rules' tests and the first seeding. */
export const noJobs: JobQueue = { send: async () => {} }
