import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Changes } from './changes.ts'
import type { DossierTables } from './dossier-store.ts'
import { mandateFor } from './dossier-writer.ts'
import { changedFields, formField, writeAs } from './field-author.ts'
import { markMended } from './fix-list-store.ts'
import { lockForChange } from './get-dossier.ts'
import { changeDossier } from './take-step.ts'

/**
 * The producer, or a consultant under its mandate, says what has changed since the recognition. It may be saved half done.
 * @throws Refusal `conflict` when the part is closed, or was changed after `version`; `not_found` in a first dossier
 */
export function saveChanges(
  ctx: Ctx<DossierTables>,
  input: { dossierId: string; changes: Changes; version?: number | undefined },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { dossier, fixList, writer, mayChangePart } = await lockForChange(ctx, input)
    if (dossier.kind === 'first') throw new Refusal('not_found', 'dossiers.no_changes_part')
    if (!mayChangePart('changes'))
      throw new Refusal('conflict', 'dossiers.part_closed', { target: 'changes' })
    const changed = changedFields<Changes>(dossier.changes, input.changes)
    const mandateId = mandateFor(writer, 'changes') ?? null
    await changeDossier(ctx, dossier, { changes: JSON.stringify(input.changes) })
    await writeAs(ctx, dossier, { fields: changed.map((field) => formField('changes', field)), mandateId })
    if (fixList) await markMended(ctx.db, fixList.id, ['changes'], ctx.now)
    await record(ctx, 'dossier.changes_saved', `dossier:${dossier.id}`, { changed, mandateId })
  })
}
