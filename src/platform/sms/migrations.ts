import { sql } from 'kysely'
import type { Migrations } from '#platform/db/migrate.ts'

export const smsMigrations: Migrations = {
  '2026-11-28-platform-outbox-sms': {
    async up(db) {
      await sql`
        create table outbox_sms (
          id uuid primary key,
          cause text not null unique,
          recipient text not null check (recipient ~ '^84[0-9]{9}$'),
          text text not null check (length(text) between 1 and 160),
          queued_at timestamptz not null,
          attempts int not null default 0,
          claimed_until timestamptz,
          delivered_at timestamptz,
          given_up_at timestamptz,
          last_error text
        )`.execute(db)
      await sql`create index outbox_sms_queued on outbox_sms (queued_at)`.execute(db)
    },
  },
}
