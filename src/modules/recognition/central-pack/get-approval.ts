import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { maySee } from '../decision-level.ts'
import { type Decision, findDecision } from '../decision-store.ts'
import type { RecognitionTables } from '../recognition-tables.ts'

/** The decision that approved results to be sent to the centre, for officials within reach. @throws Refusal `not_found` */
export async function getApproval(
  { db, actor }: Pick<Ctx<RecognitionTables>, 'db' | 'actor'>,
  id: string,
): Promise<Decision> {
  const decision = isId(id) ? await findDecision(db, id) : undefined
  if (decision?.kind !== 'approve_result' || !maySee(actor, decision.unitPath))
    throw new Refusal('not_found', 'recognition.decision_unknown')
  return decision
}
