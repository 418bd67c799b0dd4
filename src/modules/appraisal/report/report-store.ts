import type { Kysely, Selectable } from 'kysely'
import type { AppraisalPhotoRow, AppraisalReportRow, AppraisalTables } from '../appraisal-tables.ts'
import type { FrozenReport } from './frozen-report.ts'
import type { ReportContent } from './report-content.ts'

type Db = Kysely<AppraisalTables>

export type AppraisalReport = Selectable<AppraisalReportRow>

export interface Photo extends AppraisalPhotoRow {
  sha256: string
  contentType: string
}

export async function findReport(db: Db, dossierId: string): Promise<AppraisalReport | undefined> {
  return db.selectFrom('appraisalReport').selectAll().where('dossierId', '=', dossierId).executeTakeFirst()
}

/** The report, locked to the end of the transaction: nobody adds to it while it is signed. */
export async function findReportForUpdate(db: Db, dossierId: string): Promise<AppraisalReport | undefined> {
  return db
    .selectFrom('appraisalReport')
    .selectAll()
    .where('dossierId', '=', dossierId)
    .forUpdate()
    .executeTakeFirst()
}

export type NewReport = Pick<
  AppraisalReport,
  'id' | 'dossierId' | 'team' | 'content' | 'startedBy' | 'startedAt' | 'isDemo'
>

/** False when the dossier has a report already: the key decides, also between two who begin at once. */
export async function insertReport(db: Db, { content, ...report }: NewReport): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('appraisalReport')
    .values({
      ...report,
      content: JSON.stringify(content),
      version: 1,
      savedBy: report.startedBy,
      savedAt: report.startedAt,
      signedBy: null,
      signedAt: null,
      frozen: null,
      digest: null,
    })
    .onConflict((conflict) => conflict.column('dossierId').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

interface Saving {
  version: number
  content: ReportContent
  savedBy: string | null
  savedAt: Date
}

/** Writes over exactly the version that was read. False when somebody saved or signed it since. */
export async function updateReport(
  db: Db,
  id: string,
  { version, content, savedBy, savedAt }: Saving,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('appraisalReport')
    .set({ content: JSON.stringify(content), version: version + 1, savedBy, savedAt })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('signedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function freezeReport(
  db: Db,
  id: string,
  signed: { frozen: FrozenReport; digest: string; signedBy: string | null; signedAt: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('appraisalReport')
    .set({ ...signed, frozen: JSON.stringify(signed.frozen) })
    .where('id', '=', id)
    .where('signedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The pictures of a report, in the order in which they were added. */
export function listPhotos(db: Db, reportId: string): Promise<Photo[]> {
  return db
    .selectFrom('appraisalPhoto as photo')
    .innerJoin('storedFile as file', 'file.id', 'photo.fileId')
    .selectAll('photo')
    .select(['file.sha256', 'file.contentType'])
    .where('photo.reportId', '=', reportId)
    .orderBy('photo.id')
    .execute()
}

export async function insertPhoto(db: Db, photo: AppraisalPhotoRow): Promise<void> {
  await db.insertInto('appraisalPhoto').values(photo).execute()
}

export async function deletePhoto(db: Db, reportId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('appraisalPhoto')
    .where('reportId', '=', reportId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

export async function writeCaption(
  db: Db,
  reportId: string,
  { id, caption }: { id: string; caption: string },
): Promise<void> {
  await db
    .updateTable('appraisalPhoto')
    .set({ caption })
    .where('reportId', '=', reportId)
    .where('id', '=', id)
    .execute()
}
