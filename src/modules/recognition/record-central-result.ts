import { findDossier, takeStep } from '#modules/dossiers/index.ts'
import { bandOf, lawRegime } from '#modules/regulation/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { type Day, dayOf, isDay } from '#platform/dates.ts'
import { isId, newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { NewDecision } from './decision-faults.ts'
import { mayRecordForCentre, maySee } from './decision-level.ts'
import { insertCentralResult } from './decision-store.ts'
import { type IssuedCertificate, type IssuingTables, issueRecognition } from './issue-recognition.ts'
import type { DecidedDossier } from './open-consequences.ts'
import { draftDecision, writeDecision } from './write-decision.ts'

/** What the centre's council concluded, as its minutes have it. */
export interface CentralResult {
  dossierId: string
  /** In hundredths of a point. */
  average: number
  /** The rank after the star marks; never above the band of the average. */
  stars: number
  minutesNumber: string
  concludedOn: Day
  note?: string
  /** The minister's decision; needed for five stars, and only then. */
  decision?: NewDecision
}

/**
 * Writes down the result of the centre's council and what follows: at 90 and five stars the minister's recognition with
 * its certificate, else the product goes back to its province (QĐ 26/2026 art. 7.4).
 */
export function recordCentralResult(
  ctx: Ctx<IssuingTables>,
  result: CentralResult,
): Promise<{ certificate: IssuedCertificate | null }> {
  return inTransaction(ctx, async (ctx) => {
    const dossier = await getDossierAtCentre(ctx, result.dossierId)
    const faults = centralFaults(result, dossier, dayOf(ctx.now))
    if (Object.keys(faults).length > 0)
      throw new Refusal('invalid', 'recognition.central_result_faulty', { faults })

    if (result.stars === 5) return { certificate: await recogniseAtFive(ctx, dossier, result) }
    const { average, stars } = result
    await takeStep(ctx, { dossierId: dossier.id, step: 'return', facts: { average, stars } })
    await insertCentralResult(ctx.db, rowOf(ctx, result))
    return { certificate: null }
  })
}

async function getDossierAtCentre(ctx: Ctx<IssuingTables>, dossierId: string): Promise<DecidedDossier> {
  const dossier = isId(dossierId) ? await findDossier(ctx.db, dossierId) : undefined
  if (!dossier || !maySee(ctx.actor, dossier.unitPath))
    throw new Refusal('not_found', 'recognition.dossier_unknown')
  if (!mayRecordForCentre(ctx.actor)) throw new Refusal('forbidden', 'recognition.not_the_centre')
  if (dossier.state !== 'sent_to_centre')
    throw new Refusal('conflict', 'recognition.not_at_the_centre', { code: dossier.code })
  return dossier
}

async function recogniseAtFive(ctx: Ctx<IssuingTables>, dossier: DecidedDossier, result: CentralResult) {
  if (!result.decision)
    throw new Refusal('invalid', 'recognition.decision_faulty', { faults: { number: 'missing' } })
  const decision = draftDecision(ctx, result.decision, {
    kind: 'recognise',
    level: 'centre',
    unitPath: 'vn',
    notBefore: result.concludedOn,
    isDemo: dossier.isDemo,
  })
  const { average, stars } = result
  const facts = { decisionId: decision.id, number: decision.number, average, stars }
  await takeStep(ctx, { dossierId: dossier.id, step: 'recognise', facts })
  await writeDecision(ctx, decision, { dossiers: [dossier.id] })
  await insertCentralResult(ctx.db, rowOf(ctx, result))
  return issueRecognition(ctx, { dossier, stars, decision })
}

export type CentralFaults = Partial<Record<'average' | 'stars' | 'minutesNumber' | 'concludedOn', string>>

/** What is wrong with the result as written down; the stars cannot exceed what the average allows. */
export function centralFaults(
  result: CentralResult,
  { regimeId }: { regimeId: string },
  today: Day,
): CentralFaults {
  const { average, stars, minutesNumber, concludedOn } = result
  const faults: CentralFaults = {}
  const isAverage = Number.isInteger(average) && average >= 0 && average <= 10_000
  if (!isAverage) faults.average = 'not_a_score'
  if (!Number.isInteger(stars) || stars < 1 || stars > 5) faults.stars = 'not_a_rank'
  else if (isAverage && stars > bandOf(average, lawRegime(regimeId).bands)) faults.stars = 'above_the_band'
  if (minutesNumber.trim() === '') faults.minutesNumber = 'missing'
  if (!isDay(concludedOn)) faults.concludedOn = 'not_a_day'
  else if (concludedOn > today) faults.concludedOn = 'in_future'
  return faults
}

function rowOf(ctx: Ctx<IssuingTables>, result: CentralResult) {
  const { dossierId, average, stars, minutesNumber, concludedOn, note } = result
  return {
    id: newId(ctx.now.getTime()),
    dossierId,
    average,
    stars,
    minutesNumber: minutesNumber.trim(),
    concludedOn,
    note: note?.trim() || null,
    recordedBy: ctx.actor.id,
    recordedAt: ctx.now,
  }
}
