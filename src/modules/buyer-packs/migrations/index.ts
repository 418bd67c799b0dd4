import { sql } from 'kysely'
import type { Migrations } from '#platform/db/migrate.ts'

// After the papers and products that packs hold. What is in a pack is its own producer's: the keys see to it.
export const migrations: Migrations = {
  '2026-11-30-buyer-packs-tables': {
    async up(db) {
      await sql`alter table product add constraint product_of_producer unique (id, producer_id)`.execute(db)
      await sql`alter table producer_paper add constraint producer_paper_of_producer unique (id, producer_id)`.execute(
        db,
      )
      await sql`
        create table buyer_pack (
          id uuid primary key,
          producer_id uuid not null references producer,
          name text not null check (btrim(name) <> ''),
          buyer text check (btrim(buyer) <> ''),
          contact text check (btrim(contact) <> ''),
          note text check (btrim(note) <> ''),
          is_demo boolean not null default false,
          version int not null default 1 check (version > 0),
          created_at timestamptz not null,
          created_by text,
          updated_at timestamptz not null,
          unique (id, producer_id)
        )`.execute(db)
      await sql`create index buyer_pack_producer on buyer_pack (producer_id, id)`.execute(db)
      await sql`
        create table buyer_pack_product (
          pack_id uuid not null,
          producer_id uuid not null,
          product_id uuid not null,
          pack_size text check (btrim(pack_size) <> ''),
          price bigint check (price > 0),
          minimum_order text check (btrim(minimum_order) <> ''),
          monthly_capacity text check (btrim(monthly_capacity) <> ''),
          season_from int check (season_from between 1 and 12),
          season_to int check (season_to between 1 and 12),
          shelf_life text check (btrim(shelf_life) <> ''),
          primary key (pack_id, product_id),
          foreign key (pack_id, producer_id) references buyer_pack (id, producer_id) on delete cascade,
          foreign key (product_id, producer_id) references product (id, producer_id),
          check ((season_from is null) = (season_to is null))
        )`.execute(db)
      await sql`create index buyer_pack_product_of on buyer_pack_product (product_id, producer_id)`.execute(
        db,
      )
      await sql`
        create table buyer_pack_paper (
          pack_id uuid not null,
          producer_id uuid not null,
          paper_id uuid not null,
          primary key (pack_id, paper_id),
          foreign key (pack_id, producer_id) references buyer_pack (id, producer_id) on delete cascade,
          foreign key (paper_id, producer_id) references producer_paper (id, producer_id)
        )`.execute(db)
      await sql`create index buyer_pack_paper_of on buyer_pack_paper (paper_id, producer_id)`.execute(db)
      await sql`
        create table buyer_pack_share (
          id uuid primary key,
          pack_id uuid references buyer_pack on delete set null,
          code text not null unique,
          started_on date not null,
          ends_on date not null,
          ended_at timestamptz,
          opened int not null default 0 check (opened >= 0),
          last_opened_at timestamptz,
          created_at timestamptz not null,
          created_by text,
          check (ends_on between started_on and started_on + 180),
          check (pack_id is not null or ended_at is not null),
          check ((opened > 0) = (last_opened_at is not null))
        )`.execute(db)
      await sql`create index buyer_pack_share_pack on buyer_pack_share (pack_id, id)`.execute(db)
      // One link at a time: whoever ends it ends all that was given away.
      await sql`create unique index buyer_pack_share_running on buyer_pack_share (pack_id) where ended_at is null`.execute(
        db,
      )
    },
  },
}
