import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Changes } from './changes.ts'
import type { DossierTables } from './dossier-store.ts'
import { markMended } from './fix-list-store.ts'
import { lockForChange } from './get-dossier.ts'
import { changeDossier } from './take-step.ts'

/**
 * The producer says what has changed since the recognition. It may be saved half done.
 * @throws Refusal `conflict` when the part is closed, or was changed after `version`; `not_found` in a first dossier
 */
export function saveChanges(
  ctx: Ctx<DossierTables>,
  input: { dossierId: string; changes: Changes; version?: number | undefined },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { dossier, fixList, mayChangePart } = await lockForChange(ctx, input)
    if (dossier.kind === 'first') throw new Refusal('not_found', 'dossiers.no_changes_part')
    if (!mayChangePart('changes'))
      throw new Refusal('conflict', 'dossiers.part_closed', { target: 'changes' })
    await changeDossier(ctx, dossier, { changes: JSON.stringify(input.changes) })
    if (fixList) await markMended(ctx.db, fixList.id, ['changes'], ctx.now)
    await record(ctx, 'dossier.changes_saved', `dossier:${dossier.id}`)
  })
}
