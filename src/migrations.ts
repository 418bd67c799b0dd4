import type { Migrations } from '#platform/db/migrate.ts'
import { dbMigrations } from '#platform/db/migrations.ts'
import { eventMigrations } from '#platform/events/migrations.ts'

/** Every migration of the program; the migrator runs them in the order of their names. */
export const migrations: Migrations = {
  ...dbMigrations,
  ...eventMigrations,
}
