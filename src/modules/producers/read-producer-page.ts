import { findUnit, type Unit } from '#modules/territory/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { getProducer } from './get-producer.ts'
import { missingPapers, type PaperNeed } from './owner-kinds.ts'
import { listPapers, type PaperWithPages } from './paper-store.ts'
import { mayChange, maySeeSensitive } from './producer-rights.ts'
import type { Producer, ProducerTables } from './producer-store.ts'

export interface ProducerPageFacts {
  producer: Producer
  unit: Unit | undefined
  /** Those that no newer issue has replaced. */
  papers: PaperWithPages[]
  missing: PaperNeed[]
  /** Whether the reader may see the representative's gender and ethnicity. */
  sensitive: boolean
  changeable: boolean
}

/**
 * What the page of a producer shows to this reader. What they may not see does not leave the database.
 * @throws Refusal `not_found` out of reach
 */
export async function readProducerPage(ctx: Ctx<ProducerTables>, id: string): Promise<ProducerPageFacts> {
  const found = await getProducer(ctx, id)
  const sensitive = maySeeSensitive(ctx.actor, found)
  const producer = sensitive ? found : { ...found, representativeGender: null, representativeEthnicity: null }
  const papers = (await listPapers(ctx.db, id)).filter(({ replacedById }) => replacedById === null)
  return {
    producer,
    unit: await findUnit(ctx.db, producer.unitId),
    papers,
    missing: missingPapers(producer.kind, papers, dayOf(ctx.now)),
    sensitive,
    changeable: mayChange(ctx.actor, producer),
  }
}
