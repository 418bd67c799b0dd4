import { addPack, sharePack, type TypedPack, usualPapers } from '#modules/buyer-packs/index.ts'
import { filledTerms } from '#modules/buyer-packs/testing.ts'
import { listPapers, paperStatus } from '#modules/producers/index.ts'
import { addDays, dayOf } from '#platform/dates.ts'
import type { DemoWorld } from './world.ts'

const day = 24 * 60 * 60 * 1000
const of = 'tea.shan'

/** Two packs of the tea cooperative: one whole and open to its buyer, one weakened by a star that was revoked; both invented. */
export async function fillBuyerPacks(world: DemoWorld): Promise<void> {
  const at = (daysAgo: number) => world.as(world.ownerOf(of), new Date(world.now.getTime() - daysAgo * day))
  const producerId = world.producerIdOf(of)
  const [shan, honey] = [world.productId(of), world.productId('tea.honey')]
  const spring = await addPack(at(12), {
    producerId,
    typed: await typedPack(world, {
      name: 'Chè Shan tuyết Tà Xùa (minh họa)',
      buyer: 'Chuỗi siêu thị Sông Đà (không có thật)',
      note: 'Giá đã gồm thuế giá trị gia tăng, giao tại kho người mua ở Hà Nội. Báo giá có hiệu lực 30 ngày.',
      products: [shan],
      terms: { [shan]: filledTerms({ packSize: 'Hộp giấy 100 g', minimumOrder: '100 hộp' }) },
    }),
    isDemo: true,
  })
  const endsOn = addDays(dayOf(world.now), 78)
  await sharePack(at(12), { packId: spring.id, typed: { endsOn, understood: 'on' } })
  await addPack(at(5), {
    producerId,
    typed: await typedPack(world, {
      name: 'Quà Tết từ Tà Xùa (minh họa)',
      buyer: 'Trạm dừng chân Mộc Châu (không có thật)',
      note: '',
      products: [shan, honey],
      terms: {
        [shan]: filledTerms({ packSize: 'Hộp thiếc 200 g', price: '390.000', minimumOrder: '30 hộp' }),
        [honey]: filledTerms({ packSize: 'Hũ 250 g', price: '', seasonFrom: '11', seasonTo: '2' }),
      },
    }),
    isDemo: true,
  })
}

/** With the newest of each kind of paper that buyers usually ask for, as far as it counts. */
async function typedPack(world: DemoWorld, typed: Omit<TypedPack, 'contact' | 'papers'>): Promise<TypedPack> {
  const papers = await listPapers(world.as(world.ownerOf(of)).db, world.producerIdOf(of))
  const today = dayOf(world.now)
  const counting = papers.filter(
    (paper) =>
      usualPapers.includes(paper.kind) &&
      paper.pages.length > 0 &&
      !['expired', 'unknown', 'replaced'].includes(paperStatus(paper, today)),
  )
  const newest = new Map(
    counting
      .toSorted((a, b) => ((a.issuedOn ?? '') < (b.issuedOn ?? '') ? -1 : 1))
      .map(({ kind, id }) => [kind, id]),
  )
  return { ...typed, contact: 'Mùa Thị Mai, 0212 385 2026', papers: [...newest.values()] }
}
