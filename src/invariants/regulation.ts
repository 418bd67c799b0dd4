import { sql } from 'kysely'
import { digestOf } from '#platform/events/digest.ts'
import type { Invariant } from './invariant.ts'

interface Published {
  id: string
  digest: string
  content: unknown
}

export const regulationInvariants: readonly Invariant[] = [
  {
    name: 'every published criteria set still has the digest that froze it',
    async find({ db }) {
      const { rows } = await sql<Published>`
        select id, digest, content from criteria_set where status = 'published'`.execute(db)
      return rows
        .filter(({ content, digest }) => digestOf(content) !== digest)
        .map(({ id }) => `criteria_set ${id}`)
    },
  },
]
