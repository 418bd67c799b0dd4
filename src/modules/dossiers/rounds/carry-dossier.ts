import { holds } from '#modules/people/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf, yearOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { takeNumber } from '#platform/numbers/number-series.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Dossier, DossierTables } from '../dossier-store.ts'
import { lockDossier, refuseOldVersion } from '../get-dossier.ts'
import { provincePathOf } from '../numbers.ts'
import { changeDossier } from '../take-step.ts'
import type { DossierState } from '../workflow.ts'
import { insertCarry, listCarries } from './carry-store.ts'
import { type Carriage, carriageOf } from './round-rules.ts'
import { type AssessmentRound, listRounds } from './round-store.ts'

export interface Carrying {
  dossierId: string
  /** Left out, the law's next. */
  toRoundId?: string | undefined
  /** Why it cannot be finished in its round; other carrying explains itself. */
  note: string
  version?: number | undefined
}

/** Where a dossier can stand while it is still carried: before a session has it. */
export const carriedStates: readonly DossierState[] = ['proposed', 'returned_by_province', 'checked']

/**
 * The province carries a dossier to a later round, with a letter from its own series to the commune and the producer:
 * one that came after the cut-off, one that cannot be finished in its round, or one that an extra round takes sooner (QĐ
 * 26/2026/QĐ-TTg, art. 5). The letter, the round and the event are one; no dossier changes its round otherwise.
 * @throws Refusal `conflict` where it stands before a session, was carried already, or no later round takes it;
 * `invalid` without a reason
 */
export function carryDossier(
  ctx: Ctx<DossierTables>,
  { dossierId, toRoundId, note, version }: Carrying,
): Promise<{ carryId: string; letterNumber: string }> {
  return inTransaction(ctx, async (ctx) => {
    const dossier = await lockDossier(ctx, dossierId)
    refuseOldVersion(dossier, version)
    const { reason, from, targets } = await carriageFor(ctx, dossier)
    const to = targets.find(({ id }) => !toRoundId || id === toRoundId)
    if (!to) throw new Refusal('conflict', 'rounds.not_a_target')
    if (reason === 'unfinished' && note.trim() === '') throw new Refusal('invalid', 'rounds.reason_missing')
    const letter = await nextLetter(ctx, dossier)
    const carryId = newId(ctx.now.getTime())
    const rounds = { fromRoundId: from.id, toRoundId: to.id }
    const carry = { id: carryId, dossierId, ...rounds, reason, note: note.trim(), ...letter }
    if (!(await insertCarry(ctx.db, { ...carry, carriedBy: ctx.actor.id, carriedAt: ctx.now })))
      throw new Refusal('conflict', 'rounds.carried_already')
    await changeDossier(ctx, dossier, { roundId: to.id })
    const { letterNumber } = letter
    const { kind, year, number } = to
    // The year as a text: in sentences it is no number to be grouped.
    const named = { kind, year: String(year), number }
    const facts = { carryId, ...rounds, reason, note: carry.note, letterNumber, ...named }
    await record(ctx, 'dossier.carried', `dossier:${dossierId}`, facts)
    return { carryId, letterNumber }
  })
}

/**
 * How the dossier can be carried today by this officer.
 * @throws Refusal `forbidden` for anybody but the province, `conflict` where it cannot be carried
 */
export async function carriageFor(
  ctx: Pick<Ctx<DossierTables>, 'db' | 'actor' | 'now'>,
  dossier: Dossier,
): Promise<Carriage<AssessmentRound>> {
  if (!holds(ctx.actor, 'province_officer', dossier.unitPath))
    throw new Refusal('forbidden', 'dossiers.not_yours')
  const { id, state, roundId, proposedOn } = dossier
  if (!roundId || !proposedOn) throw new Refusal('conflict', 'rounds.in_no_round')
  if (!carriedStates.includes(state)) throw new Refusal('conflict', 'rounds.past_carrying', { state })
  const carriedFrom = (await listCarries(ctx.db, id)).map(({ fromRoundId }) => fromRoundId)
  const rounds = await listRounds(ctx.db, provincePathOf(dossier.unitPath))
  const carriage = carriageOf(rounds, { roundId, proposedOn, carriedFrom }, dayOf(ctx.now))
  if (!carriage) throw new Refusal('conflict', 'rounds.no_later_round')
  return carriage
}

/** Letters of the programme have a series of their own, apart from whatever else the province numbers. */
async function nextLetter(ctx: Ctx<DossierTables>, { id, unitPath }: Dossier) {
  const issuerPath = provincePathOf(unitPath)
  const numberedIn = yearOf(dayOf(ctx.now))
  const series = `${issuerPath}:CV-OCOP`
  const number = await takeNumber(ctx, { series, year: numberedIn, subject: `dossier:${id}` })
  return { issuerPath, numberedIn, letterNumber: `${String(number).padStart(2, '0')}/CV-OCOP` }
}
