import {
  getPaper,
  getProducer,
  isOwn,
  isWeak,
  listPapers,
  mayChange,
  type PaperAt,
  type PaperStatus,
  type PaperWithPages,
  type Producer,
  paperStatus,
} from '#modules/producers/index.ts'
import type { Actor, Ctx } from '#platform/ctx.ts'
import { type Day, dayOf } from '#platform/dates.ts'
import type { DossierTables } from '../dossier-store.ts'
import { mayRead } from '../reach.ts'
import { type CitationOfPaper, isHandedIn, listCitations } from './citation-store.ts'
import { type CitedDossier, dossiersOf } from './cited-dossier.ts'
import { leansUntil } from './leaning.ts'
import { type Leaning, leaningsOn, weakenedBy } from './leanings.ts'

/** A paper of the vault, how it stands today, and the dossiers in the reader's reach that cite it. */
export interface VaultLine {
  paper: PaperWithPages
  status: PaperStatus
  citations: CitationOfPaper[]
  /** Of these dossiers those under way that it will not outlast. */
  weakens: CitedDossier[]
  /** What else names it: the buyer packs that it is in. */
  heldBy: Leaning[]
  /** What leans on it, or came of these dossiers and leans on them, though it ends soon or has ended. */
  weakensLater: Leaning[]
}

export interface Vault {
  producer: Producer
  lines: VaultLine[]
  changeable: boolean
  /** Whether the reader is of the producer's own people. */
  isOwn: boolean
}

/** The vault of a producer. @throws Refusal `not_found` out of reach */
export async function readVault(ctx: Ctx<DossierTables>, producerId: string): Promise<Vault> {
  const producer = await getProducer(ctx, producerId)
  const papers = await listPapers(ctx.db, producer.id)
  const citations = (await listCitations(ctx.db, producer.id)).filter((one) => mayRead(ctx.actor, one))
  const today = dayOf(ctx.now)
  const leanings = await leaningsOn(ctx, {
    dossierIds: citations.map(({ dossierId }) => dossierId),
    paperIds: papers.map(({ id }) => id),
  })
  const lines = papers.map((paper) => lineOf(paper, { citations, leanings }, today))
  return { producer, lines, ...rightsOf(ctx.actor, producer) }
}

export interface VaultPaper extends VaultLine, Omit<Vault, 'lines'> {
  /** The papers that it replaced, the last first, and the one that replaced it. */
  earlier: PaperWithPages[]
  newer: PaperWithPages | undefined
  /** A handed-in dossier names it: its pages never change, and it stays. */
  isFrozen: boolean
}

/** One paper of the vault. @throws Refusal `not_found` out of reach */
export async function readVaultPaper(ctx: Ctx<DossierTables>, at: PaperAt): Promise<VaultPaper> {
  const { paper } = await getPaper(ctx, at)
  const { lines, ...vault } = await readVault(ctx, at.producerId)
  const line = lines.find((one) => one.paper.id === paper.id)
  if (!line) throw new Error(`paper ${paper.id} is gone`)
  const papers = lines.map((one) => one.paper)
  return {
    ...vault,
    ...line,
    earlier: earlierThan(paper.id, papers),
    newer: papers.find(({ id }) => id === paper.replacedById),
    isFrozen: await isHandedIn(ctx.db, paper.id),
  }
}

function earlierThan(id: string, papers: readonly PaperWithPages[]): PaperWithPages[] {
  return papers
    .filter(({ replacedById }) => replacedById === id)
    .flatMap((before) => [before, ...earlierThan(before.id, papers)])
}

function lineOf(
  paper: PaperWithPages,
  all: { citations: readonly CitationOfPaper[]; leanings: readonly Leaning[] },
  today: Day,
): VaultLine {
  const citations = all.citations.filter(({ paperId }) => paperId === paper.id)
  const weak = citations.filter((one) => isWeak(paper, leansUntil(one, today)))
  const status = paperStatus(paper, today)
  const ends = status === 'expiring' || status === 'expired'
  const dossierIds = new Set(citations.map(({ dossierId }) => dossierId))
  const heldBy = all.leanings.filter(({ on }) => 'paperId' in on && on.paperId === paper.id)
  const weakensLater = ends ? weakenedBy(all.leanings, { ...paper, paperId: paper.id, dossierIds }) : []
  return { paper, status, citations, heldBy, weakens: dossiersOf(weak), weakensLater }
}

function rightsOf(actor: Actor, producer: Producer) {
  return { changeable: mayChange(actor, producer), isOwn: isOwn(actor, producer) }
}
