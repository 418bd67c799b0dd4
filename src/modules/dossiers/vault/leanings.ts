import { isWeak } from '#modules/producers/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Day } from '#platform/dates.ts'
import type { DossierTables } from '../dossier-store.ts'

/** What leans on papers outside of dossiers: a certificate on those of its dossier, a buyer pack on each one in it. */
export interface Leaning {
  on: { dossierId: string } | { paperId: string }
  /** To which day it leans; null for as long as it is kept. */
  until: Day | null
  name: string
  href: string
  /** The key of what is said before such names where a paper weakens them: `recognition:weakened`. */
  said: string
}

/** The dossiers that cite the papers, and the papers themselves. */
export interface LeanedOn {
  dossierIds: readonly string[]
  paperIds: readonly string[]
}

type FindLeanings = (ctx: Pick<Ctx<DossierTables>, 'db' | 'now'>, on: LeanedOn) => Promise<Leaning[]>

const finders: FindLeanings[] = []

/** Lets a later module say what leans on papers. Called once by each module when it is loaded. */
export function addLeanings(find: FindLeanings): void {
  finders.push(find)
}

/** All that leans on these papers, or on the papers of these dossiers. Who may know of it is the caller's to judge. */
export async function leaningsOn(
  ctx: Pick<Ctx<DossierTables>, 'db' | 'now'>,
  { dossierIds, paperIds }: LeanedOn,
): Promise<Leaning[]> {
  const on = { dossierIds: [...new Set(dossierIds)], paperIds: [...new Set(paperIds)] }
  return (await Promise.all(finders.map((find) => find(ctx, on)))).flat()
}

interface Leaned {
  paperId: string
  validTo: Day | null
  replacedById: string | null
  /** The dossiers that cite it. */
  dossierIds: ReadonlySet<string>
}

/** Of these leanings those that a paper which ends will not carry to their day. */
export function weakenedBy(leanings: readonly Leaning[], paper: Leaned): Leaning[] {
  return leanings.filter(
    (leaning) => leansOn(leaning, paper) && (leaning.until === null || isWeak(paper, leaning.until)),
  )
}

/** Whether it leans on this paper, by itself or by a dossier that cites it. */
export function leansOn({ on }: Leaning, { paperId, dossierIds }: Pick<Leaned, 'paperId' | 'dossierIds'>) {
  return 'paperId' in on ? on.paperId === paperId : dossierIds.has(on.dossierId)
}
