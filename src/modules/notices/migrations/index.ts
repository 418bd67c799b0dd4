import { sql } from 'kysely'
import type { Migrations } from '#platform/db/migrate.ts'

export const migrations: Migrations = {
  // A day after the others: the tables that these name are made after this module's own.
  '2026-11-25-notices-notice': {
    async up(db) {
      await sql`
        create table notice (
          id uuid primary key,
          person_id text not null references person on delete cascade,
          kind text not null check (kind in
            ('deadline', 'dossier', 'council', 'decision', 'paper', 'import', 'account')),
          wording text not null check (wording ~ '^[a-z_]+$'),
          subject text not null check (subject ~ '^[a-z_]+:[^:]+$'),
          cause text not null check (cause ~ '^(event|reminder)/.+'),
          facts jsonb not null,
          href text not null check (href ~ '^/[^/\\\\]'),
          caused_at timestamptz not null,
          read_at timestamptz,
          mail text not null check (mail in ('none', 'now', 'digest')),
          mail_settled_at timestamptz,
          mail_id uuid references outbox_mail on delete set null,
          unique (person_id, subject, cause),
          check (mail_id is null or mail_settled_at is not null)
        )`.execute(db)
      await sql`create index notice_order on notice (person_id, (read_at is not null), id desc)`.execute(db)
      await sql`create index notice_unread on notice (person_id) where read_at is null`.execute(db)
      await sql`create index notice_age on notice (caused_at)`.execute(db)
      await sql`create index notice_mail on notice (mail_id) where mail_id is not null`.execute(db)
      await sql`create index notice_for_digest on notice (person_id, id) where mail_settled_at is null`.execute(
        db,
      )
    },
  },
  '2026-11-25-notices-notice-choices': {
    async up(db) {
      await sql`
        create table notice_choice (
          person_id text not null references person on delete cascade,
          kind text not null check (kind in
            ('deadline', 'dossier', 'council', 'decision', 'paper', 'import', 'account')),
          mail text not null check (mail in ('none', 'now', 'digest')),
          primary key (person_id, kind)
        )`.execute(db)
      await sql`
        create table push_subscription (
          id uuid primary key,
          person_id text not null references person on delete cascade,
          endpoint text not null unique check (endpoint ~ '^https://'),
          p256dh text not null,
          auth text not null,
          device text not null,
          added_at timestamptz not null
        )`.execute(db)
      await sql`create index push_subscription_person on push_subscription (person_id)`.execute(db)
    },
  },
}
