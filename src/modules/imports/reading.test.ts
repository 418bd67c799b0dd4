import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#platform/db/connect.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { fields, guessMapping, missingFields, typedRow } from './columns.ts'
import { mappingFaults } from './map-columns.ts'
import { type RowWorld, readRow } from './read-row.ts'
import { dayIn, levelIn, starsIn, yearIn } from './read-words.ts'
import { rowWorld } from './row-world.ts'
import { goodRow } from './testing.ts'
import en from './text/en.json' with { type: 'json' }
import vi from './text/vi.json' with { type: 'json' }

describe('the heads of columns', () => {
  test.each([
    ['product,producer,producer_type,stars,year,level', 'product,producer,producerType,stars,year,level'],
    [
      'STT;Tên sản phẩm;Tên chủ thể;Loại hình;Xếp hạng;Năm;Cấp;Xã',
      ',product,producer,producerType,stars,year,level,commune',
    ],
    [
      'Chủ thể sản xuất;Sản phẩm;Hạng sao;Năm công nhận;Số QĐ;Ngày QĐ',
      'producer,product,stars,year,decisionNumber,decidedOn',
    ],
    ['Nhóm sản phẩm;Tên sản phẩm;Đơn vị;Sao', ',product,producer,stars'],
    ['Name;Owner;Stars', ',producer,stars'],
    [fields.map((field) => vi.field[field]).join(';'), fields.join(',')],
    [fields.map((field) => en.field[field]).join(';'), fields.join(',')],
  ])('%s', (heads, meant) => {
    const { columns } = guessMapping(heads.split(/[,;](?! )/))
    const guessed = meant.split(',').map((_, place) => fields.find((field) => columns[field] === place) ?? '')
    expect(guessed.join(',')).toBe(meant)
  })

  test('are never used twice, whatever they are', () => {
    const head = fc.oneof(
      fc.string(),
      fc.constantFrom('Sản phẩm', 'Ngày quyết định', 'Chủ thể', 'Năm', 'Hạng'),
    )
    fc.assert(
      fc.property(fc.array(head, { maxLength: 12 }), (heads) => {
        const places = Object.values(guessMapping(heads).columns)
        expect(new Set(places).size).toBe(places.length)
      }),
    )
  })

  test('that are missing may be one value for all, where that makes sense', () => {
    const { columns } = guessMapping(['Sản phẩm', 'Chủ thể', 'Sao'])
    expect(missingFields({ columns, fixed: {} })).toEqual(['year', 'level'])
    const mapping = { columns, fixed: { year: '2019', level: 'province' } }
    expect(mappingFaults(mapping, 3)).toEqual({})
    expect(typedRow(['Chè', 'HTX A', '4'], mapping)).toMatchObject({
      product: 'Chè',
      year: '2019',
      commune: '',
    })
    expect(typedRow(['Chè'], mapping, { stars: '5' })).toMatchObject({ stars: '5', producer: '' })
  })

  test('that are chosen wrongly are told by field', () => {
    const columns = { product: 0, producer: 0, stars: 7 }
    expect(mappingFaults({ columns, fixed: { year: '2019' } }, 3)).toEqual({
      level: 'column_missing',
      producer: 'column_twice',
      stars: 'column_unknown',
    })
  })
})

describe('words', () => {
  test.each([
    ['4', 4],
    ['4 sao', 4],
    ['OCOP 3 sao', 3],
    ['4*', 4],
    ['****', 4],
    ['★★★', 3],
    ['Bốn sao', 4],
    ['5 stars', 5],
    ['hạng 3-4 sao', null],
    ['3,5', null],
    ['14', null],
    ['đạt', null],
    ['', null],
  ])('%j is %s stars', (text, stars) => {
    expect(starsIn(text)).toBe(stars)
  })

  test.each([
    ['2019', 2019],
    ['Năm 2019', 2019],
    ['28/02/2023', 2023],
    ['2023-02-28', 2023],
    ['19', null],
    ['2019-2020', null],
  ])('%j is the year %s', (text, year) => {
    expect(yearIn(text)).toBe(year)
  })

  test.each([
    ['Tỉnh', 'province'],
    ['cấp tỉnh', 'province'],
    ['province', 'province'],
    ['UBND huyện Mộc Châu', 'district'],
    ['District', 'district'],
    ['Trung ương', 'centre'],
    ['Cấp quốc gia', 'centre'],
    ['thành phố', null],
    ['xã', null],
  ])('%j is the level %s', (text, level) => {
    expect(levelIn(text)).toBe(level)
  })

  test.each([
    ['31/12/2020', '2020-12-31'],
    ['1-2-2021', '2021-02-01'],
    ['2020-12-31 00:00', '2020-12-31'],
    ['ngày 31 tháng 12 năm 2020', '2020-12-31'],
    ['30/02/2020', null],
    ['12/2020', null],
  ])('%j is the day %s', (text, day) => {
    expect(dayIn(text)).toBe(day)
  })
})

