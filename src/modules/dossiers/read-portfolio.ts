import { mandatedWork } from '#modules/consultants/index.ts'
import type { PaperKind as ProducerPaperKind } from '#modules/producers/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { addDays, type Day, dayOf } from '#platform/dates.ts'
import { type Advice, adviceOf, type Lack } from './completeness.ts'
import { countTabs, type ListedDossier, listDossiers } from './dossier-list-store.ts'
import { type DossierTables, findDossier } from './dossier-store.ts'
import { type DossierTab, tabOf } from './dossier-tabs.ts'
import { listEvidence } from './evidence-store.ts'
import { findOpenFixList } from './fix-list-store.ts'
import { isOpenItem } from './fix-target.ts'
import { listEndingPapers } from './portfolio-store.ts'
import { lacksOfDossier } from './submit-dossier.ts'

/** How long before its end a paper of the producer is told of. */
const tellAhead = 60

/** A dossier of the portfolio: what is missing in it, and which of its producer's papers end soon. */
export interface PortfolioLine {
  row: ListedDossier
  /** Null where the dossier is in other hands now. */
  missing: { lacks: Lack[]; advice: Advice; unmended: number } | null
  endingPapers: { kind: ProducerPaperKind; validTo: Day }[]
}

export interface Portfolio {
  tab: DossierTab
  counts: Record<string, number>
  lines: PortfolioLine[]
  next: string | null
}

/** The dossiers that the actor works on as a consultant today, under mandates in force. */
export async function readPortfolio(
  ctx: Pick<Ctx<DossierTables>, 'db' | 'actor' | 'now'>,
  asked: { tab: string | undefined; after: string | undefined; limit?: number },
): Promise<Portfolio> {
  const today = dayOf(ctx.now)
  const work = await mandatedWork(ctx)
  const query = { actor: ctx.actor, view: 'portfolio', today, work } as const
  const tab = tabOf('portfolio', asked.tab)
  const { rows, next } = await listDossiers(ctx.db, query, {
    tab,
    after: asked.after,
    limit: asked.limit ?? 30,
  })
  const producerIds = [...new Set(rows.map(({ producerId }) => producerId))]
  const papers = await listEndingPapers(ctx.db, producerIds, addDays(today, tellAhead))
  const lines: PortfolioLine[] = []
  for (const row of rows) {
    const endingPapers = papers.filter(({ producerId }) => producerId === row.producerId)
    lines.push({ row, missing: await missingIn(ctx, row), endingPapers })
  }
  return { tab, counts: await countTabs(ctx.db, query), lines, next }
}

async function missingIn(
  ctx: Pick<Ctx<DossierTables>, 'db'>,
  { id, state }: ListedDossier,
): Promise<PortfolioLine['missing']> {
  const open = state === 'draft' || state === 'returned' || state === 'returned_by_province'
  const dossier = open ? await findDossier(ctx.db, id) : undefined
  if (!dossier) return null
  const lacks = await lacksOfDossier(ctx, dossier, true)
  const advice = adviceOf({ report: dossier.report, evidence: await listEvidence(ctx.db, id) })
  const fixList = await findOpenFixList(ctx.db, id)
  const unmended = fixList?.items.filter(isOpenItem).length ?? 0
  return { lacks, advice, unmended }
}
