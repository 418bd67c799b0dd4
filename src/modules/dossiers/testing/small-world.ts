import type { Kysely } from 'kysely'
import type { Actor } from '#platform/ctx.ts'
import { fold } from '#platform/db/fold.ts'
import { newId } from '#platform/ids.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'

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

/** Puts the small world into the registers. Called again it adds another cooperative, with a tea of its own. */
export async function smallWorld(
  // biome-ignore lint/suspicious/noExplicitAny: it fills the registers of other modules
  db: Kysely<any>,
  { productSetNo = 11 }: { productSetNo?: number | null } = {},
): Promise<SmallWorld> {
  const commune = 'vn/14/03868'
  const [producerId, productId] = [newId(), newId()]
  const place = {
    unitId: '03868',
    unitPath: commune,
    isDemo: true,
    createdAt: new Date('2026-11-02T01:00:00Z'),
  }
  const producer = { name: 'Hợp tác xã chè Tà Xùa', kind: 'cooperative', source: 'entered', ...place }
  await db
    .insertInto('producer')
    .values({
      ...producer,
      id: producerId,
      fold: fold(producer.name),
      address: 'Bản Tà Xùa, xã Tà Xùa, tỉnh Sơn La',
      phone: '0912 345 678',
      representativeName: 'Sùng Thị Mai',
      representativePost: 'Giám đốc',
    })
    .execute()
  const name = 'Trà xanh Tà Xùa'
  await db
    .insertInto('product')
    .values({
      ...place,
      id: productId,
      producerId,
      slug: `tra-xanh-ta-xua-${productId.slice(-6)}`,
      name,
      fold: fold(name),
      productSetNo,
      specification: 'Hộp 100 g',
      pictureArt: 'tra-may.svg',
    })
    .execute()
  return {
    commune,
    producerId,
    productId,
    mai: actorWith('producer', commune, { id: 'mai', producerId }),
    lan: actorWith('commune_officer', commune, { id: 'lan' }),
    hoa: actorWith('province_officer', 'vn/14', { id: 'hoa' }),
  }
}
