import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Actor, nobody } from '#platform/ctx.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { deskRoutes } from './desk-routes.tsx'
import { type SmallWorld, smallWorld } from './testing/small-world.ts'
import { morningOf, openTestDesk, strangers, type TestDesk } from './testing/test-desk.ts'

let desk: TestDesk
let world: SmallWorld

beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())
beforeEach(async () => {
  world = await smallWorld(desk.ctx)
})

const auditor = actorWith('auditor', 'vn/14', { id: 'auditor' })
const open = (path: string, actor: Actor, now?: Date) =>
  testApp(desk.db, deskRoutes, { actor, ...(now ? { now } : {}) }).request(path)
const page = async (path: string, actor: Actor, now?: Date) => (await open(path, actor, now)).text()
/** The row of the list that is about this dossier. */
const rowOf = (html: string, id: string) =>
  html.split('<tr').find((row) => row.includes(`/dossiers/${id}`)) ?? ''

describe('the inbox', () => {
  test('offers to receive what was handed in', async () => {
    const { id, code } = await desk.filed(world, 'submitted')
    const row = rowOf(await page('/inbox?tab=new', world.lan), id)
    expect(row).toContain('Trà xanh Tà Xùa')
    expect(row).toContain(code)
    expect(row).toContain(`method="post" action="/dossiers/${id}/receipt"`)
    expect(row).toContain('Nhận hồ sơ')
    expect(row).toContain('/art/tra-may.svg')
  })

  test('shows the receipt number, the days left and the next thing to do of what is being checked', async () => {
    const { id, communeReceipt } = await desk.filed(world, 'received')
    const row = rowOf(await page('/inbox', world.lan), id)
    expect(row).toContain(communeReceipt)
    expect(row).toContain('Còn 15 ngày')
    expect(row).toContain('Kiểm tra tiếp')
    expect(row).toContain('Tôi')
  })

  test('says on top what is late and offers its report', async () => {
    const { id } = await desk.filed(world, 'received')
    const html = await page('/inbox', world.lan, morningOf('2027-01-11'))
    expect(html).toMatch(/hồ sơ quá hạn 15 ngày làm việc/)
    expect(rowOf(html, id)).toContain('Quá hạn')
    expect(rowOf(html, id)).toContain(`/dossiers/${id}/proposal`)
  })

  test('says by when the producer mends it, and when that has passed', async () => {
    const { id } = await desk.filed(world, 'returned')
    const row = rowOf(await page('/inbox?tab=waiting', world.lan), id)
    expect(row).toContain('Hẹn bổ sung 01/12/2026')
    expect(row).toContain('Chủ thể')
    const later = await page('/inbox?tab=waiting', world.lan, morningOf('2026-12-02'))
    expect(rowOf(later, id)).toContain('Quá hẹn bổ sung 01/12/2026')
  })

  test('finds by words without diacritics and keeps the search in its addresses', async () => {
    const { id } = await desk.filed(world, 'received')
    const html = await page('/inbox?tab=checking&q=tra+xanh&kind=first', world.lan)
    expect(html).toContain(id)
    expect(html).toContain('value="tra xanh"')
    expect(html).toContain('/inbox.xlsx?tab=checking&amp;q=tra+xanh&amp;kind=first')
    const nothing = await page('/inbox?q=khong+co', world.lan)
    expect(nothing).not.toContain(id)
    expect(nothing).toContain('Không tìm thấy hồ sơ nào')
  })

  test('is another commune’s with other dossiers', async () => {
    const { id } = await desk.filed(world, 'received')
    const neighbour = actorWith('commune_officer', 'vn/14/03856', { id: 'neighbour' })
    expect(await page('/inbox', neighbour)).not.toContain(id)
  })

  test('an auditor reads it and finds nothing to press but what opens', async () => {
    const { id } = await desk.filed(world, 'submitted')
    const row = rowOf(await page('/inbox', auditor), id)
    expect(row).toContain('Xem hồ sơ')
    expect(row).toContain('Tà Xùa')
    expect(row).not.toContain('<form')
  })

  test('comes as an Excel file', async () => {
    await desk.filed(world, 'received')
    const answer = await open('/inbox.xlsx?tab=open', world.lan)
    expect(answer.headers.get('content-disposition')).toContain('ho-so-2026-11-24.xlsx')
    expect(new Uint8Array(await answer.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]))
  })
})

describe('the province’s desk', () => {
  test('lists what communes propose with their names, and offers to check it', async () => {
    const { id } = await desk.filed(world, 'proposed')
    const html = await page('/desk', world.hoa)
    expect(rowOf(html, id)).toContain(`/dossiers/${id}/check`)
    expect(rowOf(html, id)).toContain('Hợp tác xã chè Tà Xùa')
  })

  test('shows what is checked under its own tab', async () => {
    const { id } = await desk.filed(world, 'checked')
    expect(await page('/desk', world.hoa)).not.toContain(id)
    expect(await page('/desk?tab=checked', world.hoa)).toContain(id)
  })

  test('is read by a leader and an auditor', async () => {
    const { id } = await desk.filed(world, 'proposed')
    for (const actor of [actorWith('leader', 'vn/14'), auditor]) {
      const row = rowOf(await page('/desk', actor), id)
      expect(row).toContain('Xem hồ sơ')
    }
  })
})

test.each([
  ['a visitor', nobody],
  ['a producer', strangers[2] ?? nobody],
  ['a council member', actorWith('member', 'vn/14')],
])('%s has no such lists', async (_, actor) => {
  for (const path of ['/inbox', '/inbox.xlsx', '/desk', '/desk.xlsx'])
    expect((await open(path, actor)).status).toBe(403)
})

test('a commune’s officer has no desk of the province', async () => {
  expect((await open('/desk', world.lan)).status).toBe(403)
})

test('a picture is for those who may read the dossier', async () => {
  const { id } = await desk.filed(world, 'received')
  expect((await open(`/dossiers/${id}/picture.webp`, strangers[0] ?? nobody)).status).toBe(404)
  expect((await open(`/dossiers/${id}/picture.webp`, world.lan)).status).toBe(404)
})
