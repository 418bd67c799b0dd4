import { listPapers, type PaperStatus, type PaperWithPages, paperStatus } from '#modules/producers/index.ts'
import { criterionOf } from '#modules/regulation/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { Refusal } from '#platform/refusal.ts'
import type { AskedPlace } from '../cite-paper.ts'
import type { DossierTables } from '../dossier-store.ts'
import { writerOf } from '../dossier-writer.ts'
import { type Place, targetsOf } from '../evidence-place.ts'
import { isPaperKind } from '../paper-kinds.ts'
import { type DossierFile, readDossierFile } from '../read-dossier-file.ts'
import { fittingKinds } from './fitting-kinds.ts'
import { seesPaper } from './sees-paper.ts'

/** A paper that may be cited in a place. */
export interface Citable {
  paper: PaperWithPages
  status: PaperStatus
  /** Of a kind that usually stands there. */
  fits: boolean
  /** Cited there already. */
  isCited: boolean
}

export interface Citing {
  file: DossierFile
  place: Place
  papers: Citable[]
}

/**
 * The papers of the producer's vault for one place of its dossier, those that fit first, for whoever may add evidence there.
 * @throws Refusal `not_found` out of reach, `forbidden` for a reader, `conflict` when that part is closed
 */
export async function readCiting(
  ctx: Ctx<DossierTables>,
  { dossierId, criterion, paperKind }: AskedPlace,
): Promise<Citing> {
  const file = await readDossierFile(ctx, dossierId)
  const writer = await writerOf(ctx, file.dossier)
  if (!writer) throw new Refusal('forbidden', 'dossiers.for_producers')
  const place = { criterion: criterion || null, paperKind: paperKind || null }
  const isKnown = place.criterion
    ? criterionOf(file.set, place.criterion)
    : isPaperKind(place.paperKind ?? '')
  if (!isKnown) throw new Refusal('not_found', 'dossiers.paper_unknown')
  const targets = targetsOf(place)
  if (!targets.some(file.mayEditFiles))
    throw new Refusal('conflict', 'dossiers.part_closed', { target: targets[0] })
  const papers = await citablesOf(ctx, file, place)
  return { file, place, papers: papers.filter(({ paper }) => seesPaper(writer, paper)) }
}

async function citablesOf(
  { db, now }: Ctx<DossierTables>,
  { dossier, set, evidence }: DossierFile,
  place: Place,
): Promise<Citable[]> {
  const fitting = fittingKinds(place, set)
  const here = evidence.filter(
    (one) => one.criterion === place.criterion && one.paperKind === place.paperKind,
  )
  const papers = (await listPapers(db, dossier.producerId)).filter(
    ({ pages, replacedById }) => pages.length > 0 && replacedById === null,
  )
  const citables = papers.map((paper) => ({
    paper,
    status: paperStatus(paper, dayOf(now)),
    fits: fitting.has(paper.kind),
    isCited: here.some(({ paperId }) => paperId === paper.id),
  }))
  return citables.sort((a, b) => Number(b.fits) - Number(a.fits))
}
