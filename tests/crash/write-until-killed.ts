import { sql } from 'kysely'
import { openEmbedded } from '../../src/platform/db/connect.ts'

// Run by embedded-database.test.ts: writes rows one after another and says each number once the database has
// acknowledged it, until somebody kills the process.
const folder = process.argv[2] ?? ''
const { db } = await openEmbedded(folder)
await sql`create table if not exists written (n int primary key)`.execute(db)
const last = await sql<{ n: number | null }>`select max(n) as n from written`.execute(db)
process.stdout.write('open\n')
for (let n = (last.rows[0]?.n ?? 0) + 1; ; n += 1) {
  await sql`insert into written values (${n})`.execute(db)
  process.stdout.write(`${n}\n`)
}
