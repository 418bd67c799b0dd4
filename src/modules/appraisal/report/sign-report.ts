import type { Dossier } from '#modules/dossiers/index.ts'
import { findUnits } from '#modules/territory/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { fold } from '#platform/db/fold.ts'
import { digestOf } from '#platform/events/digest.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import type { AppraisalTables } from '../appraisal-tables.ts'
import { getAppraised, headOf } from '../appraised-dossier.ts'
import { listTests } from '../extra-tests/extra-test-store.ts'
import type { FrozenReport } from './frozen-report.ts'
import { lockDraft } from './lock-draft.ts'
import { type ReportFaults, signingFaults } from './report-content.ts'
import { type AppraisalReport, freezeReport, listPhotos } from './report-store.ts'

export interface Signing {
  dossierId: string
  /** The version that the signer has read. */
  version: number
  /** What the registry of papers gave, if it did. */
  number: string
  /** The signer's own name, typed as a signature. */
  signature: string
}

/**
 * A member of the team signs the report to the council's chair (art. 7.3c). What it says, its pictures and the state of
 * the extra tests on that day are frozen with a digest; it never changes again.
 * @throws Refusal `invalid` with `faults`; `conflict` when it was saved again since the signer read it
 */
export function signReport(
  ctx: Ctx<AppraisalTables>,
  { dossierId, version, number, signature }: Signing,
): Promise<{ digest: string }> {
  return inTransaction(ctx, async (ctx) => {
    const report = await lockDraft(ctx, dossierId)
    if (report.version !== version) throw new Refusal('conflict', 'appraisal.changed_meanwhile')
    const dossier = await getAppraised(ctx, dossierId)
    const today = dayOf(ctx.now)
    const faults: ReportFaults = signingFaults(report.content, { kind: dossier.kind, today })
    if (number.length > 100) faults.number = 'too_long'
    if (fold(signature) === '' || fold(signature) !== fold(ctx.actor.name)) faults.signature = 'not_your_name'
    if (Object.keys(faults).length > 0) throw new Refusal('invalid', 'appraisal.faulty', { faults })
    const frozen = await frozenOf(ctx, { report, dossier, number })
    const digest = digestOf(frozen)
    const signed = { frozen, digest, signedBy: ctx.actor.id, signedAt: ctx.now }
    if (!(await freezeReport(ctx.db, report.id, signed)))
      throw new Refusal('conflict', 'appraisal.signed_already')
    const facts = { dossierId, digest, conclusion: report.content.conclusion }
    await record(ctx, 'appraisal_report.signed', `appraisal_report:${report.id}`, facts)
    return { digest }
  })
}

async function frozenOf(
  ctx: Ctx<AppraisalTables>,
  { report, dossier, number }: { report: AppraisalReport; dossier: Dossier; number: string },
): Promise<FrozenReport> {
  const { productName, producerName } = await headOf(ctx, dossier)
  const [, provinceCode = '', communeCode = ''] = dossier.unitPath.split('/')
  const units = await findUnits(ctx.db as never, [provinceCode, communeCode])
  const photos = await listPhotos(ctx.db, report.id)
  const tests = await listTests(ctx.db, dossier.id)
  return {
    team: report.team,
    number,
    signer: ctx.actor.name,
    signedOn: dayOf(ctx.now),
    dossier: {
      code: dossier.code,
      kind: dossier.kind,
      productCode: dossier.productCode,
      receipt: dossier.provinceReceipt,
      product: productName,
      producer: producerName,
      commune: units.get(communeCode)?.name ?? communeCode,
      province: units.get(provinceCode)?.name ?? provinceCode,
      isDemo: dossier.isDemo,
    },
    content: report.content,
    photos: photos.map(({ id, caption, sha256 }) => ({ id, caption, sha256 })),
    tests: tests.map(({ what, dueOn, state, number, result }) => ({ what, dueOn, state, number, result })),
  }
}
