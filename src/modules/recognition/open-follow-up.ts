import { type DossierTables, findOpenDossier, openDossier } from '#modules/dossiers/index.ts'
import { producerIdsOf } from '#modules/people/index.ts'
import { lawRegimes, regimesOn } from '#modules/regulation/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { findCertificateOfProduct } from './certificate-list-store.ts'
import { type FollowUpKind, type Opening, openingsOf } from './openings.ts'
import type { CertifiedProduct } from './recognised-product-store.ts'
import type { RecognitionTables } from './recognition-tables.ts'

export interface FollowUps {
  certificate: CertifiedProduct
  openings: Record<FollowUpKind, Opening>
  /** A dossier of the product that is not finished: until then no other can be opened. */
  underWay: { id: string; code: string } | undefined
}

/** The newest certificate of an own product, and what may be filed after it today. @throws Refusal `not_found` */
export async function readFollowUps(
  { db, actor, now }: Pick<Ctx<RecognitionTables & DossierTables>, 'db' | 'actor' | 'now'>,
  productId: string,
): Promise<FollowUps> {
  const day = dayOf(now)
  const certificate = isId(productId) ? await findCertificateOfProduct(db, productId, day) : undefined
  if (!certificate || !producerIdsOf(actor).includes(certificate.producerId))
    throw new Refusal('not_found', 'recognition.certificate_unknown')
  const [regime] = regimesOn(lawRegimes(), day)
  if (!regime) throw new Error(`no regime on ${day}`)
  const underWay = await findOpenDossier(db, productId)
  return { certificate, openings: openingsOf(certificate, { regime, day }), underWay }
}

/**
 * A producer opens an upgrade or a reassessment of a recognised product. It begins with what the last dossier said.
 * @throws Refusal `conflict` when it cannot be opened today, with why and from when
 */
export function openFollowUp(
  ctx: Ctx<RecognitionTables & DossierTables>,
  { productId, kind }: { productId: string; kind: FollowUpKind },
): Promise<{ id: string; code: string }> {
  return inTransaction(ctx, async (ctx) => {
    const { certificate, openings } = await readFollowUps(ctx, productId)
    const opening = openings[kind]
    if (!opening.open) throw new Refusal('conflict', 'recognition.not_open_today', { kind, ...opening })
    const { certificateId, dossierId } = certificate
    return openDossier(ctx, { productId, kind, basis: { certificateId, dossierId } })
  })
}
