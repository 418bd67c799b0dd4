import type { Kysely, Selectable } from 'kysely'
import type { CertificateRow, RecognitionTables, RevocationRow } from './recognition-tables.ts'
import { newVerificationCode } from './verification-code.ts'

type NewCertificate = Omit<CertificateRow, 'code' | 'facts' | 'fileId' | 'fileSha256'>

/**
 * Stores the certificate under a code that nobody has: the unique key says whether a code is free, and the next is
 * tried when it is not. `factsWith` writes the facts around the code.
 */
export async function insertCertificate(
  db: Kysely<RecognitionTables>,
  certificate: NewCertificate,
  factsWith: (code: string) => object,
  nextCode: () => string = newVerificationCode,
): Promise<string> {
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const code = nextCode()
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('certificate')
      .values({
        ...certificate,
        code,
        facts: JSON.stringify(factsWith(code)),
        fileId: null,
        fileSha256: null,
      })
      .onConflict((conflict) => conflict.column('code').doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows === 1n) return code
  }
  throw new Error('eight random codes in a row were taken')
}

export type Certificate = Selectable<CertificateRow>

/** The certificate, locked to the end of the transaction: it is revoked once. */
export function findCertificateForUpdate(
  db: Kysely<RecognitionTables>,
  id: string,
): Promise<Certificate | undefined> {
  return db.selectFrom('certificate').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** False when it was revoked already. */
export async function insertRevocation(
  db: Kysely<RecognitionTables>,
  revocation: RevocationRow,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('certificateRevocation')
    .values(revocation)
    .onConflict((conflict) => conflict.column('certificateId').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export function findRevocation(
  db: Kysely<RecognitionTables>,
  certificateId: string,
): Promise<RevocationRow | undefined> {
  return db
    .selectFrom('certificateRevocation')
    .selectAll()
    .where('certificateId', '=', certificateId)
    .executeTakeFirst()
}

export function findCertificateByCode(
  db: Kysely<RecognitionTables>,
  code: string,
): Promise<Certificate | undefined> {
  return db.selectFrom('certificate').selectAll().where('code', '=', code).executeTakeFirst()
}

export async function keepCertificateFile(
  db: Kysely<RecognitionTables>,
  id: string,
  file: { fileId: string; fileSha256: string },
): Promise<void> {
  await db.updateTable('certificate').set(file).where('id', '=', id).execute()
}
