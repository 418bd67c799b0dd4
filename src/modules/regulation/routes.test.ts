import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nobody } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { type TestApp, testApp } from '#platform/testing/test-app.ts'
import { actorWith, testCtx } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { criteriaOf } from './criteria-of.ts'
import { findSet } from './criteria-set-store.ts'
import { findCriteriaSet } from './get-criteria-set.ts'
import { prepareCriteriaSet } from './prepare-criteria-set.ts'
import { publishCriteriaSet } from './publish-criteria-set.ts'
import { routes } from './routes.tsx'
import { theSet } from './testing.ts'

const administrator = { ...actorWith('administrator', 'vn/14'), name: 'Quản trị Sơn La' }
const auditor = actorWith('auditor', 'vn/14')
let database: Database
let app: TestApp

beforeAll(async () => {
  database = await openTestDb()
  app = testApp(database.db, routes)
  const ctx = testCtx(database.db)
  for (const id of ['qd26-2026-13', 'qd26-2026-26', 'qd1048-2019-13', 'qd148-2023-01']) {
    const { anomalies } = await prepareCriteriaSet(ctx, { id })
    const digest = (await findSet(database.db, id))?.digest ?? ''
    await publishCriteriaSet(ctx, { id, digest, accepted: anomalies })
  }
})
afterAll(() => database.close())

async function page(path: string, from: TestApp = app) {
  const answer = await from.request(path)
  return { status: answer.status, html: await answer.text() }
}

describe('the list of criteria sets', () => {
  test('shows the regime in force first, with links to what is published', async () => {
    const { status, html } = await page('/bo-tieu-chi')
    expect(status).toBe(200)
    expect(html).toContain('Quyết định 26/2026/QĐ-TTg (đang hiệu lực)')
    expect(html).toContain('href="/bo-tieu-chi/qd26-2026-13"')
    expect(html).not.toContain('href="/bo-tieu-chi/qd26-2026-12"')
    expect(html).toContain('Bộ 12: Sản phẩm trà từ thực vật khác')
  })

  test('says of 148/2023 which sheets are not found', async () => {
    const { html } = await page('/bo-tieu-chi?quy-dinh=qd148-2023')
    expect(html.match(/chưa tìm thấy phiếu/g)).toHaveLength(25)
  })

  test.each(['x', 'qd148-2023-qd1489', '<script>'])('shows the newest regime for %s', async (regime) => {
    const { status, html } = await page(`/bo-tieu-chi?quy-dinh=${encodeURIComponent(regime)}`)
    expect(status).toBe(200)
    expect(html).toContain('href="/bo-tieu-chi/qd26-2026-13"')
  })
})

describe('the page of a set', () => {
  test('shows every criterion, its options, star marks, knock-outs and anomalies', async () => {
    const { status, html } = await page('/bo-tieu-chi/qd26-2026-13')
    expect(status).toBe(200)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html.match(/<article/g)).toHaveLength(criteriaOf(theSet('qd26-2026-13')).length)
    expect(html).toContain('Rất độc đáo và có tính đặc trưng')
    expect(html).toContain('Mốc 5 sao')
    expect(html).toContain('Loại nếu toàn bộ nguyên liệu nhập khẩu hoặc không rõ nguồn gốc')
    expect(html).toContain('Không in các lựa chọn')
    expect(html).toContain('Chỉ tính khi tiêu chí 5.1 trên 0 điểm.')
  })

  test('says of tourism that its marks are advisory, and shows both cases', async () => {
    const { html } = await page('/bo-tieu-chi/qd26-2026-26')
    expect(html).toContain('dấu sao chỉ để tham khảo')
    expect(html).toContain('Trường hợp: Dịch vụ do cộng đồng cung cấp')
    expect(html).toContain('tiêu đề in 35')
  })

  test('speaks English when asked', async () => {
    const { html } = await page('/bo-tieu-chi/qd26-2026-13', testApp(database.db, routes, { locale: 'en' }))
    expect(html).toContain('Set 13: Coffee, cocoa')
    expect(html).toContain('Very unique')
  })

  test.each(['qd26-2026-12', 'qd26-2026-99', 'constructor', '%2e%2e%2findex'])(
    'of %s is not found',
    async (id) => {
      expect((await page(`/bo-tieu-chi/${id}`)).status).toBe(404)
    },
  )
})

