import { namesOf, type PeopleTables } from '#modules/people/index.ts'
import type { Producer } from '#modules/producers/index.ts'
import type { Product } from '#modules/products/index.ts'
import type { CriteriaSet } from '#modules/regulation/index.ts'
import type { Actor, Ctx } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { listEvents } from '#platform/events/event-store.ts'
import { type SelfAssessment, selfAssessmentOf } from './answer-store.ts'
import { type CommuneAssessment, findAssessment } from './assessment-store.ts'
import { type Advice, adviceOf, type Lack } from './completeness.ts'
import { criteriaOfDossier } from './criteria-of-dossier.ts'
import type { Dossier, DossierTables } from './dossier-store.ts'
import { mandateFor, mandateForFiles, writerOf } from './dossier-writer.ts'
import { type Evidence, listEvidence } from './evidence-store.ts'
import { authorsOf, type FieldAuthor } from './field-author.ts'
import { type FixList, findOpenFixList } from './fix-list-store.ts'
import { type FixTarget, mayChange } from './fix-target.ts'
import { getDossier } from './get-dossier.ts'
import { findRegistered } from './registered.ts'
import { findWaitingSignature } from './signature-store.ts'
import type { SnapshotContent } from './snapshot.ts'
import { listSnapshots } from './snapshot-store.ts'
import { lacksOfDossier } from './submit-dossier.ts'
import { type WeakPaper, weakPapersOf } from './vault/weak-papers.ts'
import { actsAtCounter, takesPart } from './workflow.ts'

/** A dossier with all that its pages show. */
export interface DossierFile {
  dossier: Dossier
  product: Product
  producer: Producer
  set: CriteriaSet
  self: SelfAssessment
  evidence: Evidence[]
  /** Papers that end before the dossier is through, or have a newer issue. */
  weak: WeakPaper[]
  /** What was sent back and is not closed yet. */
  fixList: FixList | undefined
  assessment: CommuneAssessment | undefined
  /** The dossier of the last assessment of this product, as it was handed in. */
  follows: SnapshotContent | undefined
  /** What keeps it from being handed in, the pledge apart. */
  lacks: Lack[]
  advice: Advice
  /** Whether the one who reads it is its producer. */
  isOwn: boolean
  /** Whether the one who reads it is a consultant under a mandate in force. */
  byMandate: boolean
  /** Of a dossier that was filed at the counter: who typed it in, and whether the reader goes on with that. */
  counter: Counter | null
  /** Who wrote each field last; see `formField`. */
  authors: ReadonlyMap<string, FieldAuthor>
  /** Whether the one who reads it may change this part now. */
  mayEdit: (target: FixTarget) => boolean
  /** Whether the one who reads it may add files here, and take them out. */
  mayEditFiles: (target: FixTarget) => boolean
}

export interface Counter {
  by: string
  acting: boolean
  /** The signed page that waits for its act. */
  signature: { id: string; keptAt: Date } | null
}

type ReadCtx = Pick<Ctx<DossierTables & PeopleTables>, 'db' | 'actor' | 'now'>

/** The dossier with all that its pages show, for whoever may read it. @throws Refusal `not_found` for anybody else */
export async function readDossierFile(ctx: ReadCtx, id: string): Promise<DossierFile> {
  const { db } = ctx
  const dossier = await getDossier(ctx, id)
  const [registered, set, self, evidence, fixList, assessment, lacks, followed, authors, writer] =
    await Promise.all([
      findRegistered(db, dossier.productId),
      criteriaOfDossier(db, dossier),
      selfAssessmentOf(db, dossier.id),
      listEvidence(db, dossier.id),
      findOpenFixList(db, dossier.id),
      findAssessment(db, dossier.id),
      lacksOfDossier({ db }, dossier, true),
      dossier.followsId ? listSnapshots(db, dossier.followsId) : [],
      authorsOf(db, dossier.id),
      writerOf(ctx, dossier),
    ])
  if (!registered) throw new Error(`the product of ${dossier.code} is gone`)
  const open = new Set(fixList?.items.map(({ target }) => target))
  const advice = adviceOf({ report: dossier.report, evidence })
  const follows = followed[0]?.content
  const within = (by: typeof mandateFor) => (target: FixTarget) =>
    writer !== null && mayChange(dossier.state, open, target) && by(writer, target) !== undefined
  return {
    weak: weakPapersOf(dossier, evidence, dayOf(ctx.now)),
    ...{ dossier, ...registered, set, self, evidence, fixList, assessment, follows, lacks, advice, authors },
    isOwn: writer?.as === 'producer',
    byMandate: writer?.as === 'consultant',
    counter: await counterOf(ctx, dossier),
    mayEdit: within(mandateFor),
    mayEditFiles: within(mandateForFiles),
  }
}

async function counterOf({ db, actor }: ReadCtx, dossier: Dossier): Promise<Counter | null> {
  if (!dossier.atCounter) return null
  const [names, signature] = await Promise.all([
    namesOf(db, [dossier.createdBy]),
    findWaitingSignature(db, dossier.id),
  ])
  return {
    by: names.get(dossier.createdBy ?? '') ?? '',
    acting: actsAtCounter(actor, dossier),
    signature: signature ? { id: signature.id, keptAt: signature.keptAt } : null,
  }
}

/** Where a writer goes on after saving a part: the producer to what is left to mend, everybody to what is missing. */
export function afterSaving({
  dossier: { id, state },
  isOwn,
}: Pick<DossierFile, 'dossier' | 'isOwn'>): string {
  return state === 'draft' || !isOwn ? `/dossiers/${id}` : `/dossiers/${id}/mending`
}

/** Gender and ethnicity of a person are shown to those who handle the dossier, and to no other reader. */
export function seesSensitive(actor: Actor, dossier: Dossier): boolean {
  const handling = ['producer', 'commune_officer', 'province_officer'] as const
  return handling.some((role) => takesPart(actor, role, dossier))
}

export interface Happening {
  name: string
  facts: Record<string, unknown>
  at: Date
  by: string | undefined
  /** Where it changed hands: who holds it then, and who held it before. */
  holder?: string | undefined
  before?: string | undefined
}

function idIn(fact: unknown): string | null {
  return typeof fact === 'string' ? fact : null
}

/** What happened to the dossier, the last first; savings of one part that follow each other stand as one. */
export async function readHistory(
  { db }: Pick<ReadCtx, 'db'>,
  dossier: Pick<Dossier, 'id'>,
): Promise<Happening[]> {
  const events = (await listEvents(db, `dossier:${dossier.id}`)).toReversed()
  const told = events.filter(({ name, actorId }, place) => {
    const after = events[place - 1]
    return !(name.endsWith('_saved') && after?.name === name && after.actorId === actorId)
  })
  const names = await namesOf(
    db,
    told.flatMap(({ actorId, facts }) => [actorId, idIn(facts.holderId), idIn(facts.before)]),
  )
  const nameIn = (id: unknown) => names.get(idIn(id) ?? '')
  return told.map(({ name, facts, at, actorId }) => ({
    ...{ name, facts, at, by: names.get(actorId ?? '') },
    ...{ holder: nameIn(facts.holderId), before: nameIn(facts.before) },
  }))
}
