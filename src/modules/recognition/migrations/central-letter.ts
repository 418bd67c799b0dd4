import { type Migration, sql } from 'kysely'

/** The letters with which provinces send approved results to the ministry. */
export const centralLetter: Migration = {
  async up(db) {
    await sql`
      create table central_letter (
        decision_id uuid primary key references recognition_decision,
        unit_path text not null,
        number text not null check (number = trim(number) and number <> ''),
        dated_on date not null,
        year int not null generated always as (extract(year from dated_on)::int) stored,
        signer_name text not null check (signer_name <> ''),
        signer_post text not null check (signer_post <> ''),
        missing_reason text,
        written_by text,
        written_at timestamptz not null,
        unique (unit_path, number, year)
      )`.execute(db)
  },
}
