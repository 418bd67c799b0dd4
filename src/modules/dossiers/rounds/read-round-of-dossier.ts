import { holds } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type Day, dayOf, daysBetween } from '#platform/dates.ts'
import { refusalOf } from '#platform/refusal.ts'
import type { Dossier, DossierTables } from '../dossier-store.ts'
import { provincePathOf } from '../numbers.ts'
import { auditingRoles, readingRoles } from '../reach.ts'
import { type AnswerClock, answerClockOf } from './answer-clock.ts'
import { carriageFor } from './carry-dossier.ts'
import { listCarries, type RoundCarryRow } from './carry-store.ts'
import { lastDayBefore, roundMissed } from './round-rules.ts'
import { type AssessmentRound, listRounds } from './round-store.ts'
import { maySetSiteCheck } from './site-check.ts'
import { findSiteCheck, type SiteCheckRow } from './site-check-store.ts'

/** What a dossier's page says of its round, of the time for an answer and of a check on site. */
export interface DossierRound {
  dossierId: string
  /** Whether the reader sees the boards of rounds. */
  seesBoard: boolean
  round: { of: AssessmentRound; lastDay: Day; daysLeft: number } | null
  /** The round that it came too late for, while no letter has said so. */
  missed: AssessmentRound | null
  carries: readonly { carry: RoundCarryRow; to: AssessmentRound | undefined }[]
  mayCarry: boolean
  answer: AnswerClock | null
  siteCheck: SiteCheckRow | undefined
  maySetSiteCheck: boolean
}

type ReadCtx = Pick<Ctx<DossierTables>, 'db' | 'actor' | 'now'>

export async function readDossierRound(ctx: ReadCtx, dossier: Dossier): Promise<DossierRound> {
  const today = dayOf(ctx.now)
  const rounds = dossier.roundId ? await listRounds(ctx.db, provincePathOf(dossier.unitPath)) : []
  const carries = dossier.roundId ? await listCarries(ctx.db, dossier.id) : []
  const of = rounds.find(({ id }) => id === dossier.roundId)
  const lastDay = of && lastDayBefore(of.doneBefore)
  const missed = dossier.proposedOn ? roundMissed(rounds, dossier.proposedOn) : undefined
  const isTold = carries.some(({ fromRoundId }) => fromRoundId === missed?.id)
  return {
    dossierId: dossier.id,
    seesBoard: holds(ctx.actor, [...readingRoles, ...auditingRoles], dossier.unitPath),
    round: of && lastDay ? { of, lastDay, daysLeft: daysBetween(today, lastDay) } : null,
    missed: missed && !isTold ? missed : null,
    carries: carries.map((carry) => ({ carry, to: rounds.find(({ id }) => id === carry.toRoundId) })),
    mayCarry: await mayCarry(ctx, dossier),
    answer: answerClockOf(dossier, today),
    siteCheck: dossier.kind === 'reassessment' ? await findSiteCheck(ctx.db, dossier.id) : undefined,
    maySetSiteCheck: maySetSiteCheck(ctx.actor, dossier),
  }
}

/** What the operation would refuse, the page does not offer. */
async function mayCarry(ctx: ReadCtx, dossier: Dossier): Promise<boolean> {
  if (!holds(ctx.actor, 'province_officer', dossier.unitPath)) return false
  return (await refusalOf(carriageFor(ctx, dossier), 'conflict')) === null
}
