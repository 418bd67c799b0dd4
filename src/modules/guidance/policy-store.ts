import type { Kysely } from 'kysely'
import type { Day } from '#platform/dates.ts'
import type { GuidanceTables, SupportPolicyRow } from './guidance-tables.ts'

export type SupportPolicy = SupportPolicyRow

/** The province's policies by title; with `on` only those that are valid that day. */
export async function listPolicies(
  db: Kysely<GuidanceTables>,
  { unitId, on }: { unitId: string; on?: Day },
): Promise<SupportPolicy[]> {
  let query = db.selectFrom('supportPolicy').selectAll().where('unitId', '=', unitId)
  if (on !== undefined)
    query = query
      .where((row) => row.or([row('validFrom', 'is', null), row('validFrom', '<=', on)]))
      .where((row) => row.or([row('validTo', 'is', null), row('validTo', '>=', on)]))
  return query.orderBy('title').orderBy('id').execute()
}

export function findPolicy(db: Kysely<GuidanceTables>, id: string): Promise<SupportPolicy | undefined> {
  return db.selectFrom('supportPolicy').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function insertPolicy(db: Kysely<GuidanceTables>, policy: SupportPolicy): Promise<void> {
  await db.insertInto('supportPolicy').values(policy).execute()
}

/** Stores the change when nobody changed the policy since `version`. */
export async function updatePolicy(
  db: Kysely<GuidanceTables>,
  { id, version }: { id: string; version: number },
  change: Partial<SupportPolicy>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('supportPolicy')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Takes the policy out when nobody changed it since `version`. */
export async function deletePolicy(
  db: Kysely<GuidanceTables>,
  { id, version }: { id: string; version: number },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('supportPolicy')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}
