import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { revokeCertificate } from '#modules/recognition/index.ts'
import {
  as,
  bareResults,
  lan,
  makeCertificate,
  makeProduct,
  newDecision,
} from '#modules/recognition/testing.ts'
import { importRecognised2019 } from '#modules/statistics/testing.ts'
import type { Database } from '#platform/db/connect.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { routes } from './routes.ts'

let database: Database
let tea: Awaited<ReturnType<typeof makeCertificate>>
beforeAll(async () => {
  database = await openTestDb({ damaged: bareResults })
  await importRecognised2019(database.db)
  await makeProduct(database.db, { name: 'Măng chưa có sao' })
  const ctx = as(database.db, lan)
  tea = await makeCertificate(ctx, { name: 'Chè Shan tuyết Tà Xùa', average: 7840 })
  await makeCertificate(ctx, { name: 'Táo mèo sấy', average: 6000, unitPath: 'vn/14/03646' })
  await makeCertificate(ctx, { name: 'Cam cũ', average: 6000, issuedOn: '2024-01-05' })
  const gone = await makeCertificate(ctx, { name: 'Rượu đã thu hồi', average: 6000, issuedOn: '2026-01-05' })
  await revokeCertificate(ctx, {
    certificateId: gone.certificateId,
    ground: 'a',
    reason: 'Không còn đạt',
    decision: newDecision(),
  })
})
afterAll(() => database.close())

const open = async (path: string) => {
  const answer = await testApp(database.db, routes).request(path)
  const { document } = parseHTML(await answer.text())
  const names = [...document.querySelectorAll('article h2, article h3')].map((one) => one.textContent)
  return { answer, document, names, text: document.body?.textContent ?? '' }
}

test('products in force come first, and what was never recognised is not public', async () => {
  const { names, text } = await open('/san-pham')
  expect(names.slice(0, 3)).toEqual(['Cam cũ', 'Chè Shan tuyết Tà Xùa', 'Táo mèo sấy'])
  expect(text).toContain('32 sản phẩm')
  const second = await open('/san-pham?q=chua co sao')
  expect(second.names).not.toContain('Măng chưa có sao')
})

test.each([
  ['/san-pham?q=che+shan+tuyet', ['Chè Shan tuyết Tà Xùa']],
  ['/san-pham?q=ch%C3%A8%20shan%20tuy%E1%BA%BFt', ['Chè Shan tuyết Tà Xùa']],
  ['/san-pham?q=t%C3%A1o+m%C3%A8o', ['Táo mèo sấy']],
  ['/san-pham?q=%F0%9F%8D%B5', []],
  ['/san-pham?trang-thai=con-hieu-luc', ['Cam cũ', 'Chè Shan tuyết Tà Xùa', 'Táo mèo sấy']],
  ['/san-pham?trang-thai=sap-het-han', ['Cam cũ']],
  ['/san-pham?trang-thai=thu-hoi', ['Rượu đã thu hồi']],
  ['/san-pham?xa=03646', ['Táo mèo sấy']],
  ['/san-pham?sao=4&nam=2026', ['Chè Shan tuyết Tà Xùa']],
  ['/san-pham?sao=5', []],
  ['/san-pham?loai=doanh-nghiep', ['Trà xanh mây (Tà Xùa)']],
  ['/san-pham?nhom=IV', []],
])('%s shows what it asks for', async (path, expected) => {
  expect((await open(path)).names).toEqual(expected)
})

test('a word written with a slip is found by its likeness, and the page says so', async () => {
  const { names, text } = await open('/san-pham?q=tao+meeo+say')
  expect(names[0]).toBe('Táo mèo sấy')
  expect(text).toContain('gần giống')
})

test('the whole list is read page by page, each product once', async () => {
  const read: (string | null)[] = []
  for (let path: string | null = '/san-pham'; path; ) {
    const { document, names } = await open(path)
    read.push(...names)
    const links = [...document.querySelectorAll('main nav a')].map((link) => link.getAttribute('href'))
    path = links.find((href) => href?.includes('sau=')) ?? null
  }
  expect(read).toHaveLength(32)
  expect(new Set(read.slice(0, 3))).toEqual(new Set(['Cam cũ', 'Chè Shan tuyết Tà Xùa', 'Táo mèo sấy']))
})

