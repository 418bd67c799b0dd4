import type { Insertable, Kysely, Selectable } from 'kysely'
import type { DocumentSignatureRow, DocumentTables, SessionDocumentRow } from './document-tables.ts'

export type SessionDocument = Selectable<SessionDocumentRow>
export type DocumentSignature = Selectable<DocumentSignatureRow>
type Db = Kysely<DocumentTables>

export async function insertDocuments(db: Db, documents: Insertable<SessionDocumentRow>[]): Promise<void> {
  await db.insertInto('sessionDocument').values(documents).execute()
}

export async function insertSignatures(
  db: Db,
  signatures: Insertable<DocumentSignatureRow>[],
): Promise<void> {
  if (signatures.length > 0) await db.insertInto('documentSignature').values(signatures).execute()
}

/** The documents of a session in the order of its file. */
export function listDocuments(db: Db, sessionId: string): Promise<SessionDocument[]> {
  return db
    .selectFrom('sessionDocument')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .orderBy('no')
    .execute()
}

/** Those signatures of a session's documents that were given and that are awaited. */
export function listSignatures(db: Db, sessionId: string): Promise<DocumentSignature[]> {
  return db
    .selectFrom('documentSignature as s')
    .innerJoin('sessionDocument as d', 'd.id', 's.documentId')
    .selectAll('s')
    .where('d.sessionId', '=', sessionId)
    .orderBy('d.no')
    .orderBy('s.role', 'desc')
    .execute()
}

/** The document, locked to the end of the transaction: its file is kept once. */
export function findDocumentForUpdate(db: Db, id: string): Promise<SessionDocument | undefined> {
  return db.selectFrom('sessionDocument').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function keepDocumentFile(
  db: Db,
  id: string,
  file: Partial<Pick<SessionDocument, 'fileId' | 'signingFileId'>>,
): Promise<void> {
  await db.updateTable('sessionDocument').set(file).where('id', '=', id).execute()
}

type Given = Pick<
  DocumentSignature,
  'signedAt' | 'digest' | 'way' | 'fileId' | 'certificateOf' | 'certificate'
>

/** False when this person's signature is not awaited on the document, or was given. */
export async function giveSignature(
  db: Db,
  { documentId, personId, ...given }: Given & { documentId: string; personId: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('documentSignature')
    .set(given)
    .where('documentId', '=', documentId)
    .where('personId', '=', personId)
    .where('signedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The sessions, closed, in which documents await this person's signature, with how many. */
export function listAwaited(db: Db, personId: string): Promise<{ sessionId: string; count: number }[]> {
  return db
    .selectFrom('documentSignature as s')
    .innerJoin('sessionDocument as d', 'd.id', 's.documentId')
    .select((eb) => ['d.sessionId', eb.fn.countAll<number>().as('count')])
    .where('s.personId', '=', personId)
    .where('s.signedAt', 'is', null)
    .groupBy('d.sessionId')
    .orderBy('d.sessionId')
    .execute()
}
