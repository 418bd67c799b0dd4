import { type Dossier, findDossier } from '#modules/dossiers/index.ts'
import { findProducer } from '#modules/producers/index.ts'
import { findProduct } from '#modules/products/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { appraises, isOpen, readsAppraisals } from './appraisal-rights.ts'
import type { AppraisalTables } from './appraisal-tables.ts'

export type ReadCtx = Pick<Ctx<AppraisalTables>, 'db' | 'actor' | 'now'>

/** What stands at the head of every page about one appraised dossier. */
export interface DossierHead {
  id: string
  number: string
  productName: string
  producerName: string
  isDemo: boolean
}

/**
 * A dossier for those who appraise, oversee or audit the place that it comes from, once it was proposed to the province.
 * @throws Refusal `not_found` for anybody else
 */
export async function getAppraised(ctx: ReadCtx, dossierId: string): Promise<Dossier> {
  const dossier = isId(dossierId) ? await findDossier(ctx.db, dossierId) : undefined
  if (!dossier?.productCode || !readsAppraisals(ctx.actor, dossier.unitPath))
    throw new Refusal('not_found', 'appraisal.unknown')
  return dossier
}

/** @throws Refusal `forbidden` for who is not of the team, `conflict` once a result stands or before the province's check */
export function askToAppraise(ctx: Pick<ReadCtx, 'actor'>, dossier: Dossier): void {
  if (!appraises(ctx.actor, dossier)) throw new Refusal('forbidden', 'appraisal.not_of_the_team')
  if (!isOpen(dossier)) throw new Refusal('conflict', 'appraisal.not_open')
}

export async function headOf({ db }: Pick<ReadCtx, 'db'>, dossier: Dossier): Promise<DossierHead> {
  const product = await findProduct(db, dossier.productId)
  const producer = await findProducer(db, dossier.producerId)
  return {
    id: dossier.id,
    number: dossier.provinceReceipt ?? dossier.communeReceipt ?? dossier.code,
    productName: product?.name ?? dossier.code,
    producerName: producer?.name ?? '',
    isDemo: dossier.isDemo,
  }
}
