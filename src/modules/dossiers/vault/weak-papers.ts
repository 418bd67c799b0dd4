import { isWeak, type PaperKind } from '#modules/producers/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type Day, dayOf } from '#platform/dates.ts'
import type { Dossier, DossierTables } from '../dossier-store.ts'
import { type Evidence, listEvidence } from '../evidence-store.ts'
import { listCitationsOf, listEnding } from './citation-store.ts'
import { type CitedDossier, dossiersOf } from './cited-dossier.ts'
import { leansUntil } from './leaning.ts'
import { type Leaning, leaningsOn, weakenedBy } from './leanings.ts'

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

/** A paper that ends, with the dossiers under way that cite it, and what else leans on it, that will outlast it. */
export interface ExpiringPaper {
  paperId: string
  producerId: string
  validTo: Day
  weakens: CitedDossier[]
  weakensLater: Leaning[]
}

/** The papers that end in this span of days, each with what it weakens, the earliest first: for reminders. */
export async function listExpiringPapers(
  { db, now }: Pick<Ctx<DossierTables>, 'db' | 'now'>,
  span: { from: Day; to: Day },
): Promise<ExpiringPaper[]> {
  const papers = await listEnding(db, span)
  const paperIds = papers.map(({ paperId }) => paperId)
  const citations = await listCitationsOf(db, paperIds)
  const dossierIds = citations.map(({ dossierId }) => dossierId)
  const leanings = await leaningsOn({ db, now }, { dossierIds, paperIds })
  return papers.map((paper) => {
    const ends = { ...paper, replacedById: null }
    const citing = citations.filter(({ paperId }) => paperId === paper.paperId)
    const leaning = citing.filter((one) => isWeak(ends, leansUntil(one, dayOf(now))))
    const cited = new Set(citing.map(({ dossierId }) => dossierId))
    const weakensLater = weakenedBy(leanings, { ...ends, dossierIds: cited })
    return { ...paper, weakens: dossiersOf(leaning), weakensLater }
  })
}
