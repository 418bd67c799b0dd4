import { producerIdsOf } from '#modules/people/index.ts'
import { findProducer, listProducers, type Producer } from '#modules/producers/index.ts'
import { listProducts } from '#modules/products/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { listConsultants } from './consultant-store.ts'
import type { ConsultantTables } from './consultant-tables.ts'
import { activeConsultant } from './get-consultant.ts'
import type { Side } from './mandate-parts.ts'

type ReadCtx = Pick<Ctx<ConsultantTables>, 'db' | 'actor'>

/** What the form of a new mandate offers to choose from. */
export interface MandateForm {
  side: Side
  /** Chosen, or the only one there is. */
  producer: Named | undefined
  /** Producers to choose from: the actor's own, or those that the consultant's search found. */
  producers: Named[]
  search: string
  products: Named[]
  /** Registered consultants of the producer's province; none on the consultant's side. */
  consultants: Named[]
  /** The consultant who proposes. */
  own: Named | undefined
}

export interface Named {
  id: string
  name: string
}

/**
 * What the actor may propose a mandate over. A consultant finds producers of its province by name, and of a producer
 * no more than its products' names.
 * @throws Refusal `forbidden` for who is neither a producer nor a registered consultant
 */
export async function readMandateForm(
  ctx: ReadCtx,
  asked: { producerId: string; search: string },
): Promise<MandateForm> {
  const ids = producerIdsOf(ctx.actor)
  return ids.length > 0 ? producerForm(ctx, ids, asked.producerId) : consultantForm(ctx, asked)
}

/** On which side the actor would propose. */
export function sideToPropose({ actor }: Pick<ReadCtx, 'actor'>): Side {
  return producerIdsOf(actor).length > 0 ? 'producer' : 'consultant'
}

async function producerForm({ db }: ReadCtx, ids: string[], producerId: string): Promise<MandateForm> {
  const found = await Promise.all(ids.map((id) => findProducer(db, id)))
  const producers = found.filter((one): one is Producer => one !== undefined)
  const producer = producers.length === 1 ? producers[0] : producers.find(({ id }) => id === producerId)
  const path = producer?.unitPath.split('/').slice(0, 2).join('/')
  const consultants = path ? await listConsultants(db, { paths: [path], states: ['active'] }) : []
  const products = await productsOf(db, producer)
  return { side: 'producer', producer, producers, search: '', products, consultants, own: undefined }
}

async function consultantForm(
  ctx: ReadCtx,
  { producerId, search }: { producerId: string; search: string },
): Promise<MandateForm> {
  const own = await activeConsultant(ctx)
  const chosen = isId(producerId) ? await findProducer(ctx.db, producerId) : undefined
  const producer = chosen?.unitPath.startsWith(`${own.unitPath}/`) ? chosen : undefined
  if (producerId && !producer) throw new Refusal('not_found', 'producers.unknown')
  const reach = { paths: [own.unitPath], ids: [] }
  const producers = search && !producer ? await listProducers(ctx.db, { reach, search }, { limit: 20 }) : []
  const products = await productsOf(ctx.db, producer)
  return { side: 'consultant', producer, producers, search, products, consultants: [], own }
}

async function productsOf(db: ReadCtx['db'], producer: Producer | undefined): Promise<Named[]> {
  if (!producer) return []
  return listProducts(db, { reach: { paths: [], ids: [producer.id] } }, { limit: 500 })
}
