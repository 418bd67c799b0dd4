import { findEvidence } from '#modules/dossiers/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from './council-tables.ts'
import { askToBeImpartial, enterDossier } from './session-room.ts'

/** The file of a page of a piece of evidence, the first unless said, for whoever may open the dossier in the council; not for somebody recused. */
export async function readEvidence(
  ctx: Ctx<CouncilTables>,
  at: { sessionId: string; dossierId: string; evidenceId: string; page?: number | undefined },
): Promise<{ fileId: string }> {
  askToBeImpartial(await enterDossier(ctx, at))
  const evidence = isId(at.evidenceId) ? await findEvidence(ctx.db, at) : undefined
  if (!evidence || evidence.removedAt !== null) throw new Refusal('not_found', 'councils.evidence_unknown')
  return evidence
}
