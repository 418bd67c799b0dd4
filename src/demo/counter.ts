import { fileDossier } from '#modules/dossiers/testing.ts'
import { registerProducer, typedProducer } from '#modules/producers/index.ts'
import { addProduct, typedProduct } from '#modules/products/index.ts'
import type { DemoWorld } from './world.ts'

const day = 24 * 60 * 60 * 1000

/** A household without an account came to the counter yesterday: its dossier is typed in, its signature still missing. */
export async function fileAtDemoCounter(world: DemoWorld): Promise<void> {
  const officer = world.person('xa')
  const yesterday = new Date(world.now.getTime() - day)
  const ctx = world.as(officer, yesterday)
  const producer = await registerProducer(ctx, {
    isDemo: true,
    typed: typedProducer({
      kind: 'household',
      name: 'Hộ kinh doanh Giàng A Sếnh (minh họa)',
      unitId: '03868',
      address: 'Bản Bẹ, xã Tà Xùa, tỉnh Sơn La',
      phone: '0212 385 2027',
      representativeName: 'Giàng A Sếnh',
      representativePost: 'Chủ hộ',
      representativeGender: 'male',
      representativePeople: '08',
      foundedOn: '2021-09-01',
    }),
  })
  const typed = typedProduct({
    name: 'Rượu ngô men lá Tà Xùa',
    productSetNo: '14',
    specification: 'Chai 500 ml',
    story: 'Ngô trồng trên nương của hộ, ủ bằng men lá tự làm.',
  })
  const { id: productId } = await addProduct(ctx, { producerId: producer.id, typed, isDemo: true })
  await fileDossier(ctx, {
    productId,
    producer: officer,
    communeOfficer: officer,
    provinceOfficer: world.person('tinh'),
    atCounter: true,
    upTo: 'draft',
    registration: {
      representativeName: 'Giàng A Sếnh',
      representativePost: 'Chủ hộ',
      address: 'Bản Bẹ, xã Tà Xùa, tỉnh Sơn La',
      phone: '0212 385 2027',
    },
  })
}
