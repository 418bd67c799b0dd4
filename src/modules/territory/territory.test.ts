import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#platform/db/connect.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { loadUnits } from './load-units.ts'
import { searchUnits } from './unit-search-store.ts'
import { findUnit, listUnits, unitOfToday, unitsOfToday } from './unit-store.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDb()
})
afterAll(() => database.close())

const names = (units: { name: string }[]) => units.map(({ name }) => name)

describe('the units of today', () => {
  test('are 34 provinces and 3,321 communes', async () => {
    const provinces = await listUnits(database.db, { level: 'province' })
    expect(provinces).toHaveLength(34)
    expect(provinces.filter(({ kind }) => kind === 'municipality')).toHaveLength(9)
    const communes = await listUnits(database.db, { level: 'commune' })
    expect(communes).toHaveLength(3321)
    const count = (kind: string) => communes.filter((unit) => unit.kind === kind).length
    expect([count('ward'), count('commune'), count('special_zone')]).toEqual([709, 2599, 13])
  })

  test('of Sơn La are 67 xã and 8 phường', async () => {
    const communes = await listUnits(database.db, { under: 'vn/14', level: 'commune' })
    expect(communes).toHaveLength(75)
    expect(communes.filter(({ kind }) => kind === 'ward')).toHaveLength(8)
    expect(communes.every(({ lon, lat, path, id }) => lon && lat && path === `vn/14/${id}`)).toBe(true)
  })

  test('carry the changes of 2026, and what they were before remains', async () => {
    expect(await findUnit(database.db, '75')).toMatchObject({
      name: 'Thành phố Đồng Nai',
      kind: 'municipality',
      validFrom: '2026-04-30',
      validTo: null,
    })
    expect(await findUnit(database.db, '75~2026')).toMatchObject({
      name: 'Tỉnh Đồng Nai',
      validTo: '2026-04-29',
    })
    expect(await findUnit(database.db, '26368')).toMatchObject({ name: 'Phường Long Thành', kind: 'ward' })
    expect(await findUnit(database.db, '26368~2026')).toMatchObject({
      name: 'Xã Long Thành',
      validFrom: '2025-07-01',
      validTo: '2026-04-29',
    })
    expect(await findUnit(database.db, '23938')).toMatchObject({ name: 'Xã Ia Mơ' })
    expect(await findUnit(database.db, '23737')).toBeUndefined()
  })

  test('are the same after loading them again', async () => {
    const count = () =>
      database.db
        .selectFrom('unit')
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirst()
    const before = await count()
    await loadUnits(database.db)
    expect(await count()).toEqual(before)
  })
})

describe('units through time', () => {
  test('a former commune is shown under the one of today', async () => {
    const [found] = await searchUnits(database.db, 'Phổng Lái')
    expect(found).toMatchObject({ id: '03724', name: 'Xã Bình Thuận', viaName: 'Xã Phổng Lái' })
    expect(await unitOfToday(database.db, found?.viaId ?? '')).toMatchObject({ id: '03724' })
  })

  test('a chain of changes is followed to its end', async () => {
    expect(await unitOfToday(database.db, '70~2025')).toMatchObject({ name: 'Thành phố Đồng Nai' })
    expect(await unitOfToday(database.db, '75')).toMatchObject({ id: '75' })
  })

  test('a divided commune has several; the one that its code was converted to stands for it', async () => {
    const units = await unitsOfToday(database.db, '03766~2025')
    expect(names(units)).toEqual(['Xã Nậm Lầu', 'Xã Thuận Châu'])
    expect(await unitOfToday(database.db, '03766~2025')).toMatchObject({ name: 'Xã Nậm Lầu' })
  })

  test('a commune that was divided before codes were converted has none that stands for it', async () => {
    expect(await unitsOfToday(database.db, '123.xa-muong-sang~2025')).toHaveLength(3)
    expect(await unitOfToday(database.db, '123.xa-muong-sang~2025')).toBeUndefined()
  })

  test('every former commune of Sơn La that had a code has its district and one commune of today', async () => {
    const former = await database.db
      .selectFrom('unit')
      .selectAll()
      .where('path', 'like', 'vn/14/%~2025/%')
      .where('code', 'is not', null)
      .execute()
    expect(former).toHaveLength(200)
    for (const { id } of former) expect(await unitOfToday(database.db, id)).toBeDefined()
    expect(await listUnits(database.db, { under: 'vn/14', level: 'district', former: true })).toHaveLength(12)
  })
})

describe('searching', () => {
  test.each([
    ['ta xua', 'Xã Tà Xùa'],
    ['xã Tà Xùa', 'Xã Tà Xùa'],
    ['X. Tà Xùa', 'Xã Tà Xùa'],
    ['03868', 'Xã Tà Xùa'],
    ['06978', 'Xã Ba Chẽ'],
    ['hang dong', 'Xã Tà Xùa'],
    ['chieng le', 'Phường Tô Hiệu'],
    ['dong sang', 'Phường Mộc Sơn'],
    ['muong va', 'Xã Sốp Cộp'],
    ['thanh pho dong nai', 'Thành phố Đồng Nai'],
    ['tinh son la', 'Tỉnh Sơn La'],
    ['ta xuaa', 'Xã Tà Xùa'],
  ])('finds by %s: %s', async (typed, name) => {
    expect(names(await searchUnits(database.db, typed, { limit: 3 }))).toContain(name)
  })

  test('puts the exact name of today first', async () => {
    const [first] = await searchUnits(database.db, 'mộc châu')
    expect(first).toMatchObject({ name: 'Phường Mộc Châu', viaName: null })
  })

  test('a former district finds its communes of today', async () => {
    const found = await searchUnits(database.db, 'huyện Mộc Châu', { level: 'commune' })
    expect(names(found).sort()).toEqual(
      [
        'Phường Mộc Châu',
        'Phường Mộc Sơn',
        'Phường Thảo Nguyên',
        'Phường Vân Sơn',
        'Xã Chiềng Sơn',
        'Xã Lóng Sập',
        'Xã Tân Yên',
        'Xã Đoàn Kết',
      ].sort(),
    )
    expect(new Set(found.map(({ viaName }) => viaName))).toEqual(new Set(['Thị xã Mộc Châu']))
  })

  test('stays below the path it was given, and finds nothing for nothing', async () => {
    const found = await searchUnits(database.db, 'tân lập', { under: 'vn/14' })
    expect(found.every(({ path }) => path.startsWith('vn/14/'))).toBe(true)
    expect(await searchUnits(database.db, '  ')).toEqual([])
    expect(await searchUnits(database.db, '%_\\')).toEqual([])
  })
})
