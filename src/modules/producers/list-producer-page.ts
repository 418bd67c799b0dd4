import { findUnits, type Unit } from '#modules/territory/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { ProducerQuery } from './producer-query.ts'
import { producersSeenBy } from './producer-rights.ts'
import { findProducer, listProducers, type Producer, type ProducerTables } from './producer-store.ts'

export interface ListedProducer {
  producer: Producer
  unit: Unit | undefined
}

/** A page of the producers that the actor may read, after the one with the id, and whether more follow. */
export async function listProducerPage(
  ctx: Ctx<ProducerTables>,
  { search, kind, commune }: ProducerQuery,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<{ lines: ListedProducer[]; next: string | null }> {
  const reach = producersSeenBy(ctx.actor)
  const key = after ? await findProducer(ctx.db, after, reach) : undefined
  const filter = {
    reach,
    search: search || undefined,
    kind: kind || undefined,
    unitPath: commune || undefined,
  }
  const found = await listProducers(ctx.db, filter, { after: key, limit: limit + 1 })
  const shown = found.slice(0, limit)
  const units = await findUnits(
    ctx.db,
    shown.map(({ unitId }) => unitId),
  )
  const lines = shown.map((producer) => ({ producer, unit: units.get(producer.unitId) }))
  return { lines, next: found.length > limit ? (shown.at(-1)?.id ?? null) : null }
}

/** Every producer that the query finds, page by page: for files. */
export async function* allProducers(
  ctx: Ctx<ProducerTables>,
  query: ProducerQuery,
): AsyncGenerator<ListedProducer> {
  let after: string | undefined
  do {
    const { lines, next } = await listProducerPage(ctx, query, { after, limit: 500 })
    yield* lines
    after = next ?? undefined
  } while (after)
}
