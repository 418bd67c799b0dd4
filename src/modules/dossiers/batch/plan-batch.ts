import { namesOf } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/ids.ts'
import type { Refusal } from '#platform/refusal.ts'
import { type Dossier, type DossierTables, findDossier } from '../dossier-store.ts'
import { mayRead } from '../reach.ts'
import { findRegistered } from '../registered.ts'
import type { Carriage } from '../rounds/round-rules.ts'
import type { AssessmentRound } from '../rounds/round-store.ts'
import { type BatchStep, mostInBatch } from './batch-steps.ts'
import { judgeDossier } from './judge-dossier.ts'

/** A dossier in the summary of a batch: what will happen to it, or why nothing will. */
export interface PlannedLine extends BatchSubject {
  version: number
  refusal: Refusal | null
  carriage: Carriage<AssessmentRound> | null
}

/** How a dossier is named in a batch. */
export interface BatchSubject {
  dossierId: string
  code: string
  productName: string
  producerName: string
  holder: 'me' | 'nobody' | { name: string }
}

type ReadCtx = Pick<Ctx<DossierTables>, 'db' | 'actor' | 'now'>

/** What a batch would do, dossier by dossier; those out of the actor's reach are left out. */
export async function planBatch(
  ctx: ReadCtx,
  step: BatchStep,
  ids: readonly string[],
): Promise<PlannedLine[]> {
  const lines: PlannedLine[] = []
  for (const dossier of await readable(ctx, ids)) {
    const { refusal = null, carriage = null } = await judgeDossier(ctx, step, dossier)
    lines.push({ ...(await subjectOf(ctx, dossier)), version: dossier.version, refusal, carriage })
  }
  return lines
}

/** The dossiers of a batch by their names, in its order. */
export async function readSubjects(ctx: ReadCtx, ids: readonly string[]): Promise<BatchSubject[]> {
  const subjects: BatchSubject[] = []
  for (const dossier of await readable(ctx, ids)) subjects.push(await subjectOf(ctx, dossier))
  return subjects
}

async function readable({ db, actor }: ReadCtx, ids: readonly string[]): Promise<Dossier[]> {
  const dossiers: Dossier[] = []
  for (const id of [...new Set(ids)].filter(isId).slice(0, mostInBatch)) {
    const dossier = await findDossier(db, id)
    if (dossier && mayRead(actor, dossier)) dossiers.push(dossier)
  }
  return dossiers
}

async function subjectOf({ db, actor }: ReadCtx, dossier: Dossier): Promise<BatchSubject> {
  const registered = await findRegistered(db, dossier.productId)
  const { id: dossierId, code, holderId } = dossier
  const name = (await namesOf(db, [holderId])).get(holderId ?? '') ?? ''
  return {
    ...{ dossierId, code },
    productName: registered?.product.name ?? code,
    producerName: registered?.producer.name ?? '',
    holder: holderId === null ? 'nobody' : holderId === actor.id ? 'me' : { name },
  }
}
