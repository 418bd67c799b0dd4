import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Producer } from '#modules/producers/index.ts'
import { registerTeaCooperative } from '#modules/producers/testing.ts'
import { type Actor, nobody } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { photograph, smallPdf } from '#platform/files/testing/small-files.ts'
import type { Env } from '#platform/http/env.ts'
import { readSheet } from '#platform/sheet/read-sheet.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith, testCtx } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { wordsOf } from '#platform/ui/testing.tsx'
import { artFor } from './picture-art.ts'
import { findProduct, type Product } from './product-store.ts'
import { routes } from './routes.tsx'
import { addGreenTea, typedGreenTea } from './testing.ts'

let database: Database
let producer: Producer
let tea: Product
const lan = actorWith('commune_officer', 'vn/14/03868', { id: 'lan' })
const mai = () => actorWith('producer', 'vn/14/03868', { id: 'mai', producerId: producer.id })
const app = (actor: Actor) => testApp(database.db, routes, { actor })
const wordsAt = async (actor: Actor, path: string) => wordsOf(await (await app(actor).request(path)).text())

beforeAll(async () => {
  database = await openTestDb()
  producer = await registerTeaCooperative(testCtx(database.db, { actor: lan }))
  tea = await addGreenTea(testCtx(database.db, { actor: lan }), producer.id)
})
afterAll(() => database.close())

describe('the list', () => {
  test('is my products for a producer, the place’s for an officer', async () => {
    expect(await wordsAt(mai(), '/products')).toContain('Sản phẩm của tôi')
    expect(await wordsAt(lan, '/products?search=che%20shan&group=I&commune=vn/14/03868')).toContain(tea.name)
    const elsewhere = actorWith('commune_officer', 'vn/14/03646')
    expect(await wordsAt(elsewhere, '/products')).toContain('Chưa có sản phẩm nào ở đây')
    expect(await wordsAt(lan, '/products?search=zzz')).toContain('Không có sản phẩm nào hợp với bộ lọc')
  })

  test('pages by key', async () => {
    const ctx = testCtx(database.db, { actor: lan })
    for (let n = 0; n < 49; n += 1)
      await addGreenTea(ctx, producer.id, { name: `Bánh ${String(n).padStart(2, '0')}` })
    const first = await (await app(lan).request('/products?search=banh')).text()
    const next = /href="(\/products\?[^"]*after=[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&')
    expect(first).toContain('Bánh 47')
    const second = await wordsAt(lan, next ?? '')
    expect(second).toContain('Bánh 48')
    expect(second).not.toContain('Bánh 47')
    expect(second).toContain('Về đầu danh sách')
  })

  test('goes out as Excel, every page of it', async () => {
    const answer = await app(lan).request('/products.xlsx')
    const { rows } = await readSheet(new Uint8Array(await answer.arrayBuffer()))
    expect(await all(rows)).toHaveLength(50)
  })
})

describe('the form', () => {
  test('asks an officer whose product it is, and a producer only what it is', async () => {
    expect(await wordsAt(lan, '/products/new')).toContain('Chọn chủ thể')
    expect(await wordsAt(lan, '/products/new?search=che%20may')).toContain(producer.name)
    expect(await wordsAt(mai(), '/products/new')).toContain('Tên sản phẩm')
  })

  test('comes back with what was typed and the fault beside it, else adds', async () => {
    const path = `/products/new?producer=${producer.id}`
    const faulty = await app(mai()).request(path, { ...typedGreenTea({ name: '', story: '<i>kể</i>' }) })
    expect(faulty.status).toBe(422)
    const html = await faulty.text()
    expect(html).toContain('Hãy ghi tên sản phẩm.')
    expect(html).toContain('&lt;i>kể&lt;/i>')
    expect(html).toMatch(/<option value="11" selected/)
    const added = await app(mai()).request(path, { ...typedGreenTea({ name: 'Trà ô long' }) })
    expect(added.headers.get('location')).toMatch(/^\/products\/[0-9a-f-]{36}$/)
  })

  test('shows both versions when somebody else was first', async () => {
    const edit = (name: string) =>
      app(mai()).request(`/products/${tea.id}/edit`, { ...typedGreenTea({ name }), version: '1' })
    expect((await edit('Chè Lan')).status).toBe(303)
    const answer = await edit('Chè Mai')
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toContain('Tên sản phẩm đang là “Chè Lan”')
    expect(html).toContain('value="Chè Mai"')
    expect(html).toContain('name="version" value="2"')
  })
})

