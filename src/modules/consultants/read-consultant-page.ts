import { namesOf } from '#modules/people/index.ts'
import { findUnit, type UnitTables } from '#modules/territory/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type DecisionOutcome, outcomesFrom } from './consultant-fields.ts'
import { keepsRegister, readsRegister } from './consultant-rights.ts'
import { type Consultant, listDecisions, listMembers, type Member } from './consultant-store.ts'
import type { ConsultantDecisionRow, ConsultantTables } from './consultant-tables.ts'
import { getConsultant } from './get-consultant.ts'
import { listMandates, type PlacedMandate } from './mandate-store.ts'
import { type GivenRating, listRatingsOf } from './rating-store.ts'

export interface ConsultantPageFacts {
  consultant: Consultant
  province: string
  members: Member[]
  decisions: (ConsultantDecisionRow & { by: string | undefined })[]
  mandates: PlacedMandate[]
  /** What producers said; for the register's readers only. */
  ratings: GivenRating[]
  /** Whether the reader reads the register, or only this page as one of its people. */
  reads: boolean
  keeps: boolean
  outcomes: DecisionOutcome[]
}

/** A consultant with all that its page shows. @throws Refusal `not_found` */
export async function readConsultantPage(
  ctx: Ctx<ConsultantTables & UnitTables>,
  id: string,
): Promise<ConsultantPageFacts> {
  const consultant = await getConsultant(ctx, id)
  const decisions = await listDecisions(ctx.db, [consultant.id])
  const names = await namesOf(
    ctx.db,
    decisions.map(({ decidedBy }) => decidedBy),
  )
  const reads = readsRegister(ctx.actor, consultant.unitPath)
  const keeps = keepsRegister(ctx.actor, consultant.unitPath)
  return {
    consultant,
    province: (await findUnit(ctx.db, consultant.unitId))?.name ?? '',
    members: await listMembers(ctx.db, consultant.id),
    decisions: decisions.map((decision) => ({ ...decision, by: names.get(decision.decidedBy ?? '') })),
    mandates: await listMandates(ctx.db, { consultantId: consultant.id }),
    ratings: reads ? await listRatingsOf(ctx.db, consultant.id) : [],
    reads,
    keeps,
    outcomes: keeps ? outcomesFrom(consultant.state) : [],
  }
}
