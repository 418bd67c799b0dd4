import { holds } from '#modules/people/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf, yearOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { takeNumber } from '#platform/numbers/number-series.ts'
import { Refusal } from '#platform/refusal.ts'
import { type DecisionFaults, decisionFaults, type NewDecision, tidyDecision } from '../decision-faults.ts'
import { mayDecide } from '../decision-level.ts'
import type { Decision } from '../decision-store.ts'
import type { IssuingTables } from '../issue-recognition.ts'
import { findCentralLetter, insertCentralLetter } from './central-letter-store.ts'
import { getApproval } from './get-approval.ts'
import { lacksOfPacks } from './lacks-of-packs.ts'

/** The letter as its signer writes it; without a number it gets the next of the programme's series. */
export interface NewCentralLetter extends NewDecision {
  /** Why a part that art. 6.3 asks for is not sent; needed where one is missing. */
  missingReason: string
}

export type CentralLetterFaults = DecisionFaults & { missingReason?: 'missing' }

const sign = 'UBND-OCOP'

/**
 * Writes the letter with which the province sends the ministry the results that a decision approved (QĐ 26/2026 art.
 * 6.3a, 7.3e), once. The province's leader and its OCOP officers do.
 * @throws Refusal `invalid` `recognition.letter_faulty` with `faults` by field, `conflict` when it is written already
 */
export function writeCentralLetter(
  ctx: Ctx<IssuingTables>,
  { decisionId, letter: written }: { decisionId: string; letter: NewCentralLetter },
): Promise<{ number: string }> {
  return inTransaction(ctx, async (ctx) => {
    const decision = await getApproval(ctx, decisionId)
    if (!mayWriteLetter(ctx, decision)) throw new Refusal('forbidden', 'recognition.not_the_province')
    const letter = { ...tidyDecision(written), missingReason: written.missingReason.trim() }
    const faults = await faultsOf(ctx, decision, letter)
    if (Object.keys(faults).length > 0) throw new Refusal('invalid', 'recognition.letter_faulty', { faults })
    if (await findCentralLetter(ctx.db, decisionId))
      throw new Refusal('conflict', 'recognition.letter_written')

    const number = letter.number || (await nextNumber(ctx, decision, letter))
    await keep(ctx, decision, { ...letter, number })
    await record(ctx, 'central_letter.written', `decision:${decisionId}`, {
      number,
      datedOn: letter.decidedOn,
    })
    return { number }
  })
}

/** Whether the actor writes the province's letters to the ministry. */
export function mayWriteLetter(
  { actor }: Pick<Ctx<IssuingTables>, 'actor'>,
  { unitPath }: Decision,
): boolean {
  return mayDecide(actor, unitPath) || holds(actor, 'province_officer', unitPath)
}

async function faultsOf(
  ctx: Ctx<IssuingTables>,
  decision: Decision,
  letter: NewCentralLetter,
): Promise<CentralLetterFaults> {
  const { number } = letter
  const rules = { today: dayOf(ctx.now), notBefore: decision.decidedOn }
  const faults: CentralLetterFaults = decisionFaults({ ...letter, number: number || sign }, rules)
  // Numbers of the series have no gap, so nobody types one.
  if (number.toUpperCase().endsWith(`/${sign}`)) faults.number = 'taken'
  const lacks = letter.missingReason === '' ? await lacksOfPacks(ctx, decision.id) : []
  if (lacks.some(({ missing }) => missing.length > 0)) faults.missingReason = 'missing'
  return faults
}

async function nextNumber(
  ctx: Ctx<IssuingTables>,
  { id, unitPath }: Decision,
  { decidedOn }: NewCentralLetter,
): Promise<string> {
  const asked = { series: `${unitPath}:${sign}`, year: yearOf(decidedOn), subject: `decision:${id}` }
  return `${String(await takeNumber(ctx, asked)).padStart(2, '0')}/${sign}`
}

async function keep(
  ctx: Ctx<IssuingTables>,
  { id: decisionId, unitPath }: Decision,
  { number, decidedOn, signerName, signerPost, missingReason }: NewCentralLetter,
): Promise<void> {
  const isNew = await insertCentralLetter(ctx.db, {
    ...{ decisionId, unitPath, number, datedOn: decidedOn, signerName, signerPost },
    missingReason: missingReason || null,
    writtenBy: ctx.actor.id,
    writtenAt: ctx.now,
  })
  if (isNew) return
  if (await findCentralLetter(ctx.db, decisionId)) throw new Refusal('conflict', 'recognition.letter_written')
  throw new Refusal('invalid', 'recognition.letter_faulty', { faults: { number: 'taken' } })
}
