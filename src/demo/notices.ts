import { markRead, remind, tellOfEvent } from '#modules/notices/index.ts'
import { system } from '#platform/ctx.ts'
import { listEventsAfter } from '#platform/events/event-store.ts'
import { newId } from '#platform/ids.ts'
import { demoAccounts } from './accounts.ts'
import type { DemoWorld } from './world.ts'

const day = 24 * 60 * 60 * 1000
const page = 1_000

/**
 * Tells the people of the demonstration what has happened, on their screens only: letters about days gone by would
 * fill the outbox. What is older than ten days counts as read.
 */
export async function tellDemoPeople(world: DemoWorld): Promise<void> {
  const ctx = world.as(system)
  const post = { baseUrl: '', quiet: true }
  for (let seq = 0; ; ) {
    const events = await listEventsAfter(ctx.db, seq, page)
    for (const event of events) await tellOfEvent(ctx, event, post)
    const last = events.at(-1)
    if (!last) break
    seq = last.seq
  }
  const upTo = newId(world.now.getTime() - 10 * day)
  for (const { mailbox } of demoAccounts) {
    const { id } = world.person(mailbox)
    if (id) await markRead(ctx.db, { personId: id, upTo, now: world.now })
  }
  await remind(ctx, post)
}
