import { listPapers, type PaperStatus, type PaperWithPages, paperStatus } from '#modules/producers/index.ts'
import { type CertifiedProduct, listCertificatesOf } from '#modules/recognition/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type Day, dayOf } from '#platform/dates.ts'
import type { BuyerPackTables, OfferTerms } from './buyer-pack-tables.ts'
import { listOwnProducts } from './own-contents.ts'
import { hasEnded, lastDayOf, type PackPart, type PackStanding, packStanding } from './pack-standing.ts'
import { type BuyerPack, listContents } from './pack-store.ts'
import { placeOfKind } from './usual-papers.ts'

type OwnProduct = Awaited<ReturnType<typeof listOwnProducts>>[number]

/** A product as it is offered today: its newest certificate counts, has ended, or there never was one. */
export interface OfferedProduct {
  product: OwnProduct
  terms: OfferTerms
  certificate: CertifiedProduct | null
  hasEnded: boolean
}

export interface OfferedPaper {
  paper: PaperWithPages
  status: PaperStatus
  hasEnded: boolean
}

/** What of a pack may end. */
export type OfferedPart = PackPart &
  ({ is: 'certificate'; certificate: CertifiedProduct } | { is: 'paper'; paper: PaperWithPages })

/** A pack as it is today. */
export interface PackToday {
  pack: BuyerPack
  products: OfferedProduct[]
  papers: OfferedPaper[]
  standing: PackStanding<OfferedPart>
}

/**
 * Packs as they are today: nothing of it is kept, so that no page, cover or zip can pass off as valid what has ended.
 * Who may read them is the caller's to judge.
 */
export async function readPacks(
  ctx: Pick<Ctx<BuyerPackTables>, 'db' | 'now'>,
  packs: readonly BuyerPack[],
): Promise<PackToday[]> {
  const day = dayOf(ctx.now)
  const contents = await listContents(
    ctx.db,
    packs.map(({ id }) => id),
  )
  const producerIds = [...new Set(packs.map(({ producerId }) => producerId))]
  const own = (await Promise.all(producerIds.map((id) => listOwnProducts(ctx, id)))).flat()
  const papers = (await Promise.all(producerIds.map((id) => listPapers(ctx.db, id)))).flat()
  const productIds = [...new Set(contents.products.map(({ productId }) => productId))]
  const certificates = await listCertificatesOf(ctx.db, productIds, day)
  return packs.map((pack) => {
    const terms = new Map(
      contents.products.filter(isOf(pack)).map((row) => [row.productId, row satisfies OfferTerms]),
    )
    const held = new Set(contents.papers.filter(isOf(pack)).map(({ paperId }) => paperId))
    const offered = own.flatMap((product) => {
      const of = terms.get(product.id)
      return of ? [{ ...offeredProduct(product, certificates, day), terms: of }] : []
    })
    const shown = papers.filter(({ id }) => held.has(id)).map((paper) => offeredPaper(paper, day))
    shown.sort((a, b) => placeOfKind(a.paper.kind) - placeOfKind(b.paper.kind))
    return { pack, products: offered, papers: shown, standing: packStanding(partsOf(offered, shown), day) }
  })
}

/** One pack as it is today. */
export async function readPack(
  ctx: Pick<Ctx<BuyerPackTables>, 'db' | 'now'>,
  pack: BuyerPack,
): Promise<PackToday> {
  const [read] = await readPacks(ctx, [pack])
  if (!read) throw new Error(`pack ${pack.id} was not read`)
  return read
}

const isOf =
  ({ id }: BuyerPack) =>
  ({ packId }: { packId: string }) =>
    packId === id

/** A product with its newest certificate among these. */
export function offeredProduct(
  product: OwnProduct,
  certificates: readonly CertifiedProduct[],
  day: Day,
): Omit<OfferedProduct, 'terms'> {
  const certificate = certificates.find(({ productId }) => productId === product.id) ?? null
  const ended = certificate !== null && hasEnded({ lastDay: lastDayOf(certificate) }, day)
  return { product, certificate, hasEnded: ended }
}

export function offeredPaper(paper: PaperWithPages, day: Day): OfferedPaper {
  return { paper, status: paperStatus(paper, day), hasEnded: hasEnded({ lastDay: paper.validTo }, day) }
}

function partsOf(products: readonly OfferedProduct[], papers: readonly OfferedPaper[]): OfferedPart[] {
  return [
    ...products.flatMap(({ certificate }) =>
      certificate ? [{ is: 'certificate' as const, certificate, lastDay: lastDayOf(certificate) }] : [],
    ),
    ...papers.map(({ paper }) => ({ is: 'paper' as const, paper, lastDay: paper.validTo })),
  ]
}
