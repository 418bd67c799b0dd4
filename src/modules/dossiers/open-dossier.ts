import type { z } from 'zod'
import type { Producer } from '#modules/producers/index.ts'
import type { Product } from '#modules/products/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf, yearOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { isId, newId } from '#platform/ids.ts'
import { takeNumber } from '#platform/numbers/number-series.ts'
import { Refusal } from '#platform/refusal.ts'
import { lawFor } from './criteria-of-dossier.ts'
import { type DossierKind, type DossierTables, insertDossier } from './dossier-store.ts'
import { dossierCode } from './numbers.ts'
import { findRegistered } from './registered.ts'
import { Registration } from './registration.ts'
import { Report } from './report.ts'
import { takesPart } from './workflow.ts'

/**
 * A producer opens a dossier for one of its products. The dossier is judged by the regime and the criteria set of this
 * day for ever; both forms begin with what the registers know.
 */
export function openDossier(
  ctx: Ctx<DossierTables>,
  { productId, kind }: { productId: string; kind: DossierKind },
): Promise<{ id: string; code: string }> {
  return inTransaction(ctx, async (ctx) => {
    const registered = isId(productId) ? await findRegistered(ctx.db, productId) : undefined
    if (!registered || !takesPart(ctx.actor, 'producer', registered.product))
      throw new Refusal('not_found', 'dossiers.product_unknown')
    const { product, producer } = registered
    if (product.productSetNo === null) throw new Refusal('conflict', 'dossiers.product_unclassified')

    const day = dayOf(ctx.now)
    const law = await lawFor(ctx.db, { productSetNo: product.productSetNo, kind, day })
    const id = newId(ctx.now.getTime())
    const year = yearOf(day)
    const number = await takeNumber(ctx, { series: 'dossier', year, subject: `dossier:${id}` })
    const code = dossierCode(number, year)
    const isNew = await insertDossier(ctx.db, {
      id,
      code,
      productId,
      producerId: producer.id,
      kind,
      ...law,
      unitPath: product.unitPath,
      registration: firstRegistration(producer, product),
      report: firstReport(producer),
      createdBy: ctx.actor.id,
      createdAt: ctx.now,
      isDemo: product.isDemo,
    })
    if (!isNew) throw new Refusal('conflict', 'dossiers.product_has_open_dossier')
    await record(ctx, 'dossier.opened', `dossier:${id}`, { code, kind, productId, ...law })
    return { id, code }
  })
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

/** What the register knows, as far as the form takes it: an odd telephone number must not keep a form from opening. */
function fitting<Form>(
  fields: Record<keyof Form, z.ZodType>,
  known: Partial<Record<keyof Form, unknown>>,
): Partial<Form> {
  const fits = (field: string, value: unknown) =>
    value !== null && fields[field as keyof Form].safeParse(value).success
  return Object.fromEntries(
    Object.entries(known).filter(([field, value]) => fits(field, value)),
  ) as Partial<Form>
}
