import type { CriteriaSet } from '#modules/regulation/index.ts'
import { findUnits } from '#modules/territory/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type Day, dayOf } from '#platform/dates.ts'
import { type CommuneAssessment, findAssessment } from '../assessment-store.ts'
import { type CommunePaperKind, findCommunePapers } from '../commune-paper-store.ts'
import { criteriaOfDossier } from '../criteria-of-dossier.ts'
import type { Dossier, DossierTables } from '../dossier-store.ts'
import { getDossier } from '../get-dossier.ts'
import type { SnapshotContent } from '../snapshot.ts'
import { listSnapshots } from '../snapshot-store.ts'
import { contentOf } from '../take-snapshot.ts'

/** What the law's forms are printed from. */
export interface FormFacts {
  dossier: Dossier
  /** As it was handed in; of a draft as it is now. */
  content: SnapshotContent
  set: CriteriaSet
  /** Null for a draft, and for what is printed to be signed at the counter. */
  handedIn: { on: Day; digest: string } | null
  assessment: CommuneAssessment | undefined
  /** The numbers of the commune's report and letter. */
  numbers: Partial<Record<CommunePaperKind, string>>
  /** "Xã Tà Xùa", as the units were called when the dossier was filed. */
  communeName: string
  provinceName: string
}

/** The dossier as its forms print it, for whoever may read it. @throws Refusal `not_found` for anybody else */
export async function readFormFacts(ctx: Ctx<DossierTables>, dossierId: string): Promise<FormFacts> {
  const { db } = ctx
  const dossier = await getDossier(ctx, dossierId)
  const set = await criteriaOfDossier(db, dossier)
  const [snapshot] = isToSign(dossier) || !dossier.submittedAt ? [] : await listSnapshots(db, dossierId)
  const [, provinceCode = '', communeCode = ''] = dossier.unitPath.split('/')
  const units = await findUnits(db, [provinceCode, communeCode])
  const nameOf = (code: string) => units.get(code)?.name ?? code
  return {
    dossier,
    content: snapshot?.content ?? (await contentOf(ctx, dossier, set)),
    set,
    handedIn: snapshot ? { on: dayOf(snapshot.takenAt), digest: snapshot.digest } : null,
    assessment: await findAssessment(db, dossierId),
    numbers: await findCommunePapers(db, dossierId),
    communeName: nameOf(communeCode),
    provinceName: nameOf(provinceCode),
  }
}

/** Whether the forms are printed for a household to sign at the counter: then they say what will be handed in next. */
export function isToSign({ atCounter, state }: Pick<Dossier, 'atCounter' | 'state'>): boolean {
  return atCounter && (state === 'draft' || state === 'returned' || state === 'returned_by_province')
}
