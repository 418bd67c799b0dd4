import { type Kysely, sql } from 'kysely'
import type { Day } from '#platform/dates.ts'
import type { RecognitionTables } from './recognition-tables.ts'

export interface WaitingRow {
  dossierId: string
  code: string
  kind: 'first' | 'upgrade' | 'reassessment'
  state: (typeof waitingStates)[number]
  regimeId: string
  unitPath: string
  unitName: string
  isDemo: boolean
  productName: string
  producerName: string
  stars: number
  /** In hundredths of a point. */
  average: number
  concludedOn: Day
}

export const waitingStates = ['scored', 'returned_by_centre', 'sent_to_centre'] as const

const most = 500

/** The dossiers below these units that wait for a decision, or at the centre for its council, the longest waiting first. */
export async function listWaiting(
  db: Kysely<RecognitionTables>,
  unitPaths: readonly string[],
  states: readonly WaitingRow['state'][] = waitingStates,
): Promise<WaitingRow[]> {
  if (unitPaths.length === 0 || states.length === 0) return []
  const { rows } = await sql<WaitingRow>`
    select dossier.id as "dossierId", dossier.code, dossier.kind, dossier.state, dossier.regime_id as "regimeId",
      dossier.unit_path as "unitPath", unit.name as "unitName", dossier.is_demo as "isDemo",
      product.name as "productName", producer.name as "producerName",
      coalesce(central.stars, council.stars) as stars, coalesce(central.average, council.average) as average,
      coalesce(central.concluded_on, (council.decided_at at time zone 'Asia/Ho_Chi_Minh')::date) as "concludedOn"
    from dossier
    join product on product.id = dossier.product_id
    join producer on producer.id = dossier.producer_id
    join unit on unit.path = dossier.unit_path
    left join lateral (
      select stars, average, decided_at from council_result
      where dossier_id = dossier.id and outcome = 'ranked'
      order by decided_at desc limit 1
    ) council on true
    left join lateral (
      select stars, average, concluded_on from central_result
      where dossier_id = dossier.id and dossier.state = 'returned_by_centre'
      order by recorded_at desc limit 1
    ) central on true
    where dossier.state in (${sql.join([...states])}) and council.stars is not null and ${within(unitPaths)}
    order by "concludedOn", dossier.code
    limit ${sql.lit(most)}`.execute(db)
  return rows
}

/** How many dossiers `listWaiting` lists. */
export async function countWaiting(
  db: Kysely<RecognitionTables>,
  unitPaths: readonly string[],
  states: readonly WaitingRow['state'][],
): Promise<number> {
  if (unitPaths.length === 0 || states.length === 0) return 0
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from dossier
    where dossier.state in (${sql.join([...states])}) and ${within(unitPaths)}
      and exists (select from council_result where dossier_id = dossier.id and outcome = 'ranked')`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

function within(unitPaths: readonly string[]) {
  const places = unitPaths.map(
    (path) => sql`(dossier.unit_path = ${path} or dossier.unit_path like ${`${path}/%`})`,
  )
  return sql`(${sql.join(places, sql` or `)})`
}
