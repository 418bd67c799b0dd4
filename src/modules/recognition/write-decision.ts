import type { Ctx } from '#platform/ctx.ts'
import { type Day, dayOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { decisionFaults, type NewDecision, tidyDecision } from './decision-faults.ts'
import { type Decision, insertDecision } from './decision-store.ts'
import type { DecisionKind, DecisionLevel, RecognitionTables } from './recognition-tables.ts'

/** A decision that is about to be written, with the id by which events already speak of it. */
export type DraftDecision = Omit<Decision, 'year'>

interface Drafting {
  kind: DecisionKind
  level: DecisionLevel
  unitPath: string
  /** The day of what it rests on: it cannot be signed before. */
  notBefore: Day
  isDemo: boolean
}

/**
 * The decision, checked and not yet stored.
 * @throws Refusal `invalid` `recognition.decision_faulty` with `faults` by field
 */
export function draftDecision(
  ctx: Ctx<RecognitionTables>,
  written: NewDecision,
  drafting: Drafting,
): DraftDecision {
  const { notBefore, ...about } = drafting
  const decision = tidyDecision(written)
  const faults = decisionFaults(decision, { today: dayOf(ctx.now), notBefore })
  if (Object.keys(faults).length > 0) throw new Refusal('invalid', 'recognition.decision_faulty', { faults })
  return {
    id: newId(ctx.now.getTime()),
    ...about,
    number: decision.number,
    decidedOn: decision.decidedOn,
    signerName: decision.signerName,
    signerPost: decision.signerPost,
    createdAt: ctx.now,
    createdBy: ctx.actor.id,
  }
}

/**
 * Stores the decision and says that it was signed. The number is free or the decision is refused.
 * @throws Refusal `invalid` `recognition.decision_faulty` when the issuer has used the number in that year
 */
export async function writeDecision(
  ctx: Ctx<RecognitionTables>,
  decision: DraftDecision,
  facts: Record<string, unknown>,
): Promise<void> {
  if (!(await insertDecision(ctx.db, decision))) {
    throw new Refusal('invalid', 'recognition.decision_faulty', { faults: { number: 'taken' } })
  }
  const { id, kind, level, unitPath, number, decidedOn, signerName, signerPost } = decision
  const signed = { kind, level, unitPath, number, decidedOn, signerName, signerPost, ...facts }
  await record(ctx, 'decision.signed', `decision:${id}`, signed)
}
