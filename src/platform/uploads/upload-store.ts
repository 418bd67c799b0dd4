import { type Kysely, sql } from 'kysely'

/** A file on its way, of which so many bytes are here. */
export interface UploadRow {
  id: string
  ownerId: string
  name: string
  size: number
  received: number
  startedAt: Date
  expiresAt: Date
}

export interface UploadPartRow {
  uploadId: string
  atOffset: number
  size: number
  sha256: string
}

export interface UploadTables {
  upload: UploadRow
  uploadPart: UploadPartRow
}

export async function insertUpload(db: Kysely<UploadTables>, upload: UploadRow): Promise<void> {
  await db.insertInto('upload').values(upload).execute()
}

/** Held to the end of the transaction: uploads of one owner begin one after the other. */
export async function lockOwner(db: Kysely<UploadTables>, ownerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(7310552, hashtext(${ownerId}))`.execute(db)
}

/** How many bytes the owner has on the way. */
export async function bytesUnderWay(
  db: Kysely<UploadTables>,
  { ownerId, now }: { ownerId: string; now: Date },
): Promise<number> {
  const { bytes } = await db
    .selectFrom('upload')
    .select(({ fn }) => fn.coalesce(fn.sum<string>('size'), sql<string>`0`).as('bytes'))
    .where('ownerId', '=', ownerId)
    .where('expiresAt', '>', now)
    .executeTakeFirstOrThrow()
  return Number(bytes)
}

/** The upload of this owner, as long as it is kept. */
export function findUpload(
  db: Kysely<UploadTables>,
  { id, ownerId, now }: { id: string; ownerId: string; now: Date },
): Promise<UploadRow | undefined> {
  return db
    .selectFrom('upload')
    .selectAll()
    .where('id', '=', id)
    .where('ownerId', '=', ownerId)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
}

/** Moves the end of what is here on; false when it is not where the part begins: the update decides. */
export async function advance(
  db: Kysely<UploadTables>,
  { uploadId, atOffset, size }: UploadPartRow,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('upload')
    .set({ received: atOffset + size })
    .where('id', '=', uploadId)
    .where('received', '=', atOffset)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function insertPart(db: Kysely<UploadTables>, part: UploadPartRow): Promise<void> {
  await db.insertInto('uploadPart').values(part).execute()
}

/** The parts in their order. */
export function listParts(db: Kysely<UploadTables>, uploadId: string): Promise<UploadPartRow[]> {
  return db
    .selectFrom('uploadPart')
    .selectAll()
    .where('uploadId', '=', uploadId)
    .orderBy('atOffset')
    .execute()
}

export async function deleteUpload(db: Kysely<UploadTables>, id: string): Promise<void> {
  await db.deleteFrom('upload').where('id', '=', id).execute()
}

/** Forgets the uploads that nobody finished or used in time; the sweep of files takes their bytes. */
export async function forgetUploads(db: Kysely<UploadTables>, now: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('upload').where('expiresAt', '<=', now).executeTakeFirst()
  return Number(numDeletedRows)
}
