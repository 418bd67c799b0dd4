import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { keepsRegister, readsRegister } from './consultant-rights.ts'
import { type Consultant, findApplicationOf, findConsultant, findConsultantOf } from './consultant-store.ts'
import type { ConsultantTables } from './consultant-tables.ts'

type ReadCtx = Pick<Ctx<ConsultantTables>, 'db' | 'actor'>

/** The consultant, for those who read its register and for its own people. @throws Refusal `not_found` */
export async function getConsultant(ctx: ReadCtx, id: string, lock?: 'update'): Promise<Consultant> {
  const consultant = isId(id) ? await findConsultant(ctx.db, id, lock) : undefined
  if (consultant && readsRegister(ctx.actor, consultant.unitPath)) return consultant
  const own = await ownConsultant(ctx)
  if (!consultant || own?.id !== consultant.id) throw new Refusal('not_found', 'consultants.unknown')
  return consultant
}

/** The consultant, locked, for an officer who keeps its register. */
export async function lockForKeeper(ctx: ReadCtx, id: string): Promise<Consultant> {
  const consultant = await getConsultant(ctx, id, 'update')
  if (!keepsRegister(ctx.actor, consultant.unitPath))
    throw new Refusal('forbidden', 'consultants.not_the_keeper')
  return consultant
}

/** The consultant for whom the actor works, registered or applied. */
export async function ownConsultant({ db, actor }: ReadCtx): Promise<Consultant | undefined> {
  return actor.id === null ? undefined : findConsultantOf(db, actor.id)
}

/** The actor's last application, whatever became of it. */
export async function ownApplication({ db, actor }: ReadCtx): Promise<Consultant | undefined> {
  return actor.id === null ? undefined : findApplicationOf(db, actor.id)
}

/**
 * The consultant for whom the actor works, where it is registered and not suspended.
 * @throws Refusal `forbidden`
 */
export async function activeConsultant(ctx: ReadCtx): Promise<Consultant> {
  const own = await ownConsultant(ctx)
  if (own?.state !== 'active') throw new Refusal('forbidden', 'consultants.not_registered')
  return own
}
