import { type PeopleTables, takeProducer } from '#modules/people/index.ts'
import { findUnit, type Unit } from '#modules/territory/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { fold, sortKey } from '#platform/db/fold.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { type People, peopleOf } from './peoples.ts'
import { type ProducerFacts, producerFacts, producerFaults, type TypedProducer } from './producer-form.ts'
import { mayRegister, worksFor } from './producer-rights.ts'
import { insertProducer, type Producer, type ProducerTables } from './producer-store.ts'

export interface Registration {
  typed: TypedProducer
  source?: Producer['source']
  isDemo?: boolean
}

/**
 * Registers an owner of products in its commune: by its own people, by an officer at the counter, or from a list. Whoever
 * registers themselves acts for the producer from then on.
 * @throws Refusal `invalid` with `faults` by field; `conflict` when the registration number is another producer's, or the
 *   person got a producer in the meantime
 */
export function registerProducer(ctx: Ctx<ProducerTables>, registration: Registration): Promise<Producer> {
  const { typed, isDemo = false } = registration
  return inTransaction(ctx, async (ctx) => {
    const { facts, unit } = await readFacts(ctx, typed)
    if (!mayRegister(ctx.actor, unit.path)) throw new Refusal('forbidden', 'producers.may_not_register')

    const source = registration.source ?? (worksFor(ctx.actor, unit.path) ? 'counter' : 'self')
    const producer = {
      id: newId(ctx.now.getTime()),
      ...columnsOf(facts, unit),
      source,
      isDemo,
      createdAt: ctx.now,
      createdBy: ctx.actor.id,
      updatedAt: ctx.now,
    }
    if (!(await insertProducer(ctx.db, producer)))
      throw new Refusal('conflict', 'producers.registered_already')

    if (source === 'self') await takeProducer(asPeople(ctx), { producerId: producer.id, unitPath: unit.path })
    const { kind, name, unitId } = facts
    await record(ctx, 'producer.registered', `producer:${producer.id}`, {
      kind,
      name,
      unitId,
      source,
      isDemo,
    })
    return { ...producer, version: 1 }
  })
}

/** In the same transaction, on the tables of people. */
function asPeople(ctx: Ctx<ProducerTables>): Ctx<PeopleTables> {
  return ctx as unknown as Ctx<PeopleTables>
}

/** What was typed, as facts, with its unit. */
export async function readFacts(
  ctx: Ctx<ProducerTables>,
  typed: TypedProducer,
): Promise<{ facts: ProducerFacts; unit: Unit }> {
  const faults = producerFaults(typed, dayOf(ctx.now))
  const unit = typed.unitId ? await findUnit(ctx.db, typed.unitId) : undefined
  if (typed.unitId && (!unit || unit.validTo || unit.level === 'country')) faults.unitId = 'unit_unknown'
  if (!unit || Object.keys(faults).length > 0) throw new Refusal('invalid', 'producers.faulty', { faults })
  return { facts: producerFacts(typed), unit }
}

/** The facts as the table holds them. */
export function columnsOf({ representativePeople, ...facts }: ProducerFacts, unit: Unit) {
  const representativeEthnicity: People | null = representativePeople ? peopleOf(representativePeople) : null
  return {
    ...facts,
    representativeEthnicity,
    fold: fold(facts.name),
    sortKey: sortKey(facts.name),
    unitPath: unit.path,
  }
}
