import { type Kysely, sql } from 'kysely'

export interface StoredFile {
  id: string
  sha256: string
  size: number
  contentType: string
  name: string
  keptAt: Date
  keptBy: string | null
}

export interface FileTables {
  storedFile: StoredFile
}

export async function insertStoredFile(db: Kysely<FileTables>, file: StoredFile): Promise<void> {
  await db.insertInto('storedFile').values(file).execute()
}

export function findStoredFile(db: Kysely<FileTables>, id: string): Promise<StoredFile | undefined> {
  return db.selectFrom('storedFile').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Those of the addresses that some row still points to. */
export async function listKeptAddresses(db: Kysely<FileTables>, addresses: string[]): Promise<Set<string>> {
  if (addresses.length === 0) return new Set()
  const rows = await db
    .selectFrom('storedFile')
    .select('sha256')
    .distinct()
    .where('sha256', 'in', addresses)
    .execute()
  return new Set(rows.map(({ sha256 }) => sha256))
}

/** A page of the different contents that rows point to, in the order of their addresses. */
export function listContents(
  db: Kysely<FileTables>,
  after: string,
  limit: number,
): Promise<Pick<StoredFile, 'sha256' | 'size'>[]> {
  return db
    .selectFrom('storedFile')
    .select(['sha256', 'size'])
    .distinct()
    .where('sha256', '>', after)
    .orderBy('sha256')
    .limit(limit)
    .execute()
}

const sweeping = 7_310_551

/** Held to the end of the transaction that keeps a file: no sweep takes its bytes before its row is seen. */
export async function holdOffSweeping(db: Kysely<FileTables>): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${sql.lit(sweeping)})`.execute(db)
}

/** Held while bytes are swept: waits for files that are being kept, and they wait for it. */
export async function waitToSweep(db: Kysely<FileTables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(sweeping)})`.execute(db)
}
