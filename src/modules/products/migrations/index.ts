import { sql } from 'kysely'
import type { Migrations } from '#platform/db/migrate.ts'

export const migrations: Migrations = {
  '2026-11-24-products-tables': {
    async up(db) {
      await sql`
        create table product (
          id uuid primary key,
          producer_id uuid not null references producer,
          slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
          name text not null check (name <> ''),
          fold text not null,
          sort_key text not null,
          words text not null,
          word_vector tsvector generated always as (to_tsvector('simple'::regconfig, words)) stored,
          product_set_no int check (product_set_no between 1 and 26),
          group_code text,
          specification text,
          story text,
          picture_file_id uuid references stored_file,
          picture_art text,
          unit_id text not null references unit,
          unit_path text not null,
          is_demo boolean not null default false,
          version int not null default 1,
          created_at timestamptz not null,
          created_by text,
          updated_at timestamptz not null,
          check ((product_set_no is null) = (group_code is null))
        )`.execute(db)
      await sql`create index product_producer on product (producer_id)`.execute(db)
      await sql`create index product_picture on product (picture_file_id)`.execute(db)
      await sql`create index product_place on product (unit_path text_pattern_ops, sort_key, id)`.execute(db)
      await sql`create index product_name on product (sort_key, id)`.execute(db)
      await sql`create index product_unit on product (unit_id)`.execute(db)
      await sql`create index product_group on product (group_code, product_set_no)`.execute(db)
      await sql`create index product_word_vector on product using gin (word_vector)`.execute(db)
      await sql`create index product_words_trigrams on product using gin (words gin_trgm_ops)`.execute(db)
      // A producer's new name is found at once, whoever changed it.
      await sql`
        create function refresh_product_words() returns trigger language plpgsql as $$
        begin
          update product set words = product.fold || ' ' || new.fold || ' ' || unit.fold
          from unit where unit.id = product.unit_id and product.producer_id = new.id;
          return null;
        end $$`.execute(db)
      await sql`
        create trigger producer_name_in_product_words after update of fold on producer
        for each row when (old.fold <> new.fold) execute function refresh_product_words()`.execute(db)
    },
  },
}
