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
    find: ({ db }) => straysIn(db, 'event'),
  },
  { name: 'what a notice is about exists', find: ({ db }) => straysIn(db, 'notice') },
]

async function straysIn(db: Kysely<unknown>, teller: 'event' | 'notice'): Promise<string[]> {
  const { rows } = await sql<{ kind: string }>`
    select distinct split_part(subject, ':', 1) as kind from ${sql.table(teller)}`.execute(db)
  const strays = await Promise.all(rows.map(({ kind }) => straysOf(db, { teller, kind })))
  return strays.flat()
}

async function straysOf(
  db: Kysely<unknown>,
  { teller, kind }: { teller: 'event' | 'notice'; kind: string },
): Promise<string[]> {
  const { table, column = 'id' } = tables[kind] ?? { table: kind }
  const known = await sql`select to_regclass(${table}) as table`.execute(db)
  if (!(known.rows[0] as { table: string | null } | undefined)?.table) return [`no table holds ${kind}`]
  const { rows } = await sql<{ subject: string }>`
    select distinct subject from ${sql.table(teller)} told
    where starts_with(subject, ${`${kind}:`})
      and not exists (
        select from ${sql.table(table)} t where t.${sql.ref(column)}::text = substr(told.subject, ${kind.length + 2}))
      and not exists (
        select from event removed where removed.subject = told.subject and removed.name = ${`${kind}.removed`})`.execute(
    db,
  )
  return rows.map(({ subject }) => `${teller} about ${subject}`)
}
