import { type Kysely, type Migration, Migrator } from 'kysely'

export type Migrations = Record<string, Migration>

/**
 * Brings the database to the newest form. Migrations of different modules are keyed by day and module and may be
 * added in any order, so two branches cannot collide.
 */
// biome-ignore lint/suspicious/noExplicitAny: migrations see the whole database
export async function migrate(db: Kysely<any>, migrations: Migrations): Promise<string[]> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    allowUnorderedMigrations: true,
    migrationTableName: 'schema_migration',
    migrationLockTableName: 'schema_migration_lock',
  })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error
  return (results ?? []).map(({ migrationName }) => migrationName)
}
