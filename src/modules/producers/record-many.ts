import type { Ctx } from '#platform/ctx.ts'
import { digestOf } from '#platform/events/digest.ts'
import type { EventTables } from '#platform/events/event-store.ts'
import { subscribersOf } from '#platform/events/subscribe.ts'
import { newId } from '#platform/ids.ts'
import { insertEvents } from './event-batch-store.ts'

export interface ManyEvent {
  subject: string
  facts: Record<string, unknown>
}

/** As the platform's `record`, for hundreds of events of one name at once: lists that come in have thousands. */
export async function recordMany<Tables extends EventTables>(
  ctx: Ctx<Tables>,
  name: string,
  events: readonly ManyEvent[],
): Promise<void> {
  if (events.length === 0) return
  const at = ctx.now.toISOString()
  const rows = events.map(({ subject, facts }) => {
    const plain = JSON.parse(JSON.stringify(facts)) as Record<string, unknown>
    const event = { id: newId(ctx.now.getTime()), at, actorId: ctx.actor.id, name, subject, facts: plain }
    return { ...event, digest: digestOf(event) }
  })
  await insertEvents(ctx.db as never, rows)
  for (const job of subscribersOf(name))
    for (const { digest: _, ...event } of rows) await ctx.jobs.send(ctx.db, job, { event })
}
