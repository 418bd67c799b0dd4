import { findProducer, type Producer } from '#modules/producers/index.ts'
import { findProduct, type Product } from '#modules/products/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf, yearOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { isId, newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { ideaColumns, ideaFaults, type TypedIdea } from './idea-form.ts'
import { isOpenIdea } from './idea-states.ts'
import { deleteIdea, findIdeaForUpdate, insertIdea, updateIdea } from './idea-store.ts'
import { plansSeenBy, writesIdeasAs } from './plan-rights.ts'
import type { PlanTables, ProductIdeaRow } from './plan-tables.ts'

/**
 * A producer writes down an idea for a product, or the commune's officer does for it (step 2 of the yearly cycle). It
 * may be half done until it is sent.
 * @throws Refusal `not_found` for a producer out of reach; `invalid` with `faults` by field
 */
export function addIdea(
  ctx: Ctx<PlanTables>,
  { typed, isDemo = false }: { typed: TypedIdea; isDemo?: boolean },
): Promise<{ id: string }> {
  return inTransaction(ctx, async (ctx) => {
    const { producer, side } = await producerToWriteFor(ctx, typed.producerId)
    const columns = await readIdea(ctx, typed, producer)
    const id = newId(ctx.now.getTime())
    await insertIdea(ctx.db, {
      ...{ id, producerId: producer.id, unitPath: producer.unitPath, writtenBy: side, state: 'draft' },
      ...columns,
      ...{ plannedYear: null, answer: null, decidedBy: null, decidedAt: null, sentAt: null },
      isDemo: isDemo || producer.isDemo,
      ...{ version: 1, createdAt: ctx.now, createdBy: ctx.actor.id, updatedAt: ctx.now },
    })
    const { name, productSetNo } = columns
    await record(ctx, 'product_idea.added', `product_idea:${id}`, {
      producerId: producer.id,
      name,
      productSetNo,
    })
    return { id }
  })
}

/**
 * Writes over an idea that is still open.
 * @param version the version that the form was filled in on
 * @throws Refusal as `addIdea`; `conflict` once it is with the commune, or when somebody else wrote meanwhile
 */
export function changeIdea(
  ctx: Ctx<PlanTables>,
  { ideaId, version, typed }: { ideaId: string; version: number; typed: TypedIdea },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const idea = await lockToWrite(ctx, ideaId)
    if (idea.version !== version) throw new Refusal('conflict', 'plans.changed_meanwhile')
    const { producer } = await producerToWriteFor(ctx, idea.producerId)
    const columns = await readIdea(ctx, typed, producer)
    await updateIdea(ctx.db, idea, { ...columns, updatedAt: ctx.now })
    await record(ctx, 'product_idea.changed', `product_idea:${ideaId}`, columns)
  })
}

/** Takes an idea out that was never sent. @throws Refusal `conflict` once the commune has seen it */
export function removeIdea(ctx: Ctx<PlanTables>, { ideaId }: { ideaId: string }): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const idea = await lockToWrite(ctx, ideaId)
    if (idea.state !== 'draft') throw new Refusal('conflict', 'plans.idea_seen')
    await deleteIdea(ctx.db, ideaId)
    await record(ctx, 'product_idea.removed', `product_idea:${ideaId}`, { name: idea.name })
  })
}

/**
 * The idea, locked, for one who may write in it.
 * @throws Refusal `not_found` out of reach, `forbidden` for a reader, `conflict` while it is with the commune or decided
 */
export async function lockToWrite(ctx: Ctx<PlanTables>, ideaId: string): Promise<ProductIdeaRow> {
  const idea = isId(ideaId) ? await findIdeaForUpdate(ctx.db, ideaId, plansSeenBy(ctx.actor)) : undefined
  if (!idea) throw new Refusal('not_found', 'plans.idea_unknown')
  if (!mayWriteIn(ctx.actor, idea)) throw new Refusal('forbidden', 'plans.idea_not_yours')
  if (!isOpenIdea(idea.state)) throw new Refusal('conflict', 'plans.idea_closed')
  return idea
}

/** Its producer's people, and the commune's officers where the idea was written at their desk. */
export function mayWriteIn(
  actor: Ctx<PlanTables>['actor'],
  idea: Pick<ProductIdeaRow, 'producerId' | 'unitPath' | 'writtenBy'>,
): boolean {
  const side = writesIdeasAs(actor, idea)
  return side === 'producer' || (side === 'commune' && idea.writtenBy === 'commune')
}

async function producerToWriteFor(ctx: Ctx<PlanTables>, producerId: string) {
  const producer = isId(producerId) ? await findProducer(ctx.db, producerId) : undefined
  const side = producer && writesIdeasAs(ctx.actor, { producerId: producer.id, unitPath: producer.unitPath })
  if (!producer || !side) throw new Refusal('not_found', 'plans.producer_unknown')
  return { producer, side }
}

/** What was typed, as the table holds it; a product that is registered lends its name and its set. */
async function readIdea(ctx: Ctx<PlanTables>, typed: TypedIdea, producer: Producer) {
  const faults = ideaFaults(typed, yearOf(dayOf(ctx.now)))
  const product = await ownProduct(ctx, typed.productId, producer)
  if (typed.productId !== '' && !product) faults.productId = 'product_unknown'
  if (Object.keys(faults).length > 0) throw new Refusal('invalid', 'plans.faulty', { faults })
  const columns = ideaColumns(typed)
  return {
    ...columns,
    name: typed.name || (product?.name ?? ''),
    productId: product?.id ?? null,
    productSetNo: columns.productSetNo ?? product?.productSetNo ?? null,
  }
}

async function ownProduct(
  ctx: Ctx<PlanTables>,
  productId: string,
  producer: Producer,
): Promise<Product | undefined> {
  return isId(productId) ? findProduct(ctx.db, productId, { paths: [], ids: [producer.id] }) : undefined
}
