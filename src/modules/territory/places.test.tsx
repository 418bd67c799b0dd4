import { afterAll, beforeAll, expect, test } from 'vitest'
import { nobody } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { type TestApp, testApp } from '#platform/testing/test-app.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { drawn, wordsOf } from '#platform/ui/testing.tsx'
import { provincePathOf } from './home-province.ts'
import { routes, UnitSelect } from './index.ts'
import { formerNamesOf, listUnitGroups } from './unit-groups.ts'

let database: Database
let app: TestApp
beforeAll(async () => {
  database = await openTestDb()
  app = testApp(database.db, routes)
})
afterAll(() => database.close())

const pageOf = async (path: string) => wordsOf(await (await app.request(path)).text())

test('the communes of Sơn La stand under their former districts, each once', async () => {
  const groups = await listUnitGroups(database.db, 'vn/14')
  expect(groups.map(({ district }) => district)).toHaveLength(12)
  const communes = groups.flatMap(({ units }) => units)
  expect(new Set(communes.map(({ unit }) => unit.id)).size).toBe(75)
  const bacYen = groups.find(({ district }) => district === 'Huyện Bắc Yên')
  const taXua = bacYen?.units.find(({ unit }) => unit.id === '03868')
  expect(taXua && formerNamesOf(taXua)).toEqual(['Háng Đồng', 'Làng Chếu'])
})

test('the page shows what each commune was formed from', async () => {
  const page = await pageOf('/dia-phuong')
  expect(page).toContain('75 xã, phường')
  expect(page).toMatch(/Xã Bình Thuận 03724 Hình thành từ: Xã Phổng Lái, Xã Chiềng Pha/)
})

test.each([
  ['phong lai', 'Xã Bình Thuận'],
  ['hua la', 'Phường Chiềng Cơi'],
])('searching for %s shows %s and how it was found', async (typed, name) => {
  const page = await pageOf(`/dia-phuong?q=${typed}`)
  expect(page).toContain(name)
  expect(page).toContain('trước đây: Xã')
})

test('what is not found is said with what was typed, however it was typed', async () => {
  expect(await pageOf('/dia-phuong?q=%3Cb%3Ezzzz')).toContain('hợp với “&lt;b>zzzz”')
})

test('another province is one choice away, one that does not exist is home', async () => {
  expect(await pageOf('/dia-phuong?tinh=11')).toContain('của tỉnh Điện Biên hiện nay')
  expect(await pageOf('/dia-phuong?tinh=999')).toContain('của tỉnh Sơn La hiện nay')
})

test('the search answers pickers in JSON', async () => {
  const answer = await app.request('/territory/search?q=hang%20dong&under=vn/14')
  expect(await answer.json()).toMatchObject({
    units: [{ id: '03868', name: 'Xã Tà Xùa', parent: 'Tỉnh Sơn La', via: 'Xã Háng Đồng' }],
  })
  expect(await (await app.request('/territory/search')).json()).toEqual({ units: [] })
})

test('the picker groups by former district, says old names, and keeps what was chosen', async () => {
  const groups = await listUnitGroups(database.db, 'vn/14')
  const html = drawn(<UnitSelect {...{ groups }} name="unitId" label="Xã" empty="Chọn" value="03868" />)
  expect(html).toContain('<optgroup label="Huyện Bắc Yên">')
  expect(html).toMatch(/<option value="03868" selected>Xã Tà Xùa \(cũ: Háng Đồng, Làng Chếu\)/)
  expect(html.match(/selected/g)).toHaveLength(1)
})

test.each([
  [nobody, 'vn/14'],
  [actorWith('central_officer', 'vn'), 'vn/14'],
  [actorWith('commune_officer', 'vn/11/03127'), 'vn/11'],
])('the home province of %o is %s', (actor, path) => {
  expect(provincePathOf(actor)).toBe(path)
})
