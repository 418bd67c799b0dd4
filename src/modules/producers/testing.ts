import type { Ctx } from '#platform/ctx.ts'
import { type TypedProducer, typedProducer } from './producer-form.ts'
import type { Producer, ProducerTables } from './producer-store.ts'
import { registerProducer } from './register-producer.ts'

/** What the tea cooperative of commune Tà Xùa writes into its form. */
export function typedTeaCooperative(change: Partial<TypedProducer> = {}): TypedProducer {
  return typedProducer({
    kind: 'cooperative',
    name: 'Hợp tác xã Chè Mây Tà Xùa',
    unitId: '03868',
    address: 'Bản Tà Xùa, xã Tà Xùa, tỉnh Sơn La',
    phone: '0912 345 678',
    email: 'chemay@example.vn',
    representativeName: 'Mùa Thị Mai',
    representativePost: 'Giám đốc',
    representativeGender: 'female',
    representativePeople: '08',
    foundedOn: '2017-03-15',
    registrationNumber: '241407000012',
    registrationIssuedOn: '2017-03-15',
    taxCode: '5500123456',
    ...change,
  })
}

/** The tea cooperative, registered. */
export function registerTeaCooperative(
  ctx: Ctx<ProducerTables>,
  change: Partial<TypedProducer> = {},
): Promise<Producer> {
  return registerProducer(ctx, { typed: typedTeaCooperative(change), isDemo: true })
}
