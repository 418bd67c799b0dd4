import type { Kysely } from 'kysely'
import { type CouncilTables, findResult } from '#modules/councils/index.ts'
import { type DossierTables, findDossier } from '#modules/dossiers/index.ts'
import type { Consequence } from '#modules/regulation/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type Day, dayOf } from '#platform/dates.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { consequencesAt } from './consequences-at.ts'
import { issuerOf, maySee } from './decision-level.ts'
import { findCentralResult } from './decision-store.ts'
import type { RecognitionTables } from './recognition-tables.ts'

/** What deciding on a dossier reads. */
export type DecidingTables = RecognitionTables & DossierTables & CouncilTables

export type DecidedDossier = NonNullable<Awaited<ReturnType<typeof findDossier>>>

/** A dossier that waits for a decision, with the council's result that the decision rests on. */
export interface WaitingDossier {
  dossier: DecidedDossier
  /** The stored result: nobody types a star. */
  stars: number
  /** In hundredths of a point. */
  average: number
  concludedOn: Day
  /** What the law lets follow, the regular first. */
  consequences: readonly Consequence[]
}

/**
 * The dossier and what may follow from its council's result. The province decides on its own council's result, or, when
 * the centre sent the product back, on the centre's (QĐ 26/2026 art. 7.3e, 7.4g).
 * @throws Refusal `not_found` out of the actor's reach; `conflict` when it does not wait for a decision
 */
export async function getWaitingDossier(
  ctx: Ctx<DecidingTables>,
  dossierId: string,
): Promise<WaitingDossier> {
  const dossier = isId(dossierId) ? await findDossier(ctx.db, dossierId) : undefined
  if (!dossier || !maySee(ctx.actor, dossier.unitPath))
    throw new Refusal('not_found', 'recognition.dossier_unknown')
  const waiting = await waitingOf(ctx.db, dossier)
  if (!waiting) throw new Refusal('conflict', 'recognition.not_waiting', { code: dossier.code })
  return waiting
}

async function waitingOf(
  db: Kysely<DecidingTables>,
  dossier: DecidedDossier,
): Promise<WaitingDossier | undefined> {
  if (dossier.state === 'scored') return scored(db, dossier)
  if (dossier.state === 'returned_by_centre') return returned(db, dossier)
  return undefined
}

async function scored(
  db: Kysely<DecidingTables>,
  dossier: DecidedDossier,
): Promise<WaitingDossier | undefined> {
  const result = await findResult(db, dossier.id)
  if (!result || result.stars === null || result.average === null) return undefined
  const { stars, average } = result
  const consequences = consequencesAt({ ...dossier, stars, average })
  return { dossier, stars, average, concludedOn: dayOf(result.decidedAt), consequences }
}

async function returned(
  db: Kysely<DecidingTables>,
  dossier: DecidedDossier,
): Promise<WaitingDossier | undefined> {
  const result = await findCentralResult(db, dossier.id)
  if (!result) return undefined
  const { stars, average, concludedOn } = result
  return {
    dossier,
    stars,
    average,
    concludedOn,
    consequences: consequencesAt({ ...dossier, stars, average }),
  }
}

/** Where a decision on the dossier is numbered and signed. */
export function provincialIssuer({ dossier }: WaitingDossier): string {
  return issuerOf('province', dossier.unitPath)
}
