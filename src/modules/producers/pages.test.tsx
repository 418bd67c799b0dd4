import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, nobody } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { smallPdf } from '#platform/files/testing/small-files.ts'
import type { Env } from '#platform/http/env.ts'
import { readSheet } from '#platform/sheet/read-sheet.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith, testCtx } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { wordsOf } from '#platform/ui/testing.tsx'
import { changeProducer } from './change-producer.ts'
import { listPapers } from './paper-store.ts'
import { findProducer, type Producer } from './producer-store.ts'
import { registerProducer } from './register-producer.ts'
import { routes } from './routes.tsx'
import { registerTeaCooperative, typedTeaCooperative } from './testing.ts'

let database: Database
let tea: Producer
const lan = actorWith('commune_officer', 'vn/14/03868', { id: 'lan' })
const province = actorWith('province_officer', 'vn/14')
const mai = () => actorWith('producer', 'vn/14/03868', { id: 'mai', producerId: tea.id })
const app = (actor: Actor) => testApp(database.db, routes, { actor })
const wordsAt = async (actor: Actor, path: string) => wordsOf(await (await app(actor).request(path)).text())

beforeAll(async () => {
  database = await openTestDb()
  tea = await registerTeaCooperative(testCtx(database.db, { actor: lan }))
  for (const name of ['Hộ Đào', 'Hộ Ánh']) {
    const typed = typedTeaCooperative({ name, kind: 'household', unitId: '03646', registrationNumber: '' })
    await registerProducer(testCtx(database.db, { actor: province }), { typed })
  }
})
afterAll(() => database.close())

describe('the list', () => {
  test('shows an officer their place, in Vietnamese order', async () => {
    const page = await wordsAt(province, '/producers')
    expect(page.indexOf('Hộ Ánh')).toBeLessThan(page.indexOf('Hộ Đào'))
    expect(page).toContain('Dữ liệu minh họa')
    const communes = await wordsAt(lan, '/producers')
    expect(communes).toContain(tea.name)
    expect(communes).not.toContain('Hộ Ánh')
  })

  test.each([
    ['search=che+may', 'Chè Mây'],
    ['kind=household&search=dao', 'Hộ Đào'],
    ['commune=vn/14/03868', 'Chè Mây'],
    ['search=khong-co', 'Không có chủ thể nào hợp với bộ lọc'],
    ['kind=guild&commune=x&after=y', 'Hộ Ánh'],
  ])('filtered by %s shows %s', async (query, words) => {
    expect(await wordsAt(province, `/producers?${query}`)).toContain(words)
  })

  test('goes out as Excel with the filter that it has, and without what is sensitive', async () => {
    const answer = await app(province).request('/producers.xlsx?search=che+may')
    expect(answer.headers.get('content-disposition')).toContain('chu-the-2026-11-24.xlsx')
    const { headers, rows } = await readSheet(new Uint8Array(await answer.arrayBuffer()))
    const [row, ...more] = await all(rows)
    expect(row?.cells.slice(0, 3)).toEqual([tea.name, 'Hợp tác xã', 'Xã Tà Xùa'])
    expect(more).toEqual([])
    expect(headers).not.toContain('Dân tộc')
  })

  test('is one producer’s own page for somebody who acts for one', async () => {
    const answer = await app(mai()).request('/producers')
    expect(answer.headers.get('location')).toBe(`/producers/${tea.id}`)
  })
})

