import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { JobQueue } from './jobs/queue.ts'

/** A role that a person holds, in an administrative unit or, for producers, in a producer of that unit. */
export interface Holding {
  role: string
  /** Where the role counts: `vn` the centre, `vn/14` a province, `vn/14/03868` a commune. It reaches everything below. */
  unitPath: string
  producerId: string | null
}

/** Who acts. `id` is null for a visitor without an account, who holds nothing. */
export interface Actor {
  id: string | null
  name: string
  holdings: readonly Holding[]
}

/** What every operation is given: the database it may touch, who acts, the moment it happens, where jobs go. */
export interface Ctx<Tables> {
  db: Kysely<Tables>
  actor: Actor
  now: Date
  jobs: JobQueue
  log: Logger
  /** Done at the beginning of each transaction that is opened for the request, and refused with it. */
  begin?: (db: Kysely<Tables>) => Promise<void>
}

/** A visitor: no account, no role. */
export const nobody: Actor = { id: null, name: '', holdings: [] }

/** The platform itself, for work that no person asked for: schedules, imports of the demonstration. */
export const system: Actor = {
  id: 'system',
  name: 'Sao Làng',
  holdings: [{ role: 'system', unitPath: 'vn', producerId: null }],
}

/**
 * Runs `work` in one transaction. Inside a running transaction it joins it, so an operation may call another
 * module's operation and both are stored, or neither.
 */
export function inTransaction<Tables, Answer>(
  ctx: Ctx<Tables>,
  work: (ctx: Ctx<Tables>) => Promise<Answer>,
): Promise<Answer> {
  const joins = ctx.db.isTransaction
  return withTransaction(ctx.db, async (db) => {
    if (!joins) await ctx.begin?.(db)
    return work({ ...ctx, db })
  })
}

/** Runs `work` in the running transaction of `db`, or in one of its own. */
export function withTransaction<Tables, Answer>(
  db: Kysely<Tables>,
  work: (db: Kysely<Tables>) => Promise<Answer>,
): Promise<Answer> {
  return db.isTransaction ? work(db) : db.transaction().execute(work)
}
