import { lawRegime } from '#modules/regulation/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type Day, dayOf } from '#platform/dates.ts'
import type { Dossier, DossierChange, DossierTables } from '../dossier-store.ts'
import { provincePathOf } from '../numbers.ts'
import type { DossierState } from '../workflow.ts'
import { makeLawRounds } from './make-law-rounds.ts'
import { roundTaking } from './round-rules.ts'
import { listRounds } from './round-store.ts'

/**
 * What changes with a dossier as it comes to the province or goes back from it. The day of the first proposal decides
 * the round (QĐ 26/2026/QĐ-TTg, art. 5); the day on which the province had the whole proposal starts the time for an
 * answer (art. 7.6), which a return takes away.
 */
export async function arrivalAtProvince(
  ctx: Ctx<DossierTables>,
  dossier: Dossier,
  to: DossierState,
): Promise<DossierChange> {
  if (to === 'returned_by_province') return { completeOn: null }
  if (to !== 'proposed') return {}
  const today = dayOf(ctx.now)
  if (dossier.proposedOn) return { completeOn: today }
  return { proposedOn: today, completeOn: today, roundId: await roundIdFor(ctx, dossier, today) }
}

/** Null where the dossier's regime knows no rounds, or was not in force yet. */
async function roundIdFor(
  ctx: Ctx<DossierTables>,
  dossier: Dossier,
  proposedOn: Day,
): Promise<string | null> {
  const { deadlines, inForceFrom } = lawRegime(dossier.regimeId)
  const holdsRounds = deadlines.rounds.some(({ level }) => level === 'province')
  if (!holdsRounds || proposedOn < inForceFrom) return null
  const provincePath = provincePathOf(dossier.unitPath)
  await makeLawRounds(ctx, provincePath)
  return roundTaking(await listRounds(ctx.db, provincePath), proposedOn)?.id ?? null
}
