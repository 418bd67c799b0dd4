import type { Ctx } from '#platform/ctx.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { WorkPart } from '#platform/ui/index.ts'
import { certificateWork } from './certificate-work.ts'
import { countDecisionWork, decisionWork } from './decision-work.ts'
import { productWork } from './product-work.ts'
import type { RecognitionTables } from './recognition-tables.ts'
import './text.ts'

/** Decisions that wait, a producer's products with their stars, certificates that come to their end. */
export async function recognitionWork(ctx: Ctx<RecognitionTables>, t: Translate): Promise<WorkPart[]> {
  if (ctx.actor.holdings.some(({ role }) => role === 'system')) return []
  const parts = await Promise.all([decisionWork(ctx, t), productWork(ctx, t), certificateWork(ctx, t)])
  return parts.flat()
}

/** How much waits behind the places of the sidebar. */
export async function countRecognitionWork(ctx: Ctx<RecognitionTables>): Promise<Record<string, number>> {
  return countDecisionWork(ctx)
}
