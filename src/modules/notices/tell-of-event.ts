import type { Ctx } from '#platform/ctx.ts'
import { on } from '#platform/events/subscribe.ts'
import { type Cause, causes, causesOf } from './causes.ts'
import { findReceivers } from './find-receivers.ts'
import type { NoticeFacts, NoticeTables } from './notice-tables.ts'
import { type Post, putNotices } from './put-notices.ts'
import { readScene, type ToldEvent } from './read-scene.ts'

/** The job that tells people of an event: `{ event }`, as `record` queues it. */
export const tellJob = 'notices.tell'

/** Has every event that tells somebody queue the telling, in its own transaction. Called once, by the program. */
export function subscribeToEvents(): void {
  for (const { event } of causes) on(event, tellJob)
}

/**
 * Tells of an event whom the table of causes names. The work of the job `notices.tell`: it may run twice. Answers how
 * many people were told now.
 */
export async function tellOfEvent(ctx: Ctx<NoticeTables>, event: ToldEvent, post: Post): Promise<number> {
  const found = causesOf(event)
  const scene = found.length > 0 ? await readScene(ctx, event) : null
  if (!scene) return 0
  let told = 0
  for (const cause of found) {
    const href = scene.hrefs[cause.target]
    const personIds = await findReceivers(ctx, cause, { scene, event })
    if (!href || personIds.length === 0) continue
    const { kind, wording } = cause
    const facts = { ...scene.facts, ...namedFacts(cause, event) }
    const said = { kind, wording, facts, href, subject: event.subject, cause: `event/${event.id}` }
    told += await putNotices(ctx, { ...said, personIds, causedAt: event.at }, post)
  }
  return told
}

/** The event that a queued job brings: as JSON, so its moment is a text. */
export function toldEvent(data: Record<string, unknown>): ToldEvent {
  const event = data.event as Omit<ToldEvent, 'at'> & { at: string }
  return { ...event, at: new Date(event.at) }
}

function namedFacts({ facts = [] }: Cause, event: ToldEvent): NoticeFacts {
  const named = facts.map((name) => [name, event.facts[name]] as const)
  return Object.fromEntries(
    named.filter((entry): entry is [string, string | number] =>
      ['string', 'number'].includes(typeof entry[1]),
    ),
  )
}
