import type { Kysely } from 'kysely'
import { digestOf } from './digest.ts'
import { type EventTables, listEventsAfter, type RecordedEvent } from './event-store.ts'

const eventsInOneGo = 2_000

/** Every event that no longer says what its digest says, first things first; read some at a time. */
export async function* wrongEvents(db: Kysely<EventTables>): AsyncGenerator<RecordedEvent> {
  for (let seq = 0; ; ) {
    const events = await listEventsAfter(db, seq, eventsInOneGo)
    for (const event of events) {
      const { digest, seq: _, at, ...said } = event
      if (digestOf({ ...said, at: at.toISOString() }) !== digest) yield event
    }
    const last = events.at(-1)
    if (!last) return
    seq = last.seq
  }
}
