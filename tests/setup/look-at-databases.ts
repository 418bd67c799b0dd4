import type { Kysely } from 'kysely'
import { afterAll, expect } from 'vitest'
import { countOpenDatabases, lookBeforeClosing } from '../../src/platform/testing/last-look.ts'

// What looking takes is loaded only where there is something to look at: most tests have no database.

/** What the migrations fill in themselves. */
const filledAtStart = ['unit', 'unit_successor', 'kysely_migration', 'kysely_migration_lock']

/** Every database that a test file opened is asked, as it closes, whether what the tests left behind makes sense. */
lookBeforeClosing(async ({ db }, but) => {
  if (!(await holdsAnything(db))) return
  const { checkInvariants } = await import('../../src/invariants/check-invariants.ts')
  const { testFiles } = await import('../../src/platform/testing/test-files.ts')
  const checked = { db, files: await testFiles(), now: new Date() }
  expect(await checkInvariants(checked, { but }), 'what the tests left behind').toEqual([])
})

afterAll(() => {
  expect(countOpenDatabases(), 'databases that were never closed').toBe(0)
})

async function holdsAnything(db: Kysely<unknown>): Promise<boolean> {
  const { sql } = await import('kysely')
  const tables = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and not tablename = any(${filledAtStart})
  `.execute(db)
  const filled = sql.join(
    tables.rows.map(({ name }) => sql`exists (select from ${sql.table(name)})`),
    sql` or `,
  )
  const { rows } = await sql<{ some: boolean }>`select ${filled} as some`.execute(db)
  return rows[0]?.some ?? false
}
