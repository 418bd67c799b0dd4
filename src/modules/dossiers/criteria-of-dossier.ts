import type { Kysely } from 'kysely'
import { type CriteriaSet, getCriteriaSet, lawRegimes, regimeForDossier } from '#modules/regulation/index.ts'
import type { Day } from '#platform/dates.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Dossier, DossierKind, DossierTables } from './dossier-store.ts'

/** The law that a dossier opened that day is judged by: its regime, and the sheet of its product set. */
export async function lawFor(
  db: Kysely<DossierTables>,
  { productSetNo, kind, day }: { productSetNo: number; kind: DossierKind; day: Day },
): Promise<{ regimeId: string; criteriaSetId: string; criteriaDigest: string }> {
  const found = regimeForDossier(lawRegimes(), { filedOn: day, kind })
  if (!found) throw new Refusal('conflict', 'dossiers.no_regime', { day })
  const { id: regimeId, criteriaOf } = found.regime
  const criteriaSetId = `${criteriaOf}-${String(productSetNo).padStart(2, '0')}`
  const { digest } = await getCriteriaSet(db, criteriaSetId)
  return { regimeId, criteriaSetId, criteriaDigest: digest }
}

/** The sheet that the dossier was opened with, for ever. A sheet that no longer fits its digest is a defect. */
export async function criteriaOfDossier(
  db: Kysely<DossierTables>,
  dossier: Pick<Dossier, 'code' | 'criteriaSetId' | 'criteriaDigest'>,
): Promise<CriteriaSet> {
  const { set, digest } = await getCriteriaSet(db, dossier.criteriaSetId)
  if (digest !== dossier.criteriaDigest)
    throw new Error(`${dossier.code} was opened with another ${dossier.criteriaSetId}`)
  return set
}
