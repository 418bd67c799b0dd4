import type { Kysely } from 'kysely'
import type { Day } from '#platform/dates.ts'
import type { RecognisedProductRow, RecognitionTables } from './recognition-tables.ts'

export type CertificateAtHand = Pick<
  RecognisedProductRow,
  | 'productName'
  | 'producerId'
  | 'producerName'
  | 'unitPath'
  | 'stars'
  | 'expiresOn'
  | 'regimeId'
  | 'revokedOn'
> & { certificateId: string; code: string }

/** A certificate with what it is about, as notices name it. */
export async function findCertificateAtHand(
  db: Kysely<RecognitionTables>,
  certificateId: string,
): Promise<CertificateAtHand | undefined> {
  const row = await certificates(db).where('certificateId', '=', certificateId).executeTakeFirst()
  return row as CertificateAtHand | undefined
}

/**
 * Certificates that end in this span of days, by their day, of products that show no newer star. Revoked ones are left
 * out: they have ended.
 */
export async function listEndingCertificates(
  db: Kysely<RecognitionTables>,
  { from, to }: { from: Day; to: Day },
): Promise<CertificateAtHand[]> {
  const rows = await certificates(db)
    .where('certificateId', 'is not', null)
    .where('isCurrent', '=', true)
    .where('revokedOn', 'is', null)
    .where('expiresOn', '>=', from)
    .where('expiresOn', '<=', to)
    .orderBy('expiresOn')
    .orderBy('certificateId')
    .execute()
  return rows as CertificateAtHand[]
}

function certificates(db: Kysely<RecognitionTables>) {
  return db
    .selectFrom('recognisedProduct')
    .select([
      'certificateId',
      'code',
      'productName',
      'producerId',
      'producerName',
      'unitPath',
      'stars',
      'expiresOn',
      'regimeId',
      'revokedOn',
    ])
}
