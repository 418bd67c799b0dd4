import { brokenSeals } from '#platform/events/seal-days.ts'
import { wrongEvents } from '#platform/events/wrong-events.ts'
import type { Invariant } from './invariant.ts'

export const eventInvariants: readonly Invariant[] = [
  {
    name: 'every event still has the digest of what it says',
    async find({ db }) {
      const wrong: string[] = []
      for await (const { id, name } of wrongEvents(db)) wrong.push(`event ${id} ${name}`)
      return wrong
    },
  },
  {
    name: 'every sealed day fits its seal and is chained to the day before',
    find: async ({ db }) => (await brokenSeals(db)).map((day) => `event_seal ${day}`),
  },
]