describe('a row', () => {
  let database: Database
  let world: RowWorld
  beforeAll(async () => {
    database = await openTestDb()
    world = await rowWorld(database.db, { unitId: '14', unitPath: 'vn/14' }, '2026-11-24')
  })
  afterAll(() => database.close())

  test('without faults says what it says', () => {
    expect(readRow(goodRow(), world)).toEqual({
      faults: {},
      facts: {
        product: 'Chè Shan tuyết',
        producer: 'HTX Chè Mây',
        kind: 'cooperative',
        stars: 4,
        year: 2023,
        level: 'province',
        unitId: '03868',
        thenUnitId: '03868',
        note: 'Theo danh sách: quyết định số 12/QĐ-UBND, ngày 28/02/2023',
      },
      key: 'che shan tuyet|htx che may|cooperative|2023',
    })
  })

  test('needs no more than it must', () => {
    const bare = goodRow({ producerType: '', commune: '', decisionNumber: '', decidedOn: '' })
    expect(readRow(bare, world).facts).toMatchObject({ kind: 'cooperative', unitId: '14', note: '' })
  })

  test.each([
    [{ product: '' }, { product: 'missing' }],
    [{ product: 'A' }, { product: 'too_short' }],
    [{ product: 'a'.repeat(201) }, { product: 'too_long' }],
    [
      { producer: '', producerType: '' },
      { producer: 'missing', producerType: 'kind_missing' },
    ],
    [{ producer: 'Lò Văn A', producerType: '' }, { producerType: 'kind_missing' }],
    [{ producerType: 'khác' }, { producerType: 'kind_unknown' }],
    [{ stars: '' }, { stars: 'missing' }],
    [{ stars: 'đạt' }, { stars: 'stars_unreadable' }],
    [{ stars: '2' }, { stars: 'stars_too_few' }],
    [{ stars: '6' }, { stars: 'stars_too_many' }],
    [{ year: '' }, { year: 'missing' }],
    [{ year: 'x' }, { year: 'year_unreadable' }],
    [{ year: '2017' }, { year: 'year_too_early' }],
    [{ year: '2027' }, { year: 'year_in_future' }],
    [{ level: '' }, { level: 'missing' }],
    [{ level: 'xã' }, { level: 'level_unreadable' }],
    [{ stars: '5' }, { level: 'five_are_the_centres' }],
    [{ level: 'trung ương' }, { level: 'five_are_the_centres' }],
    [{ level: 'huyện' }, { level: 'districts_gave_three' }],
    [{ commune: 'Mộc Lan' }, { commune: 'commune_unknown' }],
    [{ decidedOn: '32/12/2020' }, { decidedOn: 'not_a_day' }],
    [{ decisionNumber: '1'.repeat(101) }, { decisionNumber: 'too_long' }],
    [
      { stars: '2', year: '', commune: 'x' },
      { stars: 'stars_too_few', year: 'missing', commune: 'commune_unknown' },
    ],
  ])('that says %o has the faults %o', (change, faults) => {
    expect(readRow(goodRow(change), world)).toEqual({ faults, facts: null, key: null })
  })

  test.each([
    ['Tà Xùa', '03868', false],
    ['xã tà xùa', '03868', false],
    ['X. Tà Xùa, H. Bắc Yên', '03868', true],
    ['03868', '03868', false],
    ['Hua La', '03670', true],
    ['Phổng Lái, Thuận Châu, tỉnh Sơn La', '03724', true],
    ['Xã Chiềng Chung, huyện Mai Sơn', '04117', true],
    ['phường Chiềng Lề', '03646', true],
    ['TT. Ít Ong', '03808', true],
  ])('from %s is of %s today, and of the commune that it names', (commune, unitId, isFormer) => {
    const { facts, faults } = readRow(goodRow({ commune }), world)
    expect(faults).toEqual({})
    expect(facts?.unitId).toBe(unitId)
    expect(facts?.thenUnitId.endsWith('~2025')).toBe(isFormer)
  })

  test('whose commune is one of several says so', () => {
    expect(readRow(goodRow({ commune: 'Chiềng Chung' }), world).faults).toEqual({
      commune: 'commune_ambiguous',
    })
  })

  test('never breaks what reads it, and is faulty or says something', () => {
    const words = fc.record(Object.fromEntries(fields.map((field) => [field, fc.string()])) as never)
    fc.assert(
      fc.property(words, (typed) => {
        const { faults, facts } = readRow(typed as never, world)
        expect(facts === null).toBe(Object.keys(faults).length > 0)
      }),
    )
  })

  test('has a sentence in both languages for each of its faults', () => {
    for (const text of [vi, en])
      for (const fault of [
        'missing',
        'kind_missing',
        'five_are_the_centres',
        'commune_ambiguous',
        'not_a_day',
      ])
        expect(text.fault).toHaveProperty(fault)
  })
})
