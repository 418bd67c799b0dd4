import type { Kysely, RawBuilder } from 'kysely'
import type { FileStore } from '#platform/files/file-store.ts'

/** What a check may read. */
export interface Checked {
  // biome-ignore lint/suspicious/noExplicitAny: the checks look at every table
  db: Kysely<any>
  files: FileStore
  now: Date
}

/** A condition that must hold whatever happened. `find` names each row that breaks it; none when all is well. */
export interface Invariant {
  name: string
  find(checked: Checked): Promise<string[]>
}

/** An invariant whose violations one query finds; the query answers one text column, `row`. */
export function byQuery(name: string, query: RawBuilder<{ row: string }>): Invariant {
  return { name, find: async ({ db }) => (await query.execute(db)).rows.map(({ row }) => row) }
}
