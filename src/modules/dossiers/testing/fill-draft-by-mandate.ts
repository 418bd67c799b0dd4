import type { Ctx } from '#platform/ctx.ts'
import { type DossierTables, findDossier } from '../dossier-store.ts'
import { Registration } from '../registration.ts'
import { Report } from '../report.ts'
import { saveRegistration } from '../save-registration.ts'
import { saveReport } from '../save-report.ts'

/** A consultant works on a draft under its mandate, for the demonstration: some fields of both forms. */
export async function fillDraftByMandate(ctx: Ctx<DossierTables>, dossierId: string): Promise<void> {
  const dossier = await findDossier(ctx.db, dossierId)
  if (!dossier) throw new Error(`dossier ${dossierId} is gone`)
  const registration = Registration.parse({ ...dossier.registration, phone: '' })
  await saveRegistration(ctx, { dossierId, registration })
  const report = Report.parse({
    ...dossier.report,
    market:
      'Sản phẩm bán tại 14 cửa hàng đặc sản ở Sơn La, Hà Nội và trên trang của hợp tác xã (số liệu minh họa).',
    planAhead: 'Mở rộng vùng nguyên liệu chè Shan thêm 5 ha, đăng ký mã số vùng trồng (số liệu minh họa).',
  })
  await saveReport(ctx, { dossierId, report })
}
