import { decideConsultant, rateMandate } from '#modules/consultants/index.ts'
import { applyToRegister, buildConsultant, buildMandate } from '#modules/consultants/testing.ts'
import { fillDraftByMandate } from '#modules/dossiers/testing.ts'
import { addDays, dayOf } from '#platform/dates.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { mailOf } from './accounts.ts'
import { fileDemoDossier } from './dossiers.ts'
import type { DemoWorld } from './world.ts'

const day = 24 * 60 * 60 * 1000

/**
 * The consultants of the demonstration: one at work on a draft dossier, one whose mandate is over and rated, one
 * suspended, and one who has applied.
 */
export async function fillConsultants(world: DemoWorld, files: FileStore): Promise<void> {
  const ago = (days: number) => new Date(world.now.getTime() - days * day)
  const register = (name: string, mailbox: string, days: number, more: Record<string, unknown> = {}) =>
    buildConsultant(world.as(world.person('tinh'), ago(days)), files, {
      name,
      emails: [mailOf({ mailbox })],
      number: `${1000 + days}/QĐ-UBND`,
      typed: more,
    })
  const centre = await register('Trung tâm Tư vấn OCOP Tây Bắc (minh họa)', 'tu-van', 400, {
    address: 'Số 12 đường Tô Hiệu, phường Tô Hiệu, tỉnh Sơn La',
    phone: '0212 385 2027',
    fields: ['dossier', 'story', 'quality'],
  })
  const duyen = await register('Lường Thị Duyên (minh họa)', 'tu-van-2', 500, {
    kind: 'person',
    fields: ['packaging', 'story'],
  })
  await workOnDraft(world, files, centre)
  await finishAndRate(world, duyen)
  const suspended = await buildConsultant(world.as(world.person('tinh'), ago(300)), files, {
    name: 'Công ty TNHH Hồ sơ Nhanh (minh họa)',
    number: '1300/QĐ-UBND',
    typed: { fields: ['dossier'] },
  })
  await decideConsultant(world.as(world.person('tinh'), ago(30)), {
    consultantId: suspended,
    outcome: 'suspend',
    number: '2011/QĐ-UBND',
    decidedOn: dayOf(ago(30)),
    reason: 'Chép số liệu giữa các hồ sơ của hai chủ thể khác nhau (tình huống minh họa).',
  })
  await applyToRegister(world.as(world.person('tu-van-3'), ago(2)), files, {
    name: 'Vì Văn Hùng (minh họa)',
    fields: ['market', 'tourism'],
  })
}

/** A mandate in force over one product that its producer files anew; the consultant has begun to write. */
async function workOnDraft(world: DemoWorld, files: FileStore, consultantId: string): Promise<void> {
  const at = new Date(world.now.getTime() - 6 * day)
  const product = 'tea.honey'
  const producer = world.ownerOf(product)
  const consultant = world.person('tu-van')
  const dossierId = await fileDemoDossier(world, files, { product, upTo: 'draft', daysAgo: 7 })
  await buildMandate(
    (actor) => world.as(actor, at),
    { producer, consultant },
    {
      consultantId,
      producerId: producer.holdings[0]?.producerId ?? '',
      productIds: [world.productId(product)],
      work: 'Rà soát hồ sơ, viết lại phần thị trường và kế hoạch của Mẫu 02, bổ sung minh chứng còn thiếu.',
      payer: 'province',
      payerNote: 'Kinh phí hỗ trợ Chương trình OCOP năm nay (minh họa)',
      fromOn: dayOf(at),
      toOn: addDays(dayOf(world.now), 90),
    },
  )
  await fillDraftByMandate(world.as(consultant, new Date(at.getTime() + 2 * day)), dossierId)
}

/** A mandate that is over, with what the producer said of it; and a proposal that waits for the consultant. */
async function finishAndRate(world: DemoWorld, consultantId: string): Promise<void> {
  const at = new Date(world.now.getTime() - 230 * day)
  const product = 'coffee.husk'
  const producer = world.ownerOf(product)
  const consultant = world.person('tu-van-2')
  const between = { consultantId, producerId: producer.holdings[0]?.producerId ?? '' }
  const mandateId = await buildMandate(
    (actor) => world.as(actor, at),
    { producer, consultant },
    {
      ...between,
      productIds: [world.productId(product)],
      parts: ['forms', 'story'],
      work: 'Viết câu chuyện sản phẩm và Mẫu 02; hướng dẫn chủ thể tự làm các hồ sơ sau.',
      fee: '8.000.000',
      fromOn: dayOf(at),
      toOn: addDays(dayOf(at), 120),
    },
  )
  await rateMandate(world.as(producer, new Date(world.now.getTime() - 90 * day)), {
    mandateId,
    typed: {
      knowledge: 5,
      diligence: 4,
      guidance: 5,
      words: 'Hướng dẫn dễ hiểu, có chậm một lần (nhận xét minh họa).',
    },
  })
}
