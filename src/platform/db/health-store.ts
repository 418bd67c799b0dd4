import { type Kysely, sql } from 'kysely'

/** How an installation fares: how much it holds, and whether work that was put off gets done. */
export interface Health {
  databaseBytes: number
  files: number
  fileBytes: number
  jobsWaiting: number
  /** Jobs that failed for good and are kept. */
  jobsFailed: number
}

/** How the installation fares now. */
// biome-ignore lint/suspicious/noExplicitAny: it looks at what every installation has
export async function readHealth(db: Kysely<any>): Promise<Health> {
  const { rows } = await sql<Omit<Health, 'jobsWaiting' | 'jobsFailed'> & { hasJobs: boolean }>`
    select pg_database_size(current_database())::float8 as "databaseBytes",
      (select count(*)::int from stored_file) as files,
      (select coalesce(sum(size), 0)::float8 from (select distinct sha256, size from stored_file) content)
        as "fileBytes",
      to_regclass('pgboss.job') is not null as "hasJobs"`.execute(db)
  const [row] = rows
  if (!row) throw new Error('a select without a table answers one row')
  const { hasJobs, ...health } = row
  return { ...health, ...(hasJobs ? await countJobs(db) : { jobsWaiting: 0, jobsFailed: 0 }) }
}

// biome-ignore lint/suspicious/noExplicitAny: the queue keeps its own schema
async function countJobs(db: Kysely<any>): Promise<Pick<Health, 'jobsWaiting' | 'jobsFailed'>> {
  const { rows } = await sql<{ jobsWaiting: number; jobsFailed: number }>`
    select count(*) filter (where state in ('created', 'retry', 'active') and start_after <= now())::int
        as "jobsWaiting",
      count(*) filter (where state = 'failed')::int as "jobsFailed"
    from pgboss.job`.execute(db)
  return rows[0] ?? { jobsWaiting: 0, jobsFailed: 0 }
}