describe('the producer’s page', () => {
  test('shows facts, what is missing, and its products', async () => {
    const page = await wordsAt(lan, `/producers/${producer.id}`)
    expect(page).toContain('HMông')
    expect(page).toContain('Giấy đăng ký kinh doanh (theo Quyết định 26/2026/QĐ-TTg, Điều 2)')
    expect(page).toContain('Bánh 00')
    expect(page).toContain('Xem tất cả sản phẩm')
  })

  test.each([
    ['auditor', 'vn/14'],
    ['central_officer', 'vn'],
    ['administrator', 'vn/14'],
  ])('keeps gender and ethnicity from %s', async (role, place) => {
    const html = await (await app(actorWith(role, place)).request(`/producers/${producer.id}`)).text()
    expect(html).toContain('Mùa Thị Mai')
    expect(html).not.toContain('HMông')
    expect(html).not.toContain('Giới tính')
  })
})

describe('pictures', () => {
  const put = async (actor: Actor, file: File) => {
    const form = new FormData()
    form.append('picture', file)
    const wrapped = new Hono<Env>()
    wrapped.use(async (c, next) => {
      c.req.raw = new Request(c.req.url, { method: 'POST', body: form })
      await next()
    })
    const path = `/products/${tea.id}/picture`
    return testApp(database.db, wrapped.route('/', routes), { actor }).request(path, {})
  }
  const photo = async () => new File([(await photograph()) as Uint8Array<ArrayBuffer>], 'chè.jpg')

  test('are put by those who may, seen by everybody as WebP, kept for long', async () => {
    expect((await put(actorWith('auditor', 'vn/14'), await photo())).status).toBe(403)
    expect((await put(mai(), await photo())).status).toBe(303)
    const { pictureFileId } = (await findProduct(database.db, tea.id)) ?? {}
    const seen = await app(nobody).request(`/pictures/${pictureFileId}?w=160`)
    expect(seen.headers.get('content-type')).toBe('image/webp')
    expect(seen.headers.get('cache-control')).toContain('immutable')
    expect((await app(nobody).request(`/pictures/${pictureFileId}?w=x`)).status).toBe(200)
    expect(await (await app(mai()).request(`/products/${tea.id}`)).text()).toContain(
      `/pictures/${pictureFileId}`,
    )
  })

  test('that are none come back with the reason; nothing is served that is no product’s picture', async () => {
    const answer = await put(mai(), new File([smallPdf() as Uint8Array<ArrayBuffer>], 'a.pdf'))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Tệp này không phải ảnh.')
    expect((await put(mai(), new File([], 'nothing'))).status).toBe(422)
    const [file] = await database.db.selectFrom('storedFile').select('id').execute()
    await app(mai()).request(`/products/${tea.id}/picture/removal`, {})
    expect((await app(nobody).request(`/pictures/${file?.id}`)).status).toBe(404)
    expect((await app(nobody).request('/pictures/x')).status).toBe(404)
  })

  test.each([
    ['Cà phê bột nguyên chất', 'ca-phe'],
    ['Trà vỏ cà phê', 'tra-vo-ca-phe'],
    ['Trà xanh mây (Tà Xùa)', 'tra-may'],
    ['Mận sấy gừng', 'man-gung'],
    ['Mận sấy mật ong', 'man-mat-ong'],
    ['Mận sấy thảo dược', 'man-say'],
    ['Rượu Mơ', 'ruou-mo'],
    ['Chè bát tiên đặc biệt', 'che-shan'],
    ['Nấm hương', null],
  ])('%s may be drawn as %s', (name, art) => {
    expect(artFor(name)).toBe(art)
  })
})

test.each([
  ['nobody', nobody, 403],
  ['an officer of another commune', actorWith('commune_officer', 'vn/14/03646'), 404],
  ['another producer', actorWith('producer', 'vn/14/03868'), 404],
])('%s does not get to a product', async (_, actor, status) => {
  for (const path of [`/products/${tea.id}`, `/products/${tea.id}/edit`, `/producers/${producer.id}`])
    expect((await app(actor).request(path)).status, path).toBe(status)
})

async function all<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const found: Row[] = []
  for await (const row of rows) found.push(row)
  return found
}
