import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#platform/ctx.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { findAssessment } from './assessment-store.ts'
import { deskRoutes } from './desk-routes.tsx'
import { findOpenFixList } from './fix-list-store.ts'
import type { FiledState } from './testing/file-dossier.ts'
import { type SmallWorld, smallWorld } from './testing/small-world.ts'
import { openTestDesk, pdf, strangers, type TestDesk } from './testing/test-desk.ts'

let desk: TestDesk
let world: SmallWorld

beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())
beforeEach(async () => {
  world = await smallWorld(desk.ctx)
})

type Form = Record<string, string | string[]>
const auditor = actorWith('auditor', 'vn/14', { id: 'auditor' })
const send = (path: string, actor: Actor, form?: Form) =>
  testApp(desk.db, deskRoutes, { actor }).request(path, form)
const page = async (path: string, actor: Actor) => (await send(path, actor)).text()

const twoItems: Form = {
  item: ['paper:test_results', 'criterion:1.1'],
  'reason:paper:test_results': 'outdated',
  'note:paper:test_results': 'Gửi phiếu mới, có chỉ tiêu vi sinh.',
  'reason:criterion:1.1': 'incomplete',
  'note:criterion:1.1': 'Thiếu hợp đồng liên kết.',
  dueOn: '2026-12-01',
}
const form03: Form = {
  'met:materialOrigin': 'yes',
  'note:materialOrigin': 'Chè hái ở bản Tà Xùa.',
  'met:localLabour': 'yes',
  'met:ideaOrigin': 'yes',
  'met:localIdentity': 'no',
  'note:localIdentity': 'Chưa rõ “nghề” của bản.',
  proposal: 'Đề nghị tỉnh đánh giá.',
  samples: '5',
  'number:report': '112/BC-UBND',
}

