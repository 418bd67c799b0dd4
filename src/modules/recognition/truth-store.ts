import type { Kysely } from 'kysely'
import type { RecognitionTables } from './recognition-tables.ts'

/** The certificate that the product shows now, when it is another than this one. */
export function findNewerCertificate(
  db: Kysely<RecognitionTables>,
  { productId, recognitionId }: { productId: string; recognitionId: string },
): Promise<{ code: string | null; stars: number } | undefined> {
  return db
    .selectFrom('recognition')
    .leftJoin('certificate', 'certificate.recognitionId', 'recognition.id')
    .select(['certificate.code', 'recognition.stars'])
    .where('recognition.productId', '=', productId)
    .where('recognition.isCurrent', '=', true)
    .where('recognition.id', '<>', recognitionId)
    .where('recognition.source', '=', 'decision')
    .executeTakeFirst()
}
