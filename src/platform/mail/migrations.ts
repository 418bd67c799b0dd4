import { sql } from 'kysely'
import type { Migrations } from '#platform/db/migrate.ts'

export const mailMigrations: Migrations = {
  '2026-11-24-platform-outbox-mail': {
    async up(db) {
      await sql`
        create table outbox_mail (
          id uuid primary key,
          recipient text not null check (recipient !~ '[\r\n]'),
          subject text not null check (subject !~ '[\r\n]'),
          text text not null,
          html text,
          queued_at timestamptz not null,
          attempts int not null default 0,
          claimed_until timestamptz,
          delivered_at timestamptz,
          given_up_at timestamptz,
          last_error text
        )`.execute(db)
    },
  },
  '2026-11-24-platform-outbox-mail-waiting': {
    async up(db) {
      await sql`create index outbox_mail_undelivered on outbox_mail (id) where delivered_at is null`.execute(
        db,
      )
    },
  },
}
