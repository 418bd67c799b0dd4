import type { Kysely } from 'kysely'
import type { Day } from '#platform/dates.ts'
import type { Paper, ProducerTables } from './producer-store.ts'

export interface EndingPaper extends Pick<Paper, 'id' | 'producerId' | 'kind' | 'number'> {
  producerName: string
  validTo: Day
}

/**
 * Papers that end in this span of days, by their day. One that the producer has replaced, by a paper of the same kind
 * that lasts longer or has no end, is left out.
 */
export async function listEndingPapers(
  db: Kysely<ProducerTables>,
  { from, to }: { from: Day; to: Day },
): Promise<EndingPaper[]> {
  const rows = await db
    .selectFrom('producerPaper as paper')
    .innerJoin('producer', 'producer.id', 'paper.producerId')
    .select([
      'paper.id',
      'paper.producerId',
      'paper.kind',
      'paper.number',
      'paper.validTo',
      'producer.name as producerName',
    ])
    .where('paper.validTo', '>=', from)
    .where('paper.validTo', '<=', to)
    .where('paper.replacedById', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('producerPaper as newer')
            .select('newer.id')
            .whereRef('newer.producerId', '=', 'paper.producerId')
            .whereRef('newer.kind', '=', 'paper.kind')
            .whereRef('newer.addedAt', '>', 'paper.addedAt')
            .where((eb) =>
              eb.or([eb('newer.validTo', 'is', null), eb('newer.validTo', '>', eb.ref('paper.validTo'))]),
            ),
        ),
      ),
    )
    .orderBy('paper.validTo')
    .orderBy('paper.id')
    .execute()
  return rows.flatMap(({ validTo, ...paper }) => (validTo ? [{ ...paper, validTo }] : []))
}
