import { type Kysely, sql } from 'kysely'
import type { RecognitionTables } from './recognition-tables.ts'

/** What changes a page of the public site. */
const changing = [
  'certificate.issued',
  'certificate.revoked',
  'recognition.imported',
  'dossier.declined',
  'council_result.decided',
  'product.added',
  'product.changed',
  'product_picture.set',
  'product_picture.removed',
  'producer.registered',
  'producer.changed',
]

/** A number that grows with everything that changes a public page. */
export async function publicVersion(db: Kysely<RecognitionTables>): Promise<number> {
  const newest = changing.map((name) => sql`(select max(seq) from event where name = ${name})`)
  const { rows } = await sql<{ version: number | null }>`
    select greatest(${sql.join(newest)}) as version`.execute(db)
  return rows[0]?.version ?? 0
}
