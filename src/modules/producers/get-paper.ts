import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { getProducer, getProducerToChange } from './get-producer.ts'
import { findPaper, findPaperForUpdate } from './paper-store.ts'
import type { Paper, Producer, ProducerTables } from './producer-store.ts'

export interface PaperAt {
  producerId: string
  paperId: string
}

/** A paper of a producer, as far as the actor may read it. @throws Refusal `not_found` */
export async function getPaper(
  ctx: Ctx<ProducerTables>,
  at: PaperAt,
): Promise<{ producer: Producer; paper: Paper }> {
  const producer = await getProducer(ctx, at.producerId)
  return { producer, paper: ofProducer(await find(ctx, at.paperId, findPaper), producer) }
}

/** The paper, locked, for one who may change it. @throws Refusal `not_found`, `forbidden` as `getProducerToChange` */
export async function lockPaper(
  ctx: Ctx<ProducerTables>,
  at: PaperAt,
): Promise<{ producer: Producer; paper: Paper }> {
  const producer = await getProducerToChange(ctx, at.producerId)
  return { producer, paper: ofProducer(await find(ctx, at.paperId, findPaperForUpdate), producer) }
}

async function find(
  { db }: Ctx<ProducerTables>,
  id: string,
  by: typeof findPaper,
): Promise<Paper | undefined> {
  return isId(id) ? by(db, id) : undefined
}

function ofProducer(paper: Paper | undefined, { id }: Producer): Paper {
  if (!paper || paper.producerId !== id) throw new Refusal('not_found', 'producers.paper_unknown')
  return paper
}
