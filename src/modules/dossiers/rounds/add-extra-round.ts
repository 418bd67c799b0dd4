import { holds } from '#modules/people/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { type Day, dayOf, isDay, yearOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { DossierTables } from '../dossier-store.ts'
import { insertRound, listRounds } from './round-store.ts'

export interface NewExtraRound {
  provincePath: string
  planNumber: string
  plannedOn: Day
  proposalsBefore: Day
  doneBefore: Day
}

export type ExtraRoundFault = 'no_plan' | 'plan_in_future' | 'no_day' | 'cut_off_passed' | 'done_too_early'

export type ExtraRoundFaults = Partial<
  Record<'planNumber' | 'plannedOn' | 'proposalsBefore' | 'doneBefore', ExtraRoundFault>
>

/**
 * The province adds a round beside the law's two, as its plan and its council's rules provide (QĐ 26/2026/QĐ-TTg,
 * art. 5). Proposals come into it only by being carried.
 * @throws Refusal `invalid` with `faults`
 */
export function addExtraRound(ctx: Ctx<DossierTables>, input: NewExtraRound): Promise<{ id: string }> {
  return inTransaction(ctx, async (ctx) => {
    const { provincePath, plannedOn, proposalsBefore, doneBefore } = input
    if (!holds(ctx.actor, 'province_officer', provincePath))
      throw new Refusal('forbidden', 'rounds.for_the_province')
    const faults = extraRoundFaults(input, dayOf(ctx.now))
    if (Object.keys(faults).length > 0) throw new Refusal('invalid', 'rounds.extra_wrong', { faults })
    const year = yearOf(doneBefore)
    const planNumber = input.planNumber.trim()
    const before = (await listRounds(ctx.db, provincePath)).filter(
      (round) => round.kind === 'extra' && round.year === year,
    )
    const days = { year, number: before.length + 1, proposalsBefore, doneBefore }
    const id = newId(ctx.now.getTime())
    const made = { madeBy: ctx.actor.id, madeAt: ctx.now }
    const round = { id, provincePath, kind: 'extra' as const, ...days, planNumber, plannedOn, ...made }
    // Two at once would take the same number; the key lets one through.
    if (!(await insertRound(ctx.db, round))) throw new Refusal('conflict', 'rounds.added_meanwhile')
    await record(ctx, 'assessment_round.added', `assessment_round:${id}`, { ...days, planNumber, plannedOn })
    return { id }
  })
}

/** What is wrong with an extra round as it was filled in; the rule of the days is the law's own: each "before". */
export function extraRoundFaults(
  { planNumber, plannedOn, proposalsBefore, doneBefore }: Omit<NewExtraRound, 'provincePath'>,
  today: Day,
): ExtraRoundFaults {
  const faults: ExtraRoundFaults = {}
  if (planNumber.trim() === '') faults.planNumber = 'no_plan'
  if (!isDay(plannedOn)) faults.plannedOn = 'no_day'
  else if (plannedOn > today) faults.plannedOn = 'plan_in_future'
  if (!isDay(proposalsBefore)) faults.proposalsBefore = 'no_day'
  else if (proposalsBefore <= today) faults.proposalsBefore = 'cut_off_passed'
  if (!isDay(doneBefore)) faults.doneBefore = 'no_day'
  else if (doneBefore <= proposalsBefore) faults.doneBefore = 'done_too_early'
  return faults
}
