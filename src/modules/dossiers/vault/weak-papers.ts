import { isWeak, type PaperKind } from '#modules/producers/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type Day, dayOf } from '#platform/dates.ts'
import type { Dossier, DossierTables } from '../dossier-store.ts'
import { type Evidence, listEvidence } from '../evidence-store.ts'
import { listCitationsOf, listCitedEnding } from './citation-store.ts'
import { type CitedDossier, dossiersOf } from './cited-dossier.ts'
import { type LaterLeaning, laterLeanings } from './later-leanings.ts'
import { leansUntil } from './leaning.ts'

/** A paper that something leans on and that ends before it, or that has a newer issue. */
export interface WeakPaper {
  paperId: string
  kind: PaperKind
  title: string
  validTo: Day | null
  /** The newer issue in the vault, which the dossier does not cite. */
  newerId: string | null
}

/** The papers of a dossier under way that end before its round does, or that were replaced since; each once. */
export function weakPapersOf(
  dossier: Pick<Dossier, 'state' | 'regimeId'>,
  evidence: readonly Evidence[],
  day: Day,
): WeakPaper[] {
  const until = leansUntil(dossier, day)
  if (until === null) return []
  return papersIn(evidence.filter((one) => one.replacedById !== null || isWeak(one, until)))
}

/** The papers that the dossier cites, that end before that day and have no newer issue. Whether the reader may see it is the caller's to know. */
export async function listWeakPapers(
  { db }: Pick<Ctx<DossierTables>, 'db'>,
  { dossierId, until }: { dossierId: string; until: Day },
): Promise<WeakPaper[]> {
  return papersIn((await listEvidence(db, dossierId)).filter((one) => isWeak(one, until)))
}

/** The papers of the evidence, each once. */
function papersIn(weak: readonly Evidence[]): WeakPaper[] {
  const byPaper = new Map(
    weak.map(({ paperId, vaultKind, title, validTo, replacedById }) => [
      paperId,
      { paperId, kind: vaultKind, title, validTo, newerId: replacedById },
    ]),
  )
  return [...byPaper.values()]
}

/** A paper that ends, with the dossiers under way that cite it, and what came of others, that will outlast it. */
export interface ExpiringPaper {
  paperId: string
  producerId: string
  validTo: Day
  weakens: CitedDossier[]
  weakensLater: LaterLeaning[]
}

/** The cited papers that end in this span of days, each with what it weakens, the earliest first: for reminders. */
export async function listExpiringPapers(
  { db, now }: Pick<Ctx<DossierTables>, 'db' | 'now'>,
  span: { from: Day; to: Day },
): Promise<ExpiringPaper[]> {
  const papers = await listCitedEnding(db, span)
  const citations = await listCitationsOf(
    db,
    papers.map(({ paperId }) => paperId),
  )
  const later = await laterLeanings(
    { db, now },
    citations.map(({ dossierId }) => dossierId),
  )
  return papers.map((paper) => {
    const ends = { validTo: paper.validTo, replacedById: null }
    const citing = citations.filter(({ paperId }) => paperId === paper.paperId)
    const leaning = citing.filter((one) => isWeak(ends, leansUntil(one, dayOf(now))))
    const weakensLater = later.filter(
      ({ dossierId, until }) => isWeak(ends, until) && citing.some((one) => one.dossierId === dossierId),
    )
    return { ...paper, weakens: dossiersOf(leaning), weakensLater }
  })
}
