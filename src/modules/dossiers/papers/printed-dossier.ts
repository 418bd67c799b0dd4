import type { Ctx } from '#platform/ctx.ts'
import type { Paper } from '#platform/paper/paper.ts'
import type { Dossier, DossierTables } from '../dossier-store.ts'
import type { SnapshotFile } from '../snapshot.ts'
import { communeReportForm, proposalLetter } from './commune-report-form.ts'
import { words } from './form-words.ts'
import { readFormFacts } from './read-form-facts.ts'
import { registrationForm } from './registration-form.ts'
import { selfReportForm } from './self-report-form.ts'

/** A dossier as another office is handed it: its forms as papers, its files by the digests they were handed in with. */
export interface PrintedDossier {
  dossier: Dossier
  productName: string
  producerName: string
  communeName: string
  provinceName: string
  setName: string
  /** Units of the product that the commune sent with it; null where none are asked for, as of tourism. */
  samples: number | null
  forms: readonly { key: string; title: string; paper: Paper }[]
  files: readonly (SnapshotFile & { belongsTo: string })[]
}

/**
 * The dossier as it was last handed in, whole: with what only offices see.
 * @throws Refusal `not_found` for whoever may not read it
 */
export async function printedDossier(ctx: Ctx<DossierTables>, dossierId: string): Promise<PrintedDossier> {
  const facts = await readFormFacts(ctx, dossierId)
  const { dossier, content, set, assessment, communeName, provinceName } = facts
  const reader = { seesSensitive: true }
  const forms = [
    { key: 'mau-01', title: 'Phiếu đăng ký (Mẫu số 01)', paper: registrationForm(facts) },
    { key: 'mau-02', title: 'Báo cáo tự đánh giá (Mẫu số 02)', paper: selfReportForm(facts, reader) },
    ...(assessment
      ? [
          { key: 'mau-03', title: 'Báo cáo của xã (Mẫu số 03)', paper: communeReportForm(facts) },
          { key: 'cong-van-xa', title: 'Công văn đề nghị của xã', paper: proposalLetter(facts) },
        ]
      : []),
  ]
  return {
    ...{ dossier, communeName, provinceName, forms },
    productName: content.product.name,
    producerName: content.producer.name,
    setName: set.nameVi,
    samples: set.kind === 'tourism' ? null : (assessment?.samples ?? null),
    files: content.evidence.map((file) => ({ ...file, belongsTo: belongsTo(file) })),
  }
}

function belongsTo({ criterion, paperKind }: SnapshotFile): string {
  if (criterion) return `Tiêu chí ${criterion}`
  const named: Readonly<Record<string, string>> = words.paper
  return named[paperKind ?? ''] ?? 'Giấy tờ khác'
}
