import { producerIdsOf } from '#modules/people/index.ts'
import { findProducer } from '#modules/producers/index.ts'
import { listProducts } from '#modules/products/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf, yearOf } from '#platform/dates.ts'
import { digestOf } from '#platform/events/digest.ts'
import { record } from '#platform/events/record.ts'
import { isId, newId } from '#platform/ids.ts'
import { takeNumber } from '#platform/numbers/number-series.ts'
import { Refusal } from '#platform/refusal.ts'
import { type Consultant, findConsultant, listDecisions } from './consultant-store.ts'
import type { ConsultantTables } from './consultant-tables.ts'
import { activeConsultant } from './get-consultant.ts'
import type { MandateContent } from './mandate-content.ts'
import { feeOf, mandateFaults, type TypedMandate } from './mandate-form.ts'
import type { MandatePart, Payer, Side } from './mandate-parts.ts'
import { insertMandate } from './mandate-store.ts'
import { signs } from './signature.ts'

/**
 * A producer proposes a mandate to a registered consultant, or a consultant to a producer, and signs it first. From now
 * on its text stays: the other side signs it as it is, or refuses it.
 * @throws Refusal `forbidden` for who is neither side; `invalid` with `faults`; `not_found` for a consultant who is not
 *   registered or a producer that is not there
 */
export function proposeMandate(
  ctx: Ctx<ConsultantTables>,
  { side, typed, isDemo = false }: { side: Side; typed: TypedMandate; isDemo?: boolean },
): Promise<{ id: string; code: string }> {
  return inTransaction(ctx, async (ctx) => {
    const { consultant, producerId } = await partiesOf(ctx, side, typed)
    const today = dayOf(ctx.now)
    const faults = mandateFaults(typed, today)
    if (!signs(typed.signature, ctx.actor.name)) faults.signature = 'not_your_name'
    if (Object.keys(faults).length > 0) throw new Refusal('invalid', 'consultants.faulty', { faults })

    const id = newId(ctx.now.getTime())
    const year = yearOf(today)
    const number = await takeNumber(ctx, { series: 'mandate', year, subject: `mandate:${id}` })
    const code = `TV-${year}-${String(number).padStart(6, '0')}`
    const content = await contentOf(ctx, { code, consultant, producerId, typed })
    const digest = digestOf(content)
    await insertMandate(ctx.db, {
      ...columnsOf(content, typed, side),
      ...signatureOf(ctx, side),
      id,
      content,
      digest,
      isDemo,
      createdAt: ctx.now,
    })
    const facts = { code, consultantId: consultant.id, producerId, side, digest }
    await record(ctx, 'mandate.proposed', `mandate:${id}`, facts)
    return { id, code }
  })
}

/** @throws Refusal where the actor is not on that side, or the other is not there */
async function partiesOf(
  ctx: Ctx<ConsultantTables>,
  side: Side,
  typed: TypedMandate,
): Promise<{ consultant: Consultant; producerId: string }> {
  const producer = isId(typed.producerId) ? await findProducer(ctx.db, typed.producerId) : undefined
  if (side === 'consultant') {
    const consultant = await activeConsultant(ctx)
    if (!producer?.unitPath.startsWith(`${consultant.unitPath}/`))
      throw new Refusal('invalid', 'consultants.faulty', { faults: { producerId: 'choose' } })
    return { consultant, producerId: producer.id }
  }
  const own = producerIdsOf(ctx.actor)
  if (own.length === 0) throw new Refusal('forbidden', 'consultants.for_producers')
  if (!producer || !own.includes(producer.id))
    throw new Refusal('invalid', 'consultants.faulty', { faults: { producerId: 'choose' } })
  const { consultantId } = typed
  const consultant = isId(consultantId) ? await findConsultant(ctx.db, consultantId, 'share') : undefined
  if (consultant?.state !== 'active')
    throw new Refusal('invalid', 'consultants.faulty', { faults: { consultantId: 'choose' } })
  return { consultant, producerId: producer.id }
}

async function contentOf(
  ctx: Ctx<ConsultantTables>,
  of: { code: string; consultant: Consultant; producerId: string; typed: TypedMandate },
): Promise<MandateContent> {
  const { code, consultant, producerId, typed } = of
  const producer = await findProducer(ctx.db, producerId)
  const all = await listProducts(ctx.db, { reach: { paths: [], ids: [producerId] } }, { limit: 500 })
  const chosen = typed.reach === 'whole' ? [] : all.filter(({ id }) => typed.productIds.includes(id))
  if (typed.reach !== 'whole' && chosen.length < new Set(typed.productIds).size)
    throw new Refusal('invalid', 'consultants.faulty', { faults: { productIds: 'choose_product' } })
  const decisions = await listDecisions(ctx.db, [consultant.id])
  const fee = feeOf(typed.fee) ?? 0
  return {
    code,
    consultant: {
      id: consultant.id,
      name: consultant.name,
      address: consultant.address ?? '',
      decision: decisions.find(({ outcome }) => outcome === 'register')?.number ?? '',
    },
    producer: {
      id: producerId,
      name: producer?.name ?? '',
      address: producer?.address ?? '',
      representative: producer?.representativeName ?? '',
    },
    products: chosen.map(({ id, name }) => ({ id, name })),
    parts: [...new Set(typed.parts)] as MandatePart[],
    work: typed.work,
    fee,
    payer: fee === 0 ? null : (typed.payer as Payer),
    payerNote: fee === 0 ? '' : typed.payerNote,
    fromOn: typed.fromOn,
    toOn: typed.toOn,
  }
}

function columnsOf(content: MandateContent, typed: TypedMandate, side: Side) {
  const { code, consultant, producer, parts, work, fee, payer, payerNote, fromOn, toOn } = content
  return {
    code,
    consultantId: consultant.id,
    producerId: producer.id,
    wholeProducer: typed.reach === 'whole',
    parts,
    work,
    fee,
    payer,
    payerNote: payerNote || null,
    fromOn,
    toOn,
    state: 'proposed' as const,
    proposedBy: side,
    endedOn: null,
    endedBy: null,
    endReason: null,
  }
}

const unsigned = {
  producerSignerId: null,
  producerSigner: null,
  producerSignedAt: null,
  consultantSignerId: null,
  consultantSigner: null,
  consultantSignedAt: null,
}

function signatureOf(ctx: Ctx<ConsultantTables>, side: Side) {
  return { ...unsigned, ...signatureColumns(ctx, side) }
}

/** Who signs on that side, and when. */
export function signatureColumns({ actor, now }: Pick<Ctx<ConsultantTables>, 'actor' | 'now'>, side: Side) {
  return side === 'producer'
    ? { producerSignerId: actor.id, producerSigner: actor.name, producerSignedAt: now }
    : { consultantSignerId: actor.id, consultantSigner: actor.name, consultantSignedAt: now }
}
