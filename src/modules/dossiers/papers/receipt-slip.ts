import { findUnits } from '#modules/territory/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { showDay } from '#platform/dates.ts'
import { qrCode } from '#platform/pdf/qr-code.ts'
import { renderPdf } from '#platform/pdf/render-pdf.ts'
import { registerTemplate } from '#platform/pdf/template-registry.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Dossier, DossierTables } from '../dossier-store.ts'
import { getDossier } from '../get-dossier.ts'
import { giveLookUpCode } from '../give-look-up-code.ts'
import { findRegistered } from '../registered.ts'
import { takesPart } from '../workflow.ts'
import { isProvisional } from '../working-days.ts'

registerTemplate('slip', new URL('./slip.typ', import.meta.url))

/**
 * The slip that says that the commune has received a dossier, with the code under which its household looks up how it
 * stands. For its producer and the commune's officers.
 * @throws Refusal `not_found` for anybody else's dossier, `forbidden` for other readers, `conflict` before receipt
 */
export async function drawReceiptSlip(
  ctx: Ctx<DossierTables>,
  { dossierId, origin }: { dossierId: string; origin: string },
): Promise<{ dossier: Dossier; bytes: Uint8Array }> {
  const dossier = await getDossier(ctx, dossierId)
  const mayHold = (['producer', 'commune_officer'] as const).some((role) =>
    takesPart(ctx.actor, role, dossier),
  )
  if (!mayHold) throw new Refusal('forbidden', 'dossiers.not_yours')
  if (!dossier.communeReceipt) throw new Refusal('conflict', 'dossiers.not_received')
  const code = await giveLookUpCode(ctx, dossierId)
  const address = `${origin}/tra-cuu`
  const slip = await slipOf(ctx, dossier, { code, address })
  const pictures = { 'qr.svg': qrCode(`${address}?code=${code}`) }
  return { dossier, bytes: await renderPdf('slip', slip, { pictures }) }
}

async function slipOf(
  { db }: Pick<Ctx<DossierTables>, 'db'>,
  dossier: Dossier,
  { code, address }: { code: string; address: string },
) {
  const [, provinceId = '', communeId = ''] = dossier.unitPath.split('/')
  const units = await findUnits(db, [provinceId, communeId])
  const nameOf = (id: string) => units.get(id)?.name ?? id
  const registered = await findRegistered(db, dossier.productId)
  const { receivedOn, dueOn, isDemo } = dossier
  return {
    title: `Phiếu tiếp nhận hồ sơ ${dossier.code}`,
    mark: isDemo ? 'DỮ LIỆU MINH HỌA' : null,
    superior: `Ủy ban nhân dân ${nameOf(provinceId)}`,
    issuer: `Ủy ban nhân dân ${nameOf(communeId)}`,
    name: 'Phiếu tiếp nhận hồ sơ OCOP',
    number: `Số: ${dossier.communeReceipt}`,
    facts: [
      ['Chủ thể', registered?.producer.name ?? ''],
      ['Sản phẩm', registered?.product.name ?? ''],
      ['Hồ sơ', dossier.code],
      ['Ngày nhận', receivedOn ? showDay(receivedOn) : ''],
      [
        'Hạn xã đánh giá',
        dueOn
          ? `${showDay(dueOn)}${isProvisional(dueOn) ? ' (tạm tính)' : ''}, chưa kể thời gian chờ bổ sung`
          : '',
      ],
    ],
    'code-label': 'Mã tra cứu',
    code,
    how: `Quét mã vuông, hoặc mở ${address.replace(/^https?:\/\//, '')} và nhập mã để biết hồ sơ đang ở bước nào.`,
    note: 'Ai có mã này đều xem được tình trạng hồ sơ. Trang tra cứu không hiện tên, địa chỉ và điểm chấm.',
    signs: [
      { title: 'Người nộp hồ sơ', note: '(Ký, ghi rõ họ tên)' },
      { title: 'Người nhận hồ sơ', note: '(Ký, ghi rõ họ tên)' },
    ],
  }
}
