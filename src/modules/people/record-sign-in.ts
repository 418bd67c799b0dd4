import type { Ctx } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import type { Caller } from './caller.ts'
import type { PeopleTables } from './people-tables.ts'

/** Records that somebody signed in. The address stands in the log, which is kept for a time, not in the event, which stays. */
export async function recordSignIn(ctx: Ctx<PeopleTables>, personId: string, caller: Caller): Promise<void> {
  const actor = { id: personId, name: '', holdings: [] }
  await record({ ...ctx, actor }, 'person.signed_in', `person:${personId}`)
  ctx.log.info({ personId, address: caller.address }, 'signed in')
}
