import { findUnits, type Unit } from '#modules/territory/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { fold, sortKey } from '#platform/db/fold.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { OwnerKind } from './owner-kinds.ts'
import { findProducersByName, insertProducers, lockNames } from './producer-batch-store.ts'
import { producerFaults, typedProducer } from './producer-form.ts'
import { mayRegister } from './producer-rights.ts'
import type { ProducerTables } from './producer-store.ts'
import { recordMany } from './record-many.ts'

/** A producer as a list names it: what it is, what it is called, where it is, as near as is known. */
export interface ListedOwner {
  kind: OwnerKind
  name: string
  unitId: string
}

/**
 * Finds the producers that a list names within a place, and registers those that are not there yet. One name and kind is
 * one producer, written with or without diacritics. Answers their ids in the order of the list.
 * @throws Refusal `forbidden` where the actor may register none; `invalid` with `faults` of the first faulty one
 */
export function registerProducers(
  ctx: Ctx<ProducerTables>,
  { owners, within }: { owners: readonly ListedOwner[]; within: string },
): Promise<string[]> {
  return inTransaction(ctx, async (ctx) => {
    const units = await unitsOf(ctx, owners)
    await lockNames(ctx.db, within)
    const named = new Map(owners.map((owner) => [keyOf(owner), owner]))
    const names = [...named.values()].map(({ kind, name }) => ({ kind, fold: fold(name) }))
    const found = await findProducersByName(ctx.db, within, names)
    const ids = new Map(found.map(({ kind, fold, id }) => [`${kind} ${fold}`, id]))
    const missing = [...named].filter(([key]) => !ids.has(key)).map(([, owner]) => owner)
    for (const { key, id } of await insert(ctx, missing, units)) ids.set(key, id)
    return owners.map((owner) => {
      const id = ids.get(keyOf(owner))
      if (!id) throw new Error(`producer ${owner.name} was neither found nor registered`)
      return id
    })
  })
}

function keyOf({ kind, name }: ListedOwner): string {
  return `${kind} ${fold(name)}`
}

async function unitsOf(ctx: Ctx<ProducerTables>, owners: readonly ListedOwner[]): Promise<Map<string, Unit>> {
  const units = await findUnits(
    ctx.db,
    owners.map(({ unitId }) => unitId),
  )
  for (const { unitId } of owners) {
    const unit = units.get(unitId)
    if (!unit || unit.validTo || unit.level === 'country')
      throw new Refusal('invalid', 'producers.faulty', { faults: { unitId: 'unit_unknown' } })
    if (!mayRegister(ctx.actor, unit.path)) throw new Refusal('forbidden', 'producers.may_not_register')
  }
  return units
}

async function insert(ctx: Ctx<ProducerTables>, owners: readonly ListedOwner[], units: Map<string, Unit>) {
  const today = dayOf(ctx.now)
  const rows = owners.map((owner) => {
    const faults = producerFaults(typedProducer({ ...owner }), today)
    if (Object.keys(faults).length > 0) throw new Refusal('invalid', 'producers.faulty', { faults })
    return {
      ...owner,
      id: newId(ctx.now.getTime()),
      fold: fold(owner.name),
      sortKey: sortKey(owner.name),
      unitPath: units.get(owner.unitId)?.path ?? '',
      source: 'import' as const,
      isDemo: false,
      createdBy: ctx.actor.id,
    }
  })
  if (rows.length > 0) await insertProducers(ctx.db, rows, ctx.now)
  await recordMany(
    ctx,
    'producer.registered',
    rows.map(({ id, kind, name, unitId, source, isDemo }) => ({
      subject: `producer:${id}`,
      facts: { kind, name, unitId, source, isDemo },
    })),
  )
  return rows.map((row) => ({ key: keyOf(row), id: row.id }))
}