describe('the page of the regimes', () => {
  test('shows 26/2026 as in force today, and the others as former', async () => {
    const { status, html } = await page('/luat')
    expect(status).toBe(200)
    const [today = '', former = ''] = html.split('Đã hết hiệu lực')
    expect(today).toContain('24/11/2026')
    expect(today).toContain('id="qd26-2026"')
    expect(former).toContain('id="qd148-2023-qd1489"')
    expect(today).toContain('Hồ sơ đề nghị trước 30/4 đánh giá xong trước 30/6 (cấp tỉnh).')
  })

  test('on 1/6/2026 shows two in force', async () => {
    const then = testApp(database.db, routes, { now: new Date('2026-06-01T03:00:00Z') })
    const [today = ''] = (await page('/luat', then)).html.split('Đã hết hiệu lực')
    expect(today).toContain('id="qd26-2026"')
    expect(today).toContain('id="qd148-2023-qd1489"')
  })
})

describe('the administrator', () => {
  const path = '/admin/criteria-sets/qd26-2026-07'
  const admin = () => app.as(administrator)
  const keys = theSet('qd26-2026-07').anomalies.map(({ key }) => key)

  test('sees every sheet with its state', async () => {
    const { html } = await page('/admin/criteria-sets', admin())
    expect(html.match(/href="\/admin\/criteria-sets\//g)).toHaveLength(54)
    expect(html).toContain('mới có tệp')
    expect(html).toContain('đã công bố')
  })

  test('takes a sheet in, accepts each anomaly by name, publishes', async () => {
    expect((await page(path, admin())).html).toContain('Đưa vào dạng nháp')
    const taken = await admin().request(`${path}/draft`, {})
    expect([taken.status, taken.headers.get('location')]).toEqual([303, path])

    const form = (await page(path, admin())).html
    for (const key of keys) expect(form).toContain(`value="${key}"`)
    const digest = /name="digest" value="([0-9a-f]{64})"/.exec(form)?.[1] ?? ''

    const early = await admin().request(`${path}/publication`, { digest, anomaly: keys.slice(0, 1) })
    expect(early.status).toBe(422)
    const again = await early.text()
    expect(again).toContain('Hãy đánh dấu từng điểm bất thường')
    expect(again.match(/checked/g)).toHaveLength(1)

    const done = await admin().request(`${path}/publication`, { digest, anomaly: keys })
    expect([done.status, done.headers.get('location')]).toEqual([303, path])
    expect((await findCriteriaSet(database.db, 'qd26-2026-07'))?.digest).toBe(digest)
    expect((await page(path, admin())).html).toContain('Quản trị Sơn La')
  })

  test('publishes a set of one anomaly, and one of none', async () => {
    for (const id of ['qd26-2026-14', 'qd1048-2019-26']) {
      await admin().request(`/admin/criteria-sets/${id}/draft`, {})
      const digest = (await findSet(database.db, id))?.digest ?? ''
      const anomaly = theSet(id).anomalies.map(({ key }) => key)
      const done = await admin().request(`/admin/criteria-sets/${id}/publication`, { digest, anomaly })
      expect(done.status, id).toBe(303)
    }
  })

  test('is told in words when the set is published already', async () => {
    const answer = await admin().request('/admin/criteria-sets/qd26-2026-13/draft', {})
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('Bộ tiêu chí đã công bố và không thay đổi nữa.')
  })

  test('an auditor looks and has no button', async () => {
    const { status, html } = await page('/admin/criteria-sets/qd26-2026-12', app.as(auditor))
    expect(status).toBe(200)
    expect(html).not.toContain('<form method="post" action="/admin')
    expect((await app.as(auditor).request('/admin/criteria-sets/qd26-2026-12/draft', {})).status).toBe(403)
  })

  test.each([
    ['a visitor', nobody],
    ['a producer', actorWith('producer', 'vn/14/03868', { producerId: 'p' })],
    ['a leader', actorWith('leader', 'vn/14')],
  ])('%s is kept out', async (_, actor) => {
    for (const one of ['/admin/criteria-sets', path])
      expect((await page(one, app.as(actor))).status).toBe(403)
    expect((await app.as(actor).request(`${path}/publication`, { digest: 'x' })).status).toBe(403)
  })
})
