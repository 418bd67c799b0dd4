import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import type { Upload } from '#platform/files/check-upload.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { keepFile } from '#platform/files/keep-file.ts'
import { Refusal } from '#platform/refusal.ts'
import { consultantColumns, consultantFaults, type TypedConsultant } from './consultant-form.ts'
import { updateConsultant } from './consultant-store.ts'
import type { ConsultantTables } from './consultant-tables.ts'
import { lockForKeeper } from './get-consultant.ts'
import { checkScan } from './register-consultant.ts'

export interface ConsultantChange {
  consultantId: string
  /** The version that the change started from. */
  version: number
  typed: TypedConsultant
  /** A new proof of training; without one the proof there is stays. */
  upload: Upload | null
}

/**
 * An officer changes what the register says about a consultant; what was signed keeps the words of its day.
 * @throws Refusal `not_found`, `forbidden`; `invalid` with `faults` and `scan`; `conflict` `changed_meanwhile`
 */
export async function changeConsultant(
  ctx: Ctx<ConsultantTables>,
  files: FileStore,
  { consultantId, version, typed, upload }: ConsultantChange,
): Promise<void> {
  const { file, scan } = await checkScan(upload)
  return inTransaction(ctx, async (ctx) => {
    const consultant = await lockForKeeper(ctx, consultantId)
    const faults = consultantFaults(typed, dayOf(ctx.now))
    if (scan || Object.keys(faults).length > 0)
      throw new Refusal('invalid', 'consultants.faulty', { faults, scan })
    const columns = consultantColumns(typed)
    const kept = file ? { trainingFileId: (await keepFile(ctx, files, file)).id } : {}
    const change = { ...columns, ...kept, updatedAt: ctx.now }
    if (!(await updateConsultant(ctx.db, { id: consultantId, version }, change)))
      throw new Refusal('conflict', 'consultants.changed_meanwhile')
    const changed = Object.entries(columns)
      .filter(([name, value]) => String(value) !== String(consultant[name as keyof typeof columns]))
      .map(([name]) => name)
    await record(ctx, 'consultant.changed', `consultant:${consultantId}`, { changed, version: version + 1 })
  })
}
