import { listPapers } from '#modules/producers/index.ts'
import { listCertificatesOf } from '#modules/recognition/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import type { BuyerPackTables } from './buyer-pack-tables.ts'
import { listOwnProducts } from './own-contents.ts'
import type { TypedPack } from './pack-form.ts'
import { getProducerToOffer } from './pack-rights.ts'
import { type OfferedPaper, offeredPaper, offeredProduct } from './read-packs.ts'
import { placeOfKind, usualPapers } from './usual-papers.ts'

/** What a producer may put into a pack: its products, its papers with a scan in their newest issue. @throws Refusal as `getProducerToOffer` */
export async function readPackChoice(ctx: Ctx<BuyerPackTables>, producerId: string) {
  const producer = await getProducerToOffer(ctx, producerId)
  const day = dayOf(ctx.now)
  const own = await listOwnProducts(ctx, producer.id)
  const certificates = await listCertificatesOf(
    ctx.db,
    own.map(({ id }) => id),
    day,
  )
  const papers = (await listPapers(ctx.db, producer.id))
    .filter(({ pages, replacedById }) => pages.length > 0 && replacedById === null)
    .map((paper) => offeredPaper(paper, day))
    .toSorted((a, b) => placeOfKind(a.paper.kind) - placeOfKind(b.paper.kind))
  return { producer, products: own.map((product) => offeredProduct(product, certificates, day)), papers }
}

type Choice = Awaited<ReturnType<typeof readPackChoice>>

/**
 * What the form of a new pack holds at first: the products whose star counts, or the one that it is begun with, and what
 * buyers usually ask for as far as it counts today. The producer unticks what should not go along.
 */
export function suggestedPack({ producer, products, papers }: Choice, begunWith?: string): TypedPack {
  const starred = products.filter(({ certificate, hasEnded }) => certificate !== null && !hasEnded)
  const chosen = products.filter(({ product }) => product.id === begunWith)
  const { representativeName, phone, email } = producer
  return {
    ...{ name: '', buyer: '', note: '' },
    contact: [representativeName, phone, email].filter(Boolean).join(', '),
    products: (chosen.length > 0 ? chosen : starred).map(({ product }) => product.id),
    papers: papers.filter(isUsual).map(({ paper }) => paper.id),
    terms: {},
  }
}

/** Of a paper that nobody has described nobody knows whether it counts. */
function isUsual({ paper, status, hasEnded }: OfferedPaper): boolean {
  return usualPapers.includes(paper.kind) && !hasEnded && status !== 'unknown'
}
