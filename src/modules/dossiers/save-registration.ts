import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import { stillCarried } from './carry-over.ts'
import type { DossierTables } from './dossier-store.ts'
import { mandateFor } from './dossier-writer.ts'
import { changedFields, formField, writeAs } from './field-author.ts'
import { markMended } from './fix-list-store.ts'
import { lockForChange } from './get-dossier.ts'
import type { Registration } from './registration.ts'
import { changeDossier } from './take-step.ts'

/**
 * The producer, or a consultant under its mandate, fills in Form 01. It may be saved half done; what is missing is asked for when the dossier is handed in.
 * @throws Refusal `conflict` when the form is closed, or was changed after `version`
 */
export function saveRegistration(
  ctx: Ctx<DossierTables>,
  input: { dossierId: string; registration: Registration; version?: number | undefined },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { dossier, fixList, writer, mayChangePart } = await lockForChange(ctx, input)
    if (!mayChangePart('registration'))
      throw new Refusal('conflict', 'dossiers.part_closed', { target: 'registration' })
    const changed = changedFields<Registration>(dossier.registration, input.registration)
    const mandateId = mandateFor(writer, 'registration') ?? null
    const carried = stillCarried(dossier, ['registration'])
    await changeDossier(ctx, dossier, { registration: JSON.stringify(input.registration), carried })
    const fields = changed.map((field) => formField('registration', field))
    await writeAs(ctx, dossier, { fields, mandateId })
    if (fixList) await markMended(ctx.db, fixList.id, ['registration'], ctx.now)
    await record(ctx, 'dossier.registration_saved', `dossier:${dossier.id}`, { changed, mandateId })
  })
}