test('each filter is taken off by its own link', async () => {
  const { document } = await open('/san-pham?q=che&sao=4&nam=2026')
  const chips = [...document.querySelectorAll('ul[aria-label="Bộ lọc đang dùng"] a')]
  expect(chips.map((chip) => chip.getAttribute('href'))).toEqual([
    '/san-pham?sao=4&nam=2026',
    '/san-pham?q=che&nam=2026',
    '/san-pham?q=che&sao=4',
  ])
})

test('a product page shows its star, its certificate and its decision, to machines as well', async () => {
  const { document, text } = await open(await productPath(tea.productId))
  expect(document.querySelector('h1')?.textContent).toBe('Chè Shan tuyết Tà Xùa')
  expect(document.querySelector('.ocop-ok')?.textContent).toContain('OCOP 4 sao')
  expect(document.querySelector(`a[href="/v/${tea.code}"]`)).toBeTruthy()
  expect(text).toContain('cấp tỉnh')
  const data = JSON.parse(document.querySelector('script')?.textContent ?? '')
  expect(data).toMatchObject({ '@type': 'Product', hasCertification: { expires: '2029-11-24' } })
})

test('a star that does not count is not told to machines, and the page says why', async () => {
  const { id } = await database.db
    .selectFrom('product')
    .select('id')
    .where('name', '=', 'Gạo nếp tan Mường Và')
    .executeTakeFirstOrThrow()
  const { document, text } = await open(await productPath(id))
  expect(JSON.parse(document.querySelector('script')?.textContent ?? '')).not.toHaveProperty(
    'hasCertification',
  )
  expect(text).toContain('Giấy chứng nhận đã hết hạn')
  expect(document.querySelector('.ocop-ok')).toBeNull()
})

test('a producer is shown with its products, without the people behind it', async () => {
  const { answer, names } = await open(`/chu-the/${tea.producerId}`)
  expect(answer.status).toBe(200)
  expect(names).toEqual(['Chè Shan tuyết Tà Xùa'])
})

test.each([['/san-pham/sp-khong-co'], ['/chu-the/00000000-0000-7000-8000-000000000009'], ['/chu-the/x']])(
  '%s is not found',
  async (path) => {
    expect((await open(path)).answer.status).toBe(404)
  },
)

test('a product without recognition has no page', async () => {
  const { slug } = await makeProduct(database.db, { name: 'Chưa công nhận' })
  expect((await open(`/san-pham/${slug}`)).answer.status).toBe(404)
})

test('the first page counts what is in force and links to the lists behind the numbers', async () => {
  const { document } = await open('/')
  const links = [...document.querySelectorAll('section[aria-labelledby="by-stars"] li a')]
  expect(links.map((link) => [link.getAttribute('href'), link.querySelector('b')?.textContent])).toEqual([
    ['/san-pham?sao=5&trang-thai=con-hieu-luc', '0'],
    ['/san-pham?sao=4&trang-thai=con-hieu-luc', '1'],
    ['/san-pham?sao=3&trang-thai=con-hieu-luc', '2'],
  ])
  expect(document.querySelectorAll('script[src]')).toHaveLength(0)
})

test('a typed code leads to its truth page, what cannot be one comes back with its fault', async () => {
  const app = testApp(database.db, routes)
  const answer = await app.request(`/kiem-tra?code=${tea.code.toLowerCase().replace('-', '+')}`)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/v/${tea.code}`])
  const { answer: faulty, document } = await open('/kiem-tra?code=12')
  expect(faulty.status).toBe(422)
  expect(document.querySelector('input[name=code]')?.getAttribute('value')).toBe('12')
})

test('search engines get every public product, no searches and no certificates', async () => {
  const app = testApp(database.db, routes)
  const sitemap = await (await app.request('/sitemap.xml')).text()
  expect(sitemap.match(/\/san-pham\/sp-/g)).toHaveLength(32)
  const robots = (await (await app.request('/robots.txt')).text()).split('\n')
  for (const closed of ['/v/*/', '/san-pham?', '/work']) expect(robots).toContain(`Disallow: ${closed}`)
  expect(robots).not.toContain('Disallow: /v/')
})

async function productPath(id: string): Promise<string> {
  const row = await database.db
    .selectFrom('product')
    .select('slug')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return `/san-pham/${row.slug}`
}
