import { sql } from 'kysely'
import type { Migrations } from './migrate.ts'

export const dbMigrations: Migrations = {
  '2026-11-23-platform-extensions': {
    async up(db) {
      await sql`create extension if not exists pg_trgm`.execute(db)
      await sql`create extension if not exists unaccent`.execute(db)
    },
  },
}
