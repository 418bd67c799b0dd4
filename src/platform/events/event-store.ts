import type { Generated, Kysely } from 'kysely'

export interface EventRow {
  /** Order of writing; gaps are natural (a rolled-back transaction takes a number). */
  seq: Generated<number>
  id: string
  at: Date
  actorId: string | null
  name: string
  subject: string
  facts: string
  digest: string
}

export interface EventTables {
  event: EventRow
}

export interface RecordedEvent {
  seq: number
  id: string
  at: Date
  actorId: string | null
  name: string
  subject: string
  facts: Record<string, unknown>
  digest: string
}

export async function insertEvent(db: Kysely<EventTables>, event: Omit<EventRow, 'seq'>): Promise<void> {
  await db.insertInto('event').values(event).execute()
}

/** Everything that happened to a subject (`dossier:<id>`), first things first. */
export async function listEvents(db: Kysely<EventTables>, subject: string): Promise<RecordedEvent[]> {
  const rows = await db
    .selectFrom('event')
    .selectAll()
    .where('subject', '=', subject)
    .orderBy('seq')
    .execute()
  return rows as unknown as RecordedEvent[]
}

/** A page of all events after `seq`, in the order they were written: for sealing and checking. */
export async function listEventsAfter(
  db: Kysely<EventTables>,
  seq: number,
  limit: number,
): Promise<RecordedEvent[]> {
  const rows = await db
    .selectFrom('event')
    .selectAll()
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows as unknown as RecordedEvent[]
}
