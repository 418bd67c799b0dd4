import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { findIdea, type Idea } from './idea-store.ts'
import { plansSeenBy } from './plan-rights.ts'
import type { PlanTables } from './plan-tables.ts'

/** The idea, as far as the actor may read it. @throws Refusal `not_found` when there is none in reach */
export async function getIdea(
  { db, actor }: Pick<Ctx<PlanTables>, 'db' | 'actor'>,
  id: string,
): Promise<Idea> {
  const idea = isId(id) ? await findIdea(db, id, plansSeenBy(actor)) : undefined
  if (!idea) throw new Refusal('not_found', 'plans.idea_unknown')
  return idea
}
