import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { isId, newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { mayKeepGuidance, provinceToKeep } from './guidance-rights.ts'
import type { GuidanceTables } from './guidance-tables.ts'
import { policyFacts, policyFaults, type TypedPolicy } from './policy-form.ts'
import { deletePolicy, findPolicy, insertPolicy, type SupportPolicy, updatePolicy } from './policy-store.ts'

type GuidanceCtx = Ctx<GuidanceTables>

/** The province's officer writes down a policy that supports producers. @throws Refusal `invalid` with `faults` */
export function addPolicy(
  ctx: GuidanceCtx,
  { typed, isDemo = false }: { typed: TypedPolicy; isDemo?: boolean },
): Promise<{ id: string }> {
  return inTransaction(ctx, async (ctx) => {
    const unitId = provinceToKeep(ctx.actor)
    const facts = factsIn(typed)
    const id = newId(ctx.now.getTime())
    const made = { createdBy: ctx.actor.id, createdAt: ctx.now }
    await insertPolicy(ctx.db, { id, unitId, ...facts, isDemo, version: 1, ...made })
    await record(ctx, 'support_policy.added', `support_policy:${id}`, { unitId, ...facts })
    return { id }
  })
}

/** @throws Refusal `not_found` out of reach; `invalid` with `faults`; `conflict` when somebody else was first */
export function changePolicy(
  ctx: GuidanceCtx,
  { id, version, typed }: { id: string; version: number; typed: TypedPolicy },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await getPolicyToKeep(ctx, id)
    const facts = factsIn(typed)
    if (!(await updatePolicy(ctx.db, { id, version }, facts)))
      throw new Refusal('conflict', 'guidance.changed_meanwhile')
    await record(ctx, 'support_policy.changed', `support_policy:${id}`, facts)
  })
}

/** Takes a policy out of the list; what it said stays in the events. */
export function removePolicy(
  ctx: GuidanceCtx,
  { id, version }: { id: string; version: number },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { title, decisionNumber, pays } = await getPolicyToKeep(ctx, id)
    if (!(await deletePolicy(ctx.db, { id, version })))
      throw new Refusal('conflict', 'guidance.changed_meanwhile')
    await record(ctx, 'support_policy.removed', `support_policy:${id}`, { title, decisionNumber, pays })
  })
}

/** The policy, for the officer of its province. @throws Refusal `not_found` for anybody else */
export async function getPolicyToKeep(
  { db, actor }: Pick<GuidanceCtx, 'db' | 'actor'>,
  id: string,
): Promise<SupportPolicy> {
  const policy = isId(id) ? await findPolicy(db, id) : undefined
  if (!policy || !mayKeepGuidance(actor, policy.unitId))
    throw new Refusal('not_found', 'guidance.policy_unknown')
  return policy
}

function factsIn(typed: TypedPolicy) {
  const faults = policyFaults(typed)
  if (Object.keys(faults).length > 0) throw new Refusal('invalid', 'guidance.faulty', { faults })
  return policyFacts(typed)
}
