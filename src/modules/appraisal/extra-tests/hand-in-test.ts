import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { checkUpload, type Upload } from '#platform/files/check-upload.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { keepFile } from '#platform/files/keep-file.ts'
import { Refusal } from '#platform/refusal.ts'
import { isProducerOf } from '../appraisal-rights.ts'
import type { AppraisalTables } from '../appraisal-tables.ts'
import { handInFaults, type TestFaults, type TypedTest } from './extra-test-form.ts'
import { updateTest } from './extra-test-store.ts'
import { getTest } from './get-test.ts'

export interface HandedIn {
  dossierId: string
  testId: string
  typed: TypedTest
  upload: Upload | null
}

/**
 * The producer hands in the sheet of results that was asked for; the team says afterwards what it makes of it.
 * @throws Refusal `forbidden` for who is not its producer, `invalid` with `faults`, `conflict` when it was handed in or
 *   cancelled already
 */
export async function handInTest(
  ctx: Ctx<AppraisalTables>,
  files: FileStore,
  { dossierId, testId, typed, upload }: HandedIn,
): Promise<void> {
  const { dossier } = await getTest(ctx, { dossierId, testId })
  if (!isProducerOf(ctx.actor, dossier)) throw new Refusal('forbidden', 'appraisal.not_the_producer')
  const faults: TestFaults = handInFaults(typed, dayOf(ctx.now))
  if (!upload) faults.file = 'choose_file'
  if (!upload || Object.keys(faults).length > 0) throw new Refusal('invalid', 'appraisal.faulty', { faults })
  const checked = await checkUpload(upload)
  return inTransaction(ctx, async (ctx) => {
    const file = await keepFile(ctx, files, checked)
    const { number, issuedOn } = typed
    const change = { state: 'handed_in' as const, fileId: file.id, number, issuedOn }
    const by = { handedInBy: ctx.actor.id, handedInAt: ctx.now }
    if (!(await updateTest(ctx.db, { id: testId, from: ['asked'] }, { ...change, ...by })))
      throw new Refusal('conflict', 'appraisal.test_moved_on')
    const facts = { dossierId, number, issuedOn, sha256: file.sha256 }
    await record(ctx, 'extra_test.handed_in', `extra_test:${testId}`, facts)
  })
}
