import { digestOf } from '#platform/events/digest.ts'
import { listEventsAfter } from '#platform/events/event-store.ts'
import { brokenSeals } from '#platform/events/seal-days.ts'
import type { Invariant } from './invariant.ts'

const PAGE = 2_000

export const eventInvariants: readonly Invariant[] = [
  {
    name: 'every event still has the digest of what it says',
    async find({ db }) {
      const wrong: string[] = []
      let seq = 0
      for (;;) {
        const events = await listEventsAfter(db, seq, PAGE)
        for (const { digest, seq: _, at, ...event } of events) {
          if (digestOf({ ...event, at: at.toISOString() }) !== digest)
            wrong.push(`event ${event.id} ${event.name}`)
        }
        const last = events.at(-1)
        if (!last) return wrong
        seq = last.seq
      }
    },
  },
  {
    name: 'every sealed day fits its seal and is chained to the day before',
    find: async ({ db }) => (await brokenSeals(db)).map((day) => `event_seal ${day}`),
  },
]
