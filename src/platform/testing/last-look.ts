import type { Database } from '#platform/db/connect.ts'

/** Looks at what the tests of a file left behind, before it is gone; throws when it makes no sense. */
export type LastLook = (database: Database, but: readonly string[]) => Promise<void>

const open = new Set<Database>()
let look: LastLook = async () => {}

/** Has every database of these tests looked at when it closes: the run's set-up knows by which conditions. */
export function lookBeforeClosing(lastLook: LastLook): void {
  look = lastLook
}

/** How many databases of this test file were never closed, and so never looked at. */
export function countOpenDatabases(): number {
  return open.size
}

/** The database, looked at when it closes, but for the conditions named; null: not looked at. */
export function withLastLook(database: Database, but: readonly string[] | null): Database {
  const looked: Database = {
    ...database,
    async close() {
      open.delete(looked)
      try {
        if (but) await look(database, but)
      } finally {
        await database.close()
      }
    },
  }
  open.add(looked)
  return looked
}
