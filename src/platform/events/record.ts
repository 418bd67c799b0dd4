import type { Ctx } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { digestOf } from './digest.ts'
import { type EventTables, insertEvent } from './event-store.ts'
import { subscribersOf } from './subscribe.ts'

/**
 * Writes down what happened, in the transaction of the change itself, and queues what others do because of it.
 * @param name subject and past tense: `dossier.returned`
 * @param subject what it happened to: `dossier:<id>`
 * @param facts what somebody needs to know years later; plain JSON values only
 */
export async function record<Tables extends EventTables>(
  ctx: Ctx<Tables>,
  name: string,
  subject: string,
  facts: Record<string, unknown> = {},
): Promise<void> {
  const event = { id: newId(ctx.now.getTime()), at: ctx.now, actorId: ctx.actor.id, name, subject }
  const plain = JSON.parse(JSON.stringify(facts)) as Record<string, unknown>
  const digest = digestOf({ ...event, at: event.at.toISOString(), facts: plain })
  await insertEvent(ctx.db as never, { ...event, facts: JSON.stringify(plain), digest })
  for (const job of subscribersOf(name))
    await ctx.jobs.send(ctx.db, job, { event: { ...event, facts: plain } })
}
