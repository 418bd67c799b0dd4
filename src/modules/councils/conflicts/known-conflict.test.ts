import { describe, expect, test } from 'vitest'
import type { Adviser } from '#modules/consultants/index.ts'
import { hintsOf, type KnownProducer, knownConflict, type MemberFacts } from './known-conflict.ts'

const producer: KnownProducer = {
  id: 'p',
  name: 'Hợp tác xã cà phê Tà Xùa',
  unitPath: 'vn/14/03868',
  address: 'Số 12, bản Tà Xùa',
  phone: '0912 345 678',
  email: 'htx@taxua.vn',
  representativeName: 'Sùng Thị Mai',
  taxCode: '5500123456',
}
const own: KnownProducer = {
  ...producer,
  id: 'own',
  name: 'Hộ kinh doanh Mùa A Sáng',
  address: 'Bản Bẹ',
  phone: '0988 111 222',
  email: 'sang@taxua.vn',
  representativeName: 'Mùa A Sáng',
  taxCode: '5500999999',
}
const member: MemberFacts = {
  personId: 'dung',
  name: 'Cầm Văn Dũng',
  email: 'dung@sonla.gov.vn',
  organisation: 'Sở Công Thương',
  producers: [],
}
const adviser: Adviser = {
  mandateCode: 'TV-2026-000001',
  consultantId: 'c',
  consultantName: 'Trung tâm Tư vấn',
  consultantFold: 'trung tam tu van',
  kind: 'organisation',
  personIds: ['dung'],
}
const sourceOf = (change: Partial<MemberFacts>, of: Partial<KnownProducer> = {}, advisers: Adviser[] = []) =>
  knownConflict({ ...member, ...change }, { producer: { ...producer, ...of }, advisers })?.source
const hints = (change: Partial<MemberFacts>, of: Partial<KnownProducer> = {}) =>
  hintsOf({ ...member, ...change }, { producer: { ...producer, ...of } })

describe('a fact takes the member off the dossier', () => {
  test.each<[string, string | undefined, Partial<MemberFacts>, Partial<KnownProducer>?]>([
    ['nothing at all', undefined, {}],
    ['a role in the producer', 'holding', { producers: [producer] }],
    [
      'the producer as the seat’s organisation',
      'organisation',
      { organisation: 'Hợp tác xã CÀ PHÊ tà xùa ' },
    ],
    ['the e-mail of the producer', 'same_contact', { email: 'HTX@taxua.vn' }],
    ['no e-mail on either side', undefined, { email: null }, { email: null }],
    ['an empty e-mail on either side', undefined, { email: '' }, { email: '' }],
    ['an own producer elsewhere', undefined, { producers: [own] }],
    [
      'an own producer of the same tax code',
      'same_owner',
      { producers: [{ ...own, taxCode: '5500123456-001' }] },
    ],
    [
      'an own producer of the same representative and telephone',
      'same_owner',
      { producers: [{ ...own, representativeName: 'SÙNG THỊ MAI', phone: '0912.345.678' }] },
    ],
    [
      'an own producer whose representative has only the same name',
      undefined,
      { producers: [{ ...own, representativeName: 'Sùng Thị Mai' }] },
    ],
    [
      'an own producer at the same numbered address',
      'same_address',
      { producers: [{ ...own, address: 'số 12, Bản Tà Xùa' }] },
    ],
    [
      'the same words of an address in another commune',
      undefined,
      { producers: [{ ...own, address: producer.address, unitPath: 'vn/14/00001' }] },
    ],
    ['no address on either side', undefined, { producers: [{ ...own, address: null }] }, { address: null }],
  ])('%s: %s', (_, source, change, of = {}) => {
    expect(sourceOf(change, of)).toBe(source)
  })

  test('a mandate comes before everything else, with its code', () => {
    const found = knownConflict({ ...member, producers: [producer] }, { producer, advisers: [adviser] })
    expect(found).toMatchObject({ source: 'mandate', mandate: { mandateCode: 'TV-2026-000001' } })
  })

  test('the reason names both producers', () => {
    const tied = { ...own, taxCode: producer.taxCode }
    expect(knownConflict({ ...member, producers: [tied] }, { producer, advisers: [] })?.reason).toBe(
      'Hộ kinh doanh Mùa A Sáng của thành viên cùng người đại diện hoặc mã số thuế với Hợp tác xã cà phê Tà Xùa',
    )
  })
})

describe('a likeness is shown to the chair, who decides', () => {
  test('the name of the representative', () => {
    expect(hints({ name: 'Sùng Thị Mai' })).toEqual(['same_name'])
    expect(sourceOf({ name: 'Sùng Thị Mai' })).toBeUndefined()
    expect(hints({ name: '' }, { representativeName: '' })).toEqual([])
  })

  test('an own producer in the same village, without a house number', () => {
    const village = { address: 'Bản Tà Xùa' }
    expect(hints({ producers: [{ ...own, ...village }] }, village)).toEqual(['same_village'])
    expect(sourceOf({ producers: [{ ...own, ...village }] }, village)).toBeUndefined()
  })
})
