import { takeStep } from '#modules/dossiers/index.ts'
import type { Consequence } from '#modules/regulation/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import type { NewDecision } from './decision-faults.ts'
import { getDossiersOfOneProvince } from './dossiers-of-one-province.ts'
import { type IssuedCertificate, type IssuingTables, issueRecognition } from './issue-recognition.ts'
import type { WaitingDossier } from './open-consequences.ts'
import { draftDecision, writeDecision } from './write-decision.ts'

/**
 * The chair of the province's People's Committee recognises products at 3 or 4 stars by one decision: each dossier ends,
 * each product has a certificate of 36 months (QĐ 26/2026 art. 4, 7.3e). The stars are those of the council's result.
 * All or none: one dossier that cannot be recognised refuses the whole decision.
 */
export function decideRecognition(
  ctx: Ctx<IssuingTables>,
  { dossierIds, decision: written }: { dossierIds: readonly string[]; decision: NewDecision },
): Promise<{ decisionId: string; certificates: IssuedCertificate[] }> {
  return inTransaction(ctx, async (ctx) => {
    const { issuer, waiting, notBefore, isDemo } = await getDossiersOfOneProvince(ctx, dossierIds)
    const decision = draftDecision(ctx, written, {
      kind: 'recognise',
      level: 'province',
      unitPath: issuer,
      notBefore,
      isDemo,
    })
    const recognised = waiting.map((one) => ({ dossier: one.dossier, stars: starsOfProvince(one), decision }))

    for (const { dossier, stars } of recognised) {
      const facts = { decisionId: decision.id, number: decision.number, stars }
      await takeStep(ctx, { dossierId: dossier.id, step: 'recognise', facts })
    }
    await writeDecision(ctx, decision, { dossiers: recognised.map(({ dossier }) => dossier.id) })
    const certificates: IssuedCertificate[] = []
    for (const one of recognised) certificates.push(await issueRecognition(ctx, one))
    return { decisionId: decision.id, certificates }
  })
}

/** The stars that the province may recognise: five are the centre's, one and two are nobody's. */
function starsOfProvince({ dossier, stars, consequences }: WaitingDossier): number {
  const open = consequences.find(isProvincialRecognition)
  if (open) return open.stars
  const code = stars < 3 ? 'recognition.too_few_stars' : 'recognition.for_the_centre'
  throw new Refusal('conflict', code, { code: dossier.code, stars })
}

function isProvincialRecognition(one: Consequence): one is Extract<Consequence, { step: 'recognise' }> {
  return one.step === 'recognise' && one.level === 'province'
}
