import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import { getProducerToChange } from './get-producer.ts'
import type { TypedProducer } from './producer-form.ts'
import { mayMove, maySeeSensitive } from './producer-rights.ts'
import { type ProducerTables, updateProducer } from './producer-store.ts'
import { columnsOf, readFacts } from './register-producer.ts'

export interface ProducerChange {
  producerId: string
  /** The version that the change started from. */
  version: number
  typed: TypedProducer
}

/**
 * Changes what is written down about a producer. One who may not see the representative's gender and ethnicity leaves
 * them as they are.
 * @throws Refusal `not_found` out of reach; `invalid` with `faults`; `conflict` `changed_meanwhile` when somebody else
 * was first, `registered_already` when another producer has the registration number
 */
export function changeProducer(ctx: Ctx<ProducerTables>, change: ProducerChange): Promise<void> {
  const { producerId, version, typed } = change
  return inTransaction(ctx, async (ctx) => {
    const producer = await getProducerToChange(ctx, producerId)

    const { facts, unit } = await readFacts(ctx, typed)
    if (!mayMove(ctx.actor, producer.unitPath, unit.path))
      throw new Refusal('invalid', 'producers.faulty', { faults: { unitId: 'unit_out_of_reach' } })
    const columns = columnsOf(facts, unit)
    if (!maySeeSensitive(ctx.actor, producer)) {
      columns.representativeEthnicity = producer.representativeEthnicity
      columns.representativeGender = producer.representativeGender
    }
    const next = { ...columns, updatedAt: ctx.now }
    const outcome = await updateProducer(ctx.db, producerId, version, next)
    if (outcome === 'stale') throw new Refusal('conflict', 'producers.changed_meanwhile')
    if (outcome === 'number_taken') throw new Refusal('conflict', 'producers.registered_already')

    const changed = Object.entries(columns)
      .filter(([name, value]) => !same(value, producer[name as keyof typeof columns]))
      .map(([name]) => name)
    await record(ctx, 'producer.changed', `producer:${producerId}`, { changed, version: version + 1 })
  })
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