describe('the form', () => {
  test('comes back with what was typed and the faults beside the fields', async () => {
    const typed = { ...typedTeaCooperative({ name: '', phone: '12', address: 'Bản <Chung>' }) }
    const answer = await app(lan).request('/producers/new', typed)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Hãy ghi tên chủ thể.')
    expect(html).toMatch(/value="12"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*value="12"/)
    expect(html).toContain('value="Bản &lt;Chung>"')
    expect(html).toMatch(/<option value="03868" selected/)
  })

  test('registers and says so', async () => {
    const typed = { ...typedTeaCooperative({ name: 'Hộ Mùa A Páo', registrationNumber: '' }) }
    const answer = await app(lan).request('/producers/new', typed)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toMatch(/^\/producers\/[0-9a-f-]{36}$/)
    expect(answer.headers.get('set-cookie')).toContain('registered')
  })

  test('has the one commune of a commune officer chosen already', async () => {
    expect(await (await app(lan).request('/producers/new')).text()).toMatch(/value="03868" selected/)
  })

  test('names the field when another producer has the registration number, new or changed', async () => {
    const taken = typedTeaCooperative({ name: 'Hộ khác' })
    const added = await app(lan).request('/producers/new', { ...taken })
    expect(added.status).toBe(422)
    expect(await added.text()).toContain('Số đăng ký này đã có ở một chủ thể khác.')
    const [other] = await database.db
      .selectFrom('producer')
      .selectAll()
      .where('name', '=', 'Hộ Đào')
      .execute()
    const form = { ...taken, unitId: '03646', version: '1' }
    const changed = await app(province).request(`/producers/${other?.id}/edit`, form)
    expect(changed.status).toBe(422)
  })

  test('shows both versions when somebody else was first, and the second try replaces it', async () => {
    const before = await findProducer(database.db, tea.id)
    const version = before?.version ?? 0
    const story = typedTeaCooperative({ story: 'Của Lan' })
    await changeProducer(testCtx(database.db, { actor: lan }), { producerId: tea.id, version, typed: story })
    const form = { ...typedTeaCooperative({ story: 'Của Mai' }), version: String(version) }
    const answer = await app(mai()).request(`/producers/${tea.id}/edit`, form)
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toContain('Giới thiệu đang là “Của Lan”')
    expect(html).toContain('Của Mai</textarea>')
    const again = /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
    expect((await app(mai()).request(`/producers/${tea.id}/edit`, { ...form, version: again })).status).toBe(
      303,
    )
    expect(await findProducer(database.db, tea.id)).toMatchObject({ story: 'Của Mai' })
  })

  test.each(['', 'NaN', '-1', '99999999999999'])(
    'with version %j is one that somebody else was before',
    async (version) => {
      const answer = await app(mai()).request(`/producers/${tea.id}/edit`, {
        ...typedTeaCooperative(),
        version,
      })
      expect(answer.status).toBe(409)
    },
  )

  test('does not ask for gender and ethnicity where they may not be seen, and leaves them', async () => {
    const administrator = actorWith('administrator', 'vn/14')
    const html = await (await app(administrator).request(`/producers/${tea.id}/edit`)).text()
    expect(html).not.toContain('representativePeople')
    expect(html).not.toContain('representativeGender')
    const { representativePeople, representativeGender, ...rest } = typedTeaCooperative()
    const { version } = (await findProducer(database.db, tea.id)) ?? {}
    await app(administrator).request(`/producers/${tea.id}/edit`, { ...rest, version: String(version) })
    expect(await findProducer(database.db, tea.id)).toMatchObject({
      representativeGender: 'female',
      representativeEthnicity: { name: 'HMông' },
    })
  })
})

describe('papers', () => {
  const paper = {
    kind: 'business_registration',
    number: '2414',
    issuer: 'Phòng Tài chính',
    validTo: '2025-01-01',
  }
  const upload = (actor: Actor, path: string, fields: Record<string, string>, file: File) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    form.append('file', file)
    const wrapped = new Hono<Env>()
    wrapped.use(async (c, next) => {
      c.req.raw = new Request(c.req.url, { method: 'POST', body: form })
      await next()
    })
    return testApp(database.db, wrapped.route('/', routes), { actor }).request(path, {})
  }
  const pdf = new File([smallPdf() as Uint8Array<ArrayBuffer>], 'đăng ký.pdf')

  test('are added with their scan, which only those see who see the producer', async () => {
    const answer = await upload(mai(), `/producers/${tea.id}/papers/new`, paper, pdf)
    expect(answer.status).toBe(303)
    const [added] = await listPapers(database.db, tea.id)
    const scan = `/files/${added?.pages[0]?.fileId}`
    const seen = await app(lan).request(scan)
    expect(seen.headers.get('content-type')).toBe('application/pdf')
    expect(seen.headers.get('cache-control')).toContain('private')
    expect((await app(actorWith('commune_officer', 'vn/14/03646')).request(scan)).status).toBe(404)
    expect((await app(actorWith('producer', 'vn/14/03868')).request(scan)).status).toBe(404)
    expect((await app(nobody).request(scan)).status).toBe(403)
    expect((await app(lan).request('/files/x')).status).toBe(404)
  })

  test('that are faulty come back typed, the scan’s fault beside the scan, and nothing is kept', async () => {
    const before = await database.db.selectFrom('storedFile').select('id').execute()
    const text = new File(['xin chào'], 'a.txt')
    const answer = await upload(mai(), `/producers/${tea.id}/papers/new`, { ...paper, kind: '' }, text)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Hãy chọn loại giấy tờ.')
    expect(html).toContain('value="2414"')
    expect(html).toContain('id="f-file-fault"')
    expect(await database.db.selectFrom('storedFile').select('id').execute()).toEqual(before)
  })
})

describe('nobody without a reason', () => {
  test.each(['/producers', '/producers.xlsx', '/producers/new', '/producers/x/edit'])(
    'opens %s without having signed in',
    async (path) => {
      expect((await app(nobody).request(path)).status).toBe(403)
    },
  )

  test.each([
    ['an auditor', actorWith('auditor', 'vn/14'), 403],
    ['an officer of another commune', actorWith('commune_officer', 'vn/14/03646'), 404],
    ['an officer of another province', actorWith('province_officer', 'vn/11'), 404],
  ])('changes a producer: %s', async (_, actor, status) => {
    expect((await app(actor).request(`/producers/${tea.id}/edit`)).status).toBe(status)
    const form = { ...typedTeaCooperative(), version: '1' }
    expect((await app(actor).request(`/producers/${tea.id}/edit`, form)).status).toBe(status)
    expect((await app(actor).request(`/producers/${tea.id}/papers/new`)).status).toBe(status)
  })
})

async function all<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const found: Row[] = []
  for await (const row of rows) found.push(row)
  return found
}
