import { type Kysely, sql } from 'kysely'
import type { OwnerKind } from './owner-kinds.ts'
import type { Producer, ProducerTables } from './producer-store.ts'

export interface OwnerName {
  kind: OwnerKind
  fold: string
}

/** Held to the end of the transaction: of two lists that name the same new producer, one registers it. */
export async function lockNames(db: Kysely<ProducerTables>, within: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`producer names:${within}`}, 0))`.execute(db)
}

/** The producers of a place that are called so, the oldest where two are. */
export async function findProducersByName(
  db: Kysely<ProducerTables>,
  within: string,
  names: readonly OwnerName[],
): Promise<(OwnerName & { id: string })[]> {
  const { rows } = await sql<OwnerName & { id: string }>`
    select distinct on (producer.fold, producer.kind) producer.id, producer.fold, producer.kind
    from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as name(kind text, fold text)
    join producer on producer.fold = name.fold and producer.kind = name.kind
    where producer.unit_path = ${within} or producer.unit_path like ${`${within}/%`}
    order by producer.fold, producer.kind, producer.created_at, producer.id`.execute(db)
  return rows
}

type NewOwner = Pick<
  Producer,
  'id' | 'kind' | 'name' | 'fold' | 'sortKey' | 'unitId' | 'unitPath' | 'source' | 'isDemo' | 'createdBy'
>

export async function insertProducers(
  db: Kysely<ProducerTables>,
  owners: readonly NewOwner[],
  now: Date,
): Promise<void> {
  await sql`
    insert into producer (id, kind, name, fold, sort_key, unit_id, unit_path, source, is_demo, created_by,
      created_at, updated_at)
    select id, kind, name, fold, "sortKey", "unitId", "unitPath", source, "isDemo", "createdBy", ${now}, ${now}
    from jsonb_to_recordset(${JSON.stringify(owners)}::jsonb) as row(id uuid, kind text, name text, fold text,
      "sortKey" text, "unitId" text, "unitPath" text, source text, "isDemo" boolean, "createdBy" text)`.execute(
    db,
  )
}

/** The producers with these ids, by id. */
export async function findProducers(
  db: Kysely<ProducerTables>,
  ids: readonly string[],
): Promise<Map<string, Producer>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('producer')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map((rows as unknown as Producer[]).map((producer) => [producer.id, producer]))
}
