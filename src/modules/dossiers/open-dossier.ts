import type { Producer } from '#modules/producers/index.ts'
import type { Product } from '#modules/products/index.ts'
import { type Actor, type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf, yearOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { isId, newId } from '#platform/ids.ts'
import { takeNumber } from '#platform/numbers/number-series.ts'
import { Refusal } from '#platform/refusal.ts'
import { beginFrom, type PlanBehind, type Practised } from './begin-from.ts'
import { carryOver } from './carry-over.ts'
import { lawFor } from './criteria-of-dossier.ts'
import { type Dossier, type DossierKind, type DossierTables, insertDossier } from './dossier-store.ts'
import { fitting } from './fitting.ts'
import { dossierCode } from './numbers.ts'
import { askOpeningRules } from './opening-rules.ts'
import { findRegistered } from './registered.ts'
import { Registration } from './registration.ts'
import { Report } from './report.ts'
import { actsAtCounter, takesPart } from './workflow.ts'

export interface NewFiling {
  productId: string
  kind: DossierKind
  /** What an upgrade or a reassessment rests on: the certificate, and the dossier behind it if there is one. */
  basis?: { certificateId: string; dossierId: string | null }
  /** The business plan that it is opened from, with what the plan says for the forms. */
  plan?: PlanBehind
  /** A self-assessment that was practised, on the sheet that the dossier is judged by. */
  practised?: Practised
  /** An officer of the product's commune types it in for its household. */
  atCounter?: boolean
}

/**
 * A producer opens a dossier for one of its products, or an officer of its commune does at the counter. It is judged by
 * the regime and the criteria set of this day for ever; both forms begin with what the registers know, or with what the
 * last dossier or a business plan said. What came from elsewhere waits for the producer to look at it.
 * @throws Refusal `conflict` for an upgrade or a reassessment without the certificate that it rests on, or where an opening
 * rule of another module refuses
 */
export function openDossier(
  ctx: Ctx<DossierTables>,
  filing: NewFiling,
): Promise<{ id: string; code: string }> {
  const { productId, kind, basis, plan, practised, atCounter = false } = filing
  return inTransaction(ctx, async (ctx) => {
    const registered = await ownProduct(ctx, { productId, atCounter })
    await askOpeningRules(ctx, { productId, kind })
    if (kind !== 'first' && !basis) throw new Refusal('conflict', 'dossiers.needs_certificate', { kind })
    const { id, code, law } = await insertDraft(ctx, registered, {
      kind,
      followsId: basis?.dossierId ?? null,
      planId: plan?.id ?? null,
      atCounter,
    })
    const facts = { code, kind, productId, ...law, ...originOf(filing) }
    await record(ctx, 'dossier.opened', `dossier:${id}`, facts)
    if (basis?.dossierId) await carryOver(ctx, { fromId: basis.dossierId, toId: id })
    await beginFrom(ctx, { dossierId: id, plan, practised })
    return { id, code }
  })
}

/** Where the dossier came from, as its event says it. */
function originOf({ basis, plan, atCounter }: Pick<NewFiling, 'basis' | 'plan' | 'atCounter'>) {
  return {
    ...(basis ? { basis } : {}),
    ...(plan ? { planId: plan.id } : {}),
    ...(atCounter ? { atCounter } : {}),
  }
}

type Registered = NonNullable<Awaited<ReturnType<typeof findRegistered>>>

async function ownProduct(
  ctx: Ctx<DossierTables>,
  { productId, atCounter }: { productId: string; atCounter: boolean },
): Promise<Registered> {
  const registered = isId(productId) ? await findRegistered(ctx.db, productId) : undefined
  if (!registered || !mayOpen(ctx.actor, registered.product, atCounter))
    throw new Refusal('not_found', 'dossiers.product_unknown')
  return registered
}

function mayOpen(
  actor: Actor,
  product: { producerId: string; unitPath: string },
  atCounter: boolean,
): boolean {
  return atCounter ? actsAtCounter(actor, { ...product, atCounter }) : takesPart(actor, 'producer', product)
}

async function insertDraft(
  ctx: Ctx<DossierTables>,
  { product, producer }: Registered,
  filing: Pick<Dossier, 'kind' | 'followsId' | 'planId' | 'atCounter'>,
) {
  const { productSetNo } = product
  if (productSetNo === null) throw new Refusal('conflict', 'dossiers.product_unclassified')
  const day = dayOf(ctx.now)
  const law = await lawFor(ctx.db, { productSetNo, kind: filing.kind, day })
  const id = newId(ctx.now.getTime())
  const year = yearOf(day)
  const number = await takeNumber(ctx, { series: 'dossier', year, subject: `dossier:${id}` })
  const code = dossierCode(number, year)
  const isNew = await insertDossier(ctx.db, {
    id,
    code,
    productId: product.id,
    producerId: producer.id,
    ...filing,
    ...law,
    unitPath: product.unitPath,
    registration: firstRegistration(producer, product),
    report: firstReport(producer),
    createdBy: ctx.actor.id,
    createdAt: ctx.now,
    isDemo: product.isDemo,
  })
  if (!isNew) throw new Refusal('conflict', 'dossiers.product_has_open_dossier')
  return { id, code, law }
}

function firstRegistration(producer: Producer, product: Product): Partial<Registration> {
  const { representativeName, representativePost, address, phone, email } = producer
  const known = { representativeName, representativePost, address, phone, email }
  return fitting<Registration>(Registration.shape, { ...known, specification: product.specification })
}

function firstReport(producer: Producer): Partial<Report> {
  const { representativeGender, foundedOn, registrationNumber, story } = producer
  const representativeEthnicity = producer.representativeEthnicity?.name ?? null
  const known = { representativeGender, representativeEthnicity, foundedOn, registrationNumber }
  return fitting<Report>(Report.shape, { ...known, history: story })
}
