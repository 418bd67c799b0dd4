import { findPaper, listPaperPages, type PaperWithPages } from '#modules/producers/index.ts'
import { type CriteriaSet, criterionOf } from '#modules/regulation/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { isId, newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { criteriaOfDossier } from './criteria-of-dossier.ts'
import type { DossierTables } from './dossier-store.ts'
import { mandateForFiles } from './dossier-writer.ts'
import { type Place, targetsOf } from './evidence-place.ts'
import { findCited, insertEvidence } from './evidence-store.ts'
import { evidenceField, writeAs } from './field-author.ts'
import { markMended } from './fix-list-store.ts'
import { lockForChange } from './get-dossier.ts'
import { isPaperKind } from './paper-kinds.ts'
import { changeDossier } from './take-step.ts'
import { seesPaper } from './vault/sees-paper.ts'

export interface AskedPlace {
  dossierId: string
  criterion?: string | undefined
  paperKind?: string | undefined
}

/**
 * The producer, or a consultant under its mandate, cites papers of the producer's vault as evidence in one place of the
 * dossier. What is cited there already is left as it is; says how many were added.
 * @throws Refusal `not_found` for a paper that is not this producer's, `conflict` when that part is closed
 */
export function citePapers(
  ctx: Ctx<DossierTables>,
  { paperIds, ...asked }: AskedPlace & { paperIds: readonly string[] },
): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const opened = await openPlace(ctx, asked)
    let added = 0
    for (const paperId of new Set(paperIds)) {
      const paper = await findCitable(ctx, opened, paperId)
      const cited = { dossierId: opened.dossier.id, ...opened.place, paperId }
      if (await findCited(ctx.db, cited)) continue
      await cite(ctx, opened, { paper, title: paper.title || paper.pages[0]?.name || '' })
      added += 1
    }
    return added
  })
}

export type OpenPlace = Awaited<ReturnType<typeof openPlace>>

/** The dossier, locked, with the place in it where the writer may cite. @throws Refusal as `citePapers` */
export async function openPlace(ctx: Ctx<DossierTables>, asked: AskedPlace) {
  const { dossier, fixList, writer, mayChangeFiles } = await lockForChange(ctx, {
    dossierId: asked.dossierId,
  })
  const place = placeOf(asked, await criteriaOfDossier(ctx.db, dossier))
  const targets = targetsOf(place)
  const open = targets.filter(mayChangeFiles)
  if (open.length === 0) throw new Refusal('conflict', 'dossiers.part_closed', { target: targets[0] })
  return { dossier, fixList, writer, place, open, mandateId: mandateForFiles(writer, open[0] ?? '') ?? null }
}

/** Puts the citation of a paper into the place. Each moves the dossier's version on. */
export async function cite(
  ctx: Ctx<DossierTables>,
  opened: OpenPlace,
  { paper, title }: { paper: Pick<PaperWithPages, 'id' | 'pages'>; title: string },
): Promise<{ id: string }> {
  const { dossier, fixList, place, open, mandateId } = opened
  const id = newId(ctx.now.getTime())
  const evidence = { id, dossierId: dossier.id, ...place, paperId: paper.id, title, addedAt: ctx.now }
  await insertEvidence(ctx.db, evidence)
  await changeDossier(ctx, dossier, {})
  opened.dossier = { ...dossier, version: dossier.version + 1 }
  await writeAs(ctx, dossier, { fields: [evidenceField(id)], mandateId })
  if (fixList) await markMended(ctx.db, fixList.id, open, ctx.now)
  const sha256 = paper.pages.map((page) => page.sha256)
  const facts = { evidenceId: id, ...place, title, paperId: paper.id, sha256, mandateId }
  await record(ctx, 'dossier.evidence_attached', `dossier:${dossier.id}`, facts)
  return { id }
}

async function findCitable(ctx: Ctx<DossierTables>, { dossier, writer }: OpenPlace, paperId: string) {
  const paper = isId(paperId) ? await findPaper(ctx.db, paperId) : undefined
  if (!paper || paper.producerId !== dossier.producerId || !seesPaper(writer, paper))
    throw new Refusal('not_found', 'producers.paper_unknown')
  if (paper.replacedById) throw new Refusal('conflict', 'dossiers.paper_replaced')
  const pages = await listPaperPages(ctx.db, [paperId])
  if (pages.length === 0) throw new Refusal('conflict', 'dossiers.paper_without_file')
  return { ...paper, pages }
}

/** @throws Refusal `invalid` when the dossier has no such place */
function placeOf(asked: AskedPlace, set: CriteriaSet): Place {
  const criterion = asked.criterion || null
  const paperKind = asked.paperKind || null
  if (criterion && !criterionOf(set, criterion))
    throw new Refusal('invalid', 'dossiers.criterion_unknown', { criterion })
  if (paperKind ? !isPaperKind(paperKind) : !criterion) throw new Refusal('invalid', 'dossiers.paper_unknown')
  return { criterion, paperKind }
}
