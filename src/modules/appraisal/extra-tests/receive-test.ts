import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { checkUpload, type Upload } from '#platform/files/check-upload.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { keepFile } from '#platform/files/keep-file.ts'
import { Refusal } from '#platform/refusal.ts'
import type { AppraisalTables } from '../appraisal-tables.ts'
import { askToAppraise } from '../appraised-dossier.ts'
import { handInFaults, isResult, resultFaults, type TestFaults, type TypedTest } from './extra-test-form.ts'
import { updateTest } from './extra-test-store.ts'
import { getTest } from './get-test.ts'

export interface ReceivedTest {
  dossierId: string
  testId: string
  typed: TypedTest
  /** The sheet of results, where it came on paper or from the laboratory and the producer has not handed it in. */
  upload: Upload | null
}

/**
 * The team receives a result and says whether the product passes: from what the producer handed in, or from a sheet that
 * came to the office.
 * @throws Refusal `invalid` with `faults`, `forbidden`, `conflict` when somebody else was faster
 */
export async function receiveTest(
  ctx: Ctx<AppraisalTables>,
  files: FileStore,
  { dossierId, testId, typed, upload }: ReceivedTest,
): Promise<void> {
  const { dossier, test } = await getTest(ctx, { dossierId, testId })
  askToAppraise(ctx, dossier)
  const isHere = test.state === 'handed_in'
  const faults: TestFaults = {
    ...resultFaults(typed),
    ...(isHere ? {} : handInFaults(typed, dayOf(ctx.now))),
  }
  if (!isHere && !upload) faults.file = 'choose_file'
  const { result, note, number, issuedOn } = typed
  if (!isResult(result) || Object.keys(faults).length > 0)
    throw new Refusal('invalid', 'appraisal.faulty', { faults })
  const checked = !isHere && upload ? await checkUpload(upload) : null
  return inTransaction(ctx, async (ctx) => {
    const file = checked && (await keepFile(ctx, files, checked))
    const change = {
      ...(file ? { fileId: file.id, number, issuedOn } : {}),
      ...{ state: 'received' as const, result, note, receivedBy: ctx.actor.id, receivedAt: ctx.now },
    }
    if (!(await updateTest(ctx.db, { id: testId, from: [isHere ? 'handed_in' : 'asked'] }, change)))
      throw new Refusal('conflict', 'appraisal.test_moved_on')
    await record(ctx, 'extra_test.received', `extra_test:${testId}`, {
      dossierId,
      what: test.what,
      result,
      note,
    })
  })
}
