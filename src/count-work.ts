import { countAppraisalWork } from '#modules/appraisal/index.ts'
import { countConsultantWork } from '#modules/consultants/index.ts'
import { countCouncilWork } from '#modules/councils/index.ts'
import { countDossierWork } from '#modules/dossiers/index.ts'
import { countPlanWork } from '#modules/plans/index.ts'
import { countRecognitionWork } from '#modules/recognition/index.ts'
import type { Ctx } from '#platform/ctx.ts'

/** How much waits behind each place of the sidebar, by its address: the numbers of the lists themselves. */
// biome-ignore lint/suspicious/noExplicitAny: each module narrows it to its own tables
export async function countWork(ctx: Ctx<any>): Promise<Record<string, number>> {
  const counts = await Promise.all([
    countDossierWork(ctx),
    countAppraisalWork(ctx),
    countCouncilWork(ctx),
    countConsultantWork(ctx),
    countRecognitionWork(ctx),
    countPlanWork(ctx),
  ])
  return Object.assign({}, ...counts)
}
