import type { CouncilRules } from '#modules/regulation/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { type Day, dayOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { councilFaults } from './council-faults.ts'
import { insertCouncil } from './council-store.ts'
import type { CouncilTables } from './council-tables.ts'
import { advises, mayPrepare, type Position } from './positions.ts'
import type { Regulation } from './regulation/regulation.ts'

export interface NewSeat {
  personId: string
  position: Position
  organisation: string
  /** The body of art. 7.3b or 7.4b that the person comes from, by its key. */
  department?: string | null
  scores: boolean
}

export interface NewCouncil {
  unitPath: string
  name: string
  decisionNumber: string
  decidedOn: Day
  signer: string
  members: readonly NewSeat[]
  rules: CouncilRules
  /** The council's regulation (Quy chế), where it is issued already. */
  regulation?: Regulation | undefined
  isDemo?: boolean
}

/**
 * Records the council that a decision has set up, with its members and the rules of its regulation (QĐ 26/2026/QĐ-TTg,
 * art. 7.3b, 7.4b). The centre's council is set up in `vn`.
 */
export function setUpCouncil(ctx: Ctx<CouncilTables>, input: NewCouncil): Promise<{ councilId: string }> {
  return inTransaction(ctx, async (ctx) => {
    const { members, regulation, isDemo = false, ...facts } = input
    if (!mayPrepare(ctx.actor, input.unitPath)) throw new Refusal('forbidden', 'councils.not_the_office')
    const today = dayOf(ctx.now)
    const faults = councilFaults(input, today)
    if (faults.length > 0) throw new Refusal('invalid', 'councils.council_incomplete', { faults })

    const councilId = newId(ctx.now.getTime())
    const seats = members.map((member) => ({
      ...member,
      scores: member.scores && !advises(member),
      joinedOn: input.decidedOn,
      leftOn: null,
    }))
    const level = input.unitPath === 'vn' ? ('centre' as const) : ('province' as const)
    const added = await insertCouncil(ctx.db, {
      ...facts,
      regulationNumber: regulation?.number.trim() ?? null,
      regulationOn: regulation?.decidedOn ?? null,
      regulationSigner: regulation?.signer.trim() ?? null,
      regulationFileId: null,
      id: councilId,
      level,
      isDemo,
      createdAt: ctx.now,
      seats,
    })
    if (!added) throw new Refusal('conflict', 'councils.decision_used', { number: input.decisionNumber })

    const { decisionNumber, decidedOn } = input
    await record(ctx, 'council.set_up', `council:${councilId}`, {
      decisionNumber,
      decidedOn,
      members,
      rules: input.rules,
    })
    return { councilId }
  })
}
