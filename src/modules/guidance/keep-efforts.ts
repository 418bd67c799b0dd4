import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { changeCriterionEffort } from './change-criterion-effort.ts'
import { changeEffort } from './change-effort.ts'
import type { TypedEffort } from './effort-form.ts'
import { provinceToKeep } from './guidance-rights.ts'
import type { GuidanceTables } from './guidance-tables.ts'

/** One change of a list, as it was looked over. */
export interface LookedOver {
  code: string
  version: number
  typed: TypedEffort
}

/**
 * Takes in a list of efforts as it was looked over: all of it, or nothing.
 * @throws Refusal as `changeEffort`: `conflict` when somebody changed one of them since it was looked over
 */
export function keepEfforts(ctx: Ctx<GuidanceTables>, changes: readonly LookedOver[]): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    provinceToKeep(ctx.actor)
    for (const { code, version, typed } of changes) {
      const [setId = '', criterion] = code.split('/')
      await (criterion === undefined
        ? changeEffort(ctx, { kind: code, version, typed })
        : changeCriterionEffort(ctx, { setId, criterion, version, typed }))
    }
  })
}
