import type { Ctx } from '#platform/ctx.ts'
import type { Paper } from '#platform/paper/paper.ts'
import type { DossierTables } from '../dossier-store.ts'
import { reportOf, samplesOf, type TypedProposal } from '../proposal-form.ts'
import { communeReportForm, proposalLetter } from './commune-report-form.ts'
import { readFormFacts } from './read-form-facts.ts'

export const previewNames = ['mau-03', 'cong-van'] as const

/**
 * The commune's report or its letter as they would be printed from what was typed. Nothing is kept and no number taken:
 * dots stand where the system will give one.
 */
export async function previewProposal(
  ctx: Ctx<DossierTables>,
  { dossierId, typed, paper }: { dossierId: string; typed: TypedProposal; paper: string },
): Promise<Paper> {
  const { report, letter } = typed.numbers
  const facts = {
    ...(await readFormFacts(ctx, dossierId)),
    numbers: { ...(report ? { report } : {}), ...(letter ? { letter } : {}) },
    assessment: {
      dossierId,
      ...reportOf(typed),
      samples: samplesOf(typed.samples),
      assessedBy: ctx.actor.id,
      assessedAt: ctx.now,
    },
  }
  const drawn = paper === 'mau-03' ? communeReportForm(facts) : proposalLetter(facts)
  return { ...drawn, mark: [drawn.mark, 'BẢN XEM TRƯỚC'].filter(Boolean).join(' · ') }
}
