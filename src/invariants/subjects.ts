import { type Kysely, sql } from 'kysely'
import type { Invariant } from './invariant.ts'

/** What is called otherwise than the table that it stands in; `column` names it there. */
const tables: Readonly<Record<string, { table: string; column?: string }>> = {
  decision: { table: 'recognition_decision' },
  import: { table: 'import_batch' },
  province: { table: 'unit' },
  number_series: { table: 'number_series', column: 'series' },
}

export const subjectInvariants: readonly Invariant[] = [
  {
    name: 'what an event is about exists, or was removed: `dossier:<id>` names a row of the table dossier',
    async find({ db }) {
      const { rows } = await sql<{ kind: string }>`
        select distinct split_part(subject, ':', 1) as kind from event`.execute(db)
      const strays = await Promise.all(rows.map(({ kind }) => straysOf(db, kind)))
      return strays.flat()
    },
  },
]

async function straysOf(db: Kysely<unknown>, kind: string): Promise<string[]> {
  const { table, column = 'id' } = tables[kind] ?? { table: kind }
  const known = await sql`select to_regclass(${table}) as table`.execute(db)
  if (!(known.rows[0] as { table: string | null } | undefined)?.table) return [`no table holds ${kind}`]
  const { rows } = await sql<{ subject: string; name: string }>`
    select distinct on (e.subject) e.subject, e.name from event e
    where starts_with(e.subject, ${`${kind}:`}) and not exists (
      select from ${sql.table(table)} t where t.${sql.ref(column)}::text = substr(e.subject, ${kind.length + 2}))
    order by e.subject, e.seq desc`.execute(db)
  return rows.filter(({ name }) => name !== `${kind}.removed`).map(({ subject }) => `event about ${subject}`)
}
