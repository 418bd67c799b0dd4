import { registerProducer, typedProducer } from '#modules/producers/index.ts'
import { addProduct, typedProduct } from '#modules/products/index.ts'
import { publishAllSets } from '#modules/regulation/index.ts'
import { type Actor, type Ctx, system } from '#platform/ctx.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import type { DossierTables } from '../dossier-store.ts'

/** The commune Tà Xùa, its tea cooperative with one green tea, and the people around a dossier. */
export interface SmallWorld {
  commune: string
  producerId: string
  productId: string
  /** The cooperative's director. */
  mai: Actor
  /** The commune's officer. */
  lan: Actor
  /** The province's officer. */
  hoa: Actor
}

const commune = 'vn/14/03868'

/** Publishes the law and registers the small world. Called again it adds another cooperative, with a tea of its own. */
export async function smallWorld(
  ctx: Ctx<DossierTables>,
  { productSetNo = '11' }: { productSetNo?: string } = {},
): Promise<SmallWorld> {
  const bySystem = { ...ctx, actor: system }
  await publishAllSets(bySystem, { acceptedBy: 'system' })
  const { id: producerId } = await registerProducer(bySystem, { typed: teaCooperative, isDemo: true })
  const typed = typedProduct({ name: 'Trà xanh Tà Xùa', productSetNo, specification: 'Hộp 100 g' })
  const { id: productId } = await addProduct(bySystem, { producerId, typed, pictureArt: 'tra-may' })
  return {
    commune,
    producerId,
    productId,
    mai: actorWith('producer', commune, { id: 'mai', producerId }),
    lan: actorWith('commune_officer', commune, { id: 'lan' }),
    hoa: actorWith('province_officer', 'vn/14', { id: 'hoa' }),
  }
}

const teaCooperative = typedProducer({
  kind: 'cooperative',
  name: 'Hợp tác xã chè Tà Xùa',
  unitId: '03868',
  address: 'Bản Tà Xùa, xã Tà Xùa, tỉnh Sơn La',
  phone: '0912 345 678',
  representativeName: 'Sùng Thị Mai',
  representativePost: 'Giám đốc',
  representativeGender: 'female',
  foundedOn: '2018-05-04',
  story: 'Từ những cây chè cổ thụ của bản.',
})
