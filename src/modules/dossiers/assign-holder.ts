import { holds, listHolders, type Role } from '#modules/people/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Dossier, DossierTables } from './dossier-store.ts'
import { lockDossier, refuseOldVersion } from './get-dossier.ts'
import { provincePathOf } from './numbers.ts'
import { changeDossier } from './take-step.ts'
import { closedStates, type DossierState } from './workflow.ts'

const heldByCommune: readonly DossierState[] = ['submitted', 'received', 'returned']

/**
 * An officer takes the dossier into their hands, or puts it back: the commune's officers up to their proposal, the
 * province's after it. Taking over from a colleague is allowed, and seen in the history.
 */
export function assignHolder(
  ctx: Ctx<DossierTables>,
  { dossierId, take, version }: { dossierId: string; take: boolean; version?: number | undefined },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const dossier = await lockForDesk(ctx, dossierId, version)
    if (!take && dossier.holderId !== ctx.actor.id) throw new Refusal('conflict', 'dossiers.not_the_holder')
    await setHolder(ctx, dossier, take ? ctx.actor.id : null)
  })
}

/**
 * An officer gives the dossier to a colleague of the same desk, whoever held it before: the history keeps both names.
 * @throws Refusal `invalid` for somebody who does not work at this desk today, `conflict` for a dossier that is done
 */
export function giveToColleague(
  ctx: Ctx<DossierTables>,
  { dossierId, personId, version }: { dossierId: string; personId: string; version?: number | undefined },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const dossier = await lockForDesk(ctx, dossierId, version)
    if (closedStates.includes(dossier.state))
      throw new Refusal('conflict', 'dossiers.step_closed', { state: dossier.state })
    if (!(await listColleagues(ctx, dossier)).includes(personId))
      throw new Refusal('invalid', 'dossiers.not_of_this_desk')
    await setHolder(ctx, dossier, personId)
  })
}

/** Who works today at the desk on which the dossier lies. */
export function listColleagues(
  { db, now }: Pick<Ctx<DossierTables>, 'db' | 'now'>,
  dossier: Pick<Dossier, 'state' | 'unitPath'>,
): Promise<string[]> {
  const { role, unitPath } = deskOf(dossier)
  return listHolders(db, { role, unitPath, day: dayOf(now) })
}

/** The role that holds the dossier now, and the unit whose desk it lies on. */
export function deskOf({ state, unitPath }: Pick<Dossier, 'state' | 'unitPath'>): {
  role: Role
  unitPath: string
} {
  if (heldByCommune.includes(state)) return { role: 'commune_officer', unitPath }
  return { role: 'province_officer', unitPath: provincePathOf(unitPath) }
}

async function lockForDesk(
  ctx: Ctx<DossierTables>,
  id: string,
  version: number | undefined,
): Promise<Dossier> {
  const dossier = await lockDossier(ctx, id)
  if (!holds(ctx.actor, deskOf(dossier).role, dossier.unitPath))
    throw new Refusal('forbidden', 'dossiers.not_yours')
  refuseOldVersion(dossier, version)
  return dossier
}

async function setHolder(ctx: Ctx<DossierTables>, dossier: Dossier, holderId: string | null): Promise<void> {
  if (holderId === dossier.holderId) return
  await changeDossier(ctx, dossier, { holderId })
  const facts = { holderId, before: dossier.holderId }
  await record(ctx, 'dossier.holder_assigned', `dossier:${dossier.id}`, facts)
}
