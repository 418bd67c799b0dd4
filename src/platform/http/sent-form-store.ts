import type { Kysely } from 'kysely'

interface SentFormTables {
  sentForm: { key: string; actorId: string; location: string | null; sentAt: Date }
}

// biome-ignore lint/suspicious/noExplicitAny: any module's transaction takes the key with it
type Db = Kysely<any>

/** False when the form with this key was sent before, also when that is still being done: then this waits for its end. */
export async function insertSentForm(
  db: Db,
  form: { key: string; actorId: string; sentAt: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await (db as Kysely<SentFormTables>)
    .insertInto('sentForm')
    .values({ ...form, location: null })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Keeps where the answer to the form led; null forgets the form, which may be sent again. */
export async function answerSentForm(db: Db, key: string, location: string | null): Promise<void> {
  const forms = db as Kysely<SentFormTables>
  if (location === null) await forms.deleteFrom('sentForm').where('key', '=', key).execute()
  else await forms.updateTable('sentForm').set({ location }).where('key', '=', key).execute()
}

/** Where the answer to the form led, for who sent it; null while that is not known. */
export async function findAnswer(
  db: Db,
  { key, actorId }: { key: string; actorId: string },
): Promise<string | null> {
  const row = await (db as Kysely<SentFormTables>)
    .selectFrom('sentForm')
    .select('location')
    .where('key', '=', key)
    .where('actorId', '=', actorId)
    .executeTakeFirst()
  return row?.location ?? null
}

/** Forgets the forms that were sent before this moment. */
export async function forgetSentForms(db: Db, before: Date): Promise<void> {
  await (db as Kysely<SentFormTables>).deleteFrom('sentForm').where('sentAt', '<', before).execute()
}
