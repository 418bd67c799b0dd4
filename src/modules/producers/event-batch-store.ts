import { type Kysely, sql } from 'kysely'
import type { EventTables } from '#platform/events/event-store.ts'

export interface NewEvent {
  id: string
  at: string
  actorId: string | null
  name: string
  subject: string
  facts: Record<string, unknown>
  digest: string
}

export async function insertEvents(db: Kysely<EventTables>, events: readonly NewEvent[]): Promise<void> {
  await sql`
    insert into event (id, at, actor_id, name, subject, facts, digest)
    select id, at, "actorId", name, subject, facts, digest
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as row(id uuid, at timestamptz, "actorId" text,
      name text, subject text, facts jsonb, digest text)`.execute(db)
}
