import type { Kysely } from 'kysely'
import type { AppraisalTables, ExtraTestRow } from '../appraisal-tables.ts'
import type { TestState } from './extra-test-form.ts'

type Db = Kysely<AppraisalTables>

export type ExtraTest = ExtraTestRow

export function findTest(db: Db, id: string): Promise<ExtraTest | undefined> {
  return db.selectFrom('extraTest').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The tests asked for a dossier, those that wait first, by the day until when. */
export function listTests(db: Db, dossierId: string): Promise<ExtraTest[]> {
  return db
    .selectFrom('extraTest')
    .selectAll()
    .where('dossierId', '=', dossierId)
    .orderBy((eb) =>
      eb.case().when('state', '=', 'asked').then(0).when('state', '=', 'handed_in').then(1).else(2).end(),
    )
    .orderBy('dueOn')
    .orderBy('id')
    .execute()
}

type Asked = 'id' | 'dossierId' | 'what' | 'place' | 'reason' | 'dueOn' | 'askedBy' | 'askedAt'

export async function insertTest(db: Db, test: Pick<ExtraTest, Asked>): Promise<void> {
  await db
    .insertInto('extraTest')
    .values({
      ...test,
      state: 'asked',
      fileId: null,
      number: null,
      issuedOn: null,
      handedInBy: null,
      handedInAt: null,
      result: null,
      note: null,
      receivedBy: null,
      receivedAt: null,
      cancelReason: null,
      cancelledBy: null,
      cancelledAt: null,
    })
    .execute()
}

/** False when the test stands in none of these states any more: whoever comes second changes nothing. */
export async function updateTest(
  db: Db,
  { id, from }: { id: string; from: readonly TestState[] },
  change: Partial<Omit<ExtraTest, Asked>>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('extraTest')
    .set(change)
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export interface AskedTest extends ExtraTest {
  productName: string
}

/** What is asked of these producers and not handed in yet, the most urgent first. */
export async function listAskedOf(db: Db, producerIds: readonly string[]): Promise<AskedTest[]> {
  if (producerIds.length === 0) return []
  return db
    .selectFrom('extraTest')
    .innerJoin('dossier', 'dossier.id', 'extraTest.dossierId')
    .innerJoin('product', 'product.id', 'dossier.productId')
    .selectAll('extraTest')
    .select('product.name as productName')
    .where('dossier.producerId', 'in', [...producerIds])
    .where('extraTest.state', '=', 'asked')
    .orderBy('extraTest.dueOn')
    .orderBy('extraTest.id')
    .execute()
}