describe('receiving and holding', () => {
  test('gives the receipt number, says it on the next page and leads to the papers', async () => {
    const { id } = await desk.filed(world, 'submitted')
    const answer = await send(`/dossiers/${id}/receipt`, world.lan, {})
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/dossiers/${id}/return`])
    const { communeReceipt } = await desk.found(id)
    expect(decodeURIComponent(answer.headers.get('set-cookie') ?? '')).toContain(communeReceipt)
    expect((await send(`/dossiers/${id}/receipt`, world.lan, {})).status).toBe(409)
  })

  test('an officer takes a dossier over and puts it back', async () => {
    const { id } = await desk.filed(world, 'received')
    const tua = actorWith('commune_officer', world.commune, { id: 'tua' })
    expect((await send(`/dossiers/${id}/holder`, tua, {})).status).toBe(303)
    expect((await desk.found(id)).holderId).toBe('tua')
    expect(await page(`/dossiers/${id}/return`, tua)).toContain('Trả về hộp chung')
    expect(await page(`/dossiers/${id}/return`, world.lan)).toContain('Nhận thay đồng nghiệp')
    expect((await send(`/dossiers/${id}/holder`, tua, { take: 'no' })).status).toBe(303)
    expect((await desk.found(id)).holderId).toBeNull()
  })
})

describe('sending back', () => {
  test('offers the papers with their files, both forms and every criterion', async () => {
    const papers = [{ paperKind: 'test_results', title: 'Kiểm nghiệm 2024', file: pdf() }]
    const { id } = await desk.filed(world, 'received', { evidence: { files: desk.files, papers } })
    const html = await page(`/dossiers/${id}/return?item=paper:awards`, world.lan)
    expect(html.match(/name="item" value="paper:/g)).toHaveLength(15)
    expect(html).toContain('12. Phiếu kiểm nghiệm')
    expect(html).toContain('Kiểm nghiệm 2024')
    expect(html).toContain('value="criterion:1.1"')
    expect(html).toContain('value="registration"')
    expect(html).not.toContain('value="commune:')
    expect(html).toMatch(/value="paper:awards"[^>]*checked|checked[^>]*value="paper:awards"/)
    expect(html).toContain('value="2026-12-01"')
  })

  test('returns the ticked parts, and only those', async () => {
    const { id } = await desk.filed(world, 'received')
    const answer = await send(`/dossiers/${id}/return`, world.lan, {
      ...twoItems,
      'note:paper:awards': 'Không đánh dấu.',
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/inbox'])
    const list = await findOpenFixList(desk.db, id)
    expect(list?.items.map(({ target, reason }) => [target, reason])).toEqual([
      ['paper:test_results', 'outdated'],
      ['criterion:1.1', 'incomplete'],
    ])
  })

  test('a faulty list comes back with everything typed and the faults beside their items', async () => {
    const { id } = await desk.filed(world, 'received')
    const faulty = {
      ...twoItems,
      'note:criterion:1.1': ' ',
      'reason:paper:test_results': '',
      dueOn: '2026-11-01',
    }
    const answer = await send(`/dossiers/${id}/return`, world.lan, faulty)
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('Gửi phiếu mới, có chỉ tiêu vi sinh.')
    expect(html).toContain('Ghi rõ chủ thể cần sửa gì.')
    expect(html).toContain('Chọn mục này sai, thiếu hay quá cũ.')
    expect(html).toContain('Chọn một ngày từ hôm nay trở đi.')
    expect(html).toContain('value="2026-11-01"')
    expect((await desk.found(id)).state).toBe('received')
  })

  test('a list without items says so', async () => {
    const { id } = await desk.filed(world, 'received')
    const answer = await send(`/dossiers/${id}/return`, world.lan, { dueOn: '2026-12-01' })
    expect([answer.status, (await answer.text()).includes('Hãy đánh dấu ít nhất một mục')]).toEqual([
      422,
      true,
    ])
  })

  test('the way of the commune leads an officer of the province to the province’s page', async () => {
    const { id } = await desk.filed(world, 'proposed')
    const answer = await send(`/dossiers/${id}/return`, world.hoa)
    expect(answer.headers.get('location')).toBe(`/dossiers/${id}/province-return`)
    expect((await send(`/dossiers/${id}/return`, world.hoa, twoItems)).status).toBe(409)
    expect((await desk.found(id)).state).toBe('proposed')
  })

  test('the province may also send back what the commune wrote', async () => {
    const { id } = await desk.filed(world, 'proposed')
    expect(await page(`/dossiers/${id}/province-return`, world.hoa)).toContain('value="commune:localLabour"')
    const answer = await send(`/dossiers/${id}/province-return`, world.hoa, {
      item: 'commune:localLabour',
      'reason:commune:localLabour': 'incomplete',
      'note:commune:localLabour': 'Nêu số lao động.',
      dueOn: '2026-12-01',
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk'])
    expect((await desk.found(id)).state).toBe('returned_by_province')
  })
})

describe('Form 03', () => {
  test('is written, gives the product its code and can be printed', async () => {
    const { id } = await desk.filed(world, 'received')
    const html = await page(`/dossiers/${id}/proposal`, world.lan)
    expect(html).toContain('Nguồn gốc nguyên liệu địa phương')
    const answer = await send(`/dossiers/${id}/proposal`, world.lan, form03)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/dossiers/${id}/commune-report`])
    const { productCode } = await desk.found(id)
    const report = await page(`/dossiers/${id}/commune-report`, world.lan)
    for (const words of [productCode, 'Chưa rõ “nghề” của bản.', 'Đề nghị tỉnh đánh giá.', 'Sùng Thị Mai'])
      expect(report).toContain(words)
    expect(report).toContain('ngày 24 tháng 11 năm 2026')
  })

  test('a faulty one comes back with everything typed and the faults beside the contents', async () => {
    const { id } = await desk.filed(world, 'received')
    const faulty = { ...form03, 'note:localIdentity': '', 'met:localLabour': '', proposal: ' ' }
    const answer = await send(`/dossiers/${id}/proposal`, world.lan, faulty)
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('Chè hái ở bản Tà Xùa.')
    for (const fault of [
      'Chọn đạt hoặc chưa đạt.',
      'Nội dung chưa đạt cần nêu lý do.',
      'Ghi đề nghị của xã.',
    ])
      expect(html).toContain(fault)
    expect((await desk.found(id)).state).toBe('received')
  })

  test('what the province sent back is mended and goes to the province again at once', async () => {
    const toMend = [
      { target: 'commune:localLabour', reason: 'incomplete' as const, note: 'Nêu số lao động.' },
    ]
    const { id } = await desk.filed(world, 'returned_by_province', { toMend })
    const html = await page(`/dossiers/${id}/proposal`, world.lan)
    expect(html).toContain('name="met:localLabour"')
    expect(html).not.toContain('name="met:ideaOrigin"')
    const mended = { 'met:localLabour': 'yes', 'note:localLabour': '12 trong 14 người.' }
    expect((await send(`/dossiers/${id}/proposal`, world.lan, mended)).status).toBe(303)
    expect((await desk.found(id)).state).toBe('proposed')
    const after = await findAssessment(desk.db, id)
    expect([after?.localLabour.note, after?.ideaOrigin.met]).toEqual(['12 trong 14 người.', true])
  })

  test('says when only the producer has to mend', async () => {
    const { id } = await desk.filed(world, 'returned_by_province')
    const html = await page(`/dossiers/${id}/proposal`, world.lan)
    expect(html).toContain('Tỉnh chỉ yêu cầu chủ thể bổ sung')
    expect(html).not.toContain('<form method="post" class')
  })

  test('is not there before the commune wrote it', async () => {
    const { id } = await desk.filed(world, 'received')
    expect((await send(`/dossiers/${id}/commune-report`, world.lan)).status).toBe(404)
  })
})

describe('the province', () => {
  test('sees what the commune found and gives the dossier its own receipt', async () => {
    const { id } = await desk.filed(world, 'proposed')
    const html = await page(`/dossiers/${id}/check`, world.hoa)
    expect(html).toContain('Giữ cách sao chè thủ công của người Mông.')
    expect(html).toContain('12. Phiếu kiểm nghiệm')
    const answer = await send(`/dossiers/${id}/check`, world.hoa, {})
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk'])
    const { state, provinceReceipt } = await desk.found(id)
    expect(state).toBe('checked')
    expect(decodeURIComponent(answer.headers.get('set-cookie') ?? '')).toContain(provinceReceipt)
  })
})

const pages: [path: string, state: FiledState, form: Form | null][] = [
  ['receipt', 'submitted', {}],
  ['holder', 'received', {}],
  ['return', 'received', null],
  ['return', 'received', twoItems],
  ['proposal', 'received', null],
  ['proposal', 'received', form03],
  ['check', 'proposed', null],
  ['check', 'proposed', {}],
  ['province-return', 'proposed', null],
  ['province-return', 'proposed', twoItems],
]

test.each(pages)('%s of a dossier that is %s (%j) is refused to all others', async (path, state, form) => {
  const { id } = await desk.filed(world, state)
  const ask = async (actor: Actor) => (await send(`/dossiers/${id}/${path}`, actor, form ?? undefined)).status
  for (const stranger of strangers) expect(await ask(stranger), stranger.name).toBe(404)
  for (const actor of [auditor, world.mai, actorWith('leader', 'vn/14')])
    expect(await ask(actor), actor.name).toBe(403)
  expect((await desk.found(id)).state).toBe(state)
})
