import { findSignedReport } from '#modules/appraisal/index.ts'
import { findResult } from '#modules/councils/index.ts'
import { findDossier } from '#modules/dossiers/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { listApproved } from '../decision-store.ts'
import type { IssuingTables } from '../issue-recognition.ts'
import { missingParts, type PackPart, partsOf } from './pack-parts.ts'

/** A dossier that a decision sends to the centre: what its pack is made of and what it lacks. */
export interface PackLacks {
  dossierId: string
  code: string
  productName: string
  producerName: string
  parts: readonly PackPart[]
  missing: readonly PackPart[]
}

/** What the packs of the dossiers of a decision lack, by code. */
export async function lacksOfPacks(
  { db }: Pick<Ctx<IssuingTables>, 'db'>,
  decisionId: string,
): Promise<PackLacks[]> {
  const lacks: PackLacks[] = []
  for (const row of await listApproved(db, decisionId)) {
    const dossier = await findDossier(db, row.dossierId)
    if (!dossier) continue
    const held = new Set<PackPart>(['approval', 'dossier'])
    if (await findResult(db, row.dossierId)) held.add('council')
    if (await findSignedReport(db, row.dossierId)) held.add('appraisal')
    lacks.push({ ...row, parts: partsOf(dossier.kind), missing: missingParts(dossier.kind, held) })
  }
  return lacks
}
