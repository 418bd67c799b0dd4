import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely'
import type { DossierState } from '#modules/dossiers/index.ts'
import { fold } from '#platform/db/fold.ts'
import { inUnits } from '#platform/db/in-units.ts'
import { holding } from '#platform/db/like.ts'
import type { AppraisalTables } from '../appraisal-tables.ts'
import type { LotState } from './move-kinds.ts'

export const sampleTabs = ['expected', 'to_seal', 'to_store', 'stored', 'mine', 'closed'] as const
export type SampleTab = (typeof sampleTabs)[number]

/** A lot; or a dossier whose samples have not come yet, which has no lot. */
export interface ListedSample {
  dossierId: string
  dossierCode: string
  dossierState: DossierState
  unitPath: string
  isDemo: boolean
  productName: string
  producerName: string
  /** How many units the commune says that it sent. */
  sent: number | null
  lotId: string | null
  lotCode: string | null
  lotState: LotState | null
  received: number | null
  kept: number | null
  tasted: number | null
  tested: number | null
  returned: number | null
  destroyed: number | null
  lost: number | null
  sealNo: string | null
  place: string | null
  condition: string | null
  keeperId: string | null
  receivedAt: Date | null
}

export interface SampleQuery {
  /** The places whose samples the reader sees. */
  paths: readonly string[]
  personId: string | null
  search?: string | undefined
}

type Db = Kysely<AppraisalTables>
// biome-ignore lint/suspicious/noExplicitAny: a column of any of the joined tables
type Joined = ExpressionBuilder<any, any>

/** A page of the custody list, the oldest first. `next` is where the following page begins. */
export async function listSamples(
  db: Db,
  query: SampleQuery,
  { tab, after, limit = 50 }: { tab: SampleTab; after?: string | undefined; limit?: number },
): Promise<{ rows: ListedSample[]; next: string | null }> {
  const key = sql<string>`coalesce(lot.id, dossier.id)`
  const rows = await scoped(db, query)
    .where((eb) => inTab(eb, tab, query.personId))
    .$if(after !== undefined, (all) => all.where(sql<SqlBool>`${key} > ${after}::uuid`))
    .select([
      ...([
        'dossier.id as dossierId',
        'dossier.code as dossierCode',
        'dossier.state as dossierState',
      ] as const),
      ...(['dossier.unitPath', 'dossier.isDemo', 'assessment.samples as sent'] as const),
      ...(['product.name as productName', 'producer.name as producerName'] as const),
      ...(['lot.id as lotId', 'lot.code as lotCode', 'lot.state as lotState'] as const),
      ...(['lot.received', 'lot.kept', 'lot.tasted', 'lot.tested', 'lot.returned'] as const),
      ...(['lot.destroyed', 'lot.lost', 'lot.sealNo', 'lot.place', 'lot.condition'] as const),
      ...(['lot.keeperId', 'lot.createdAt as receivedAt'] as const),
      key.as('key'),
    ])
    .orderBy(key)
    .limit(limit + 1)
    .execute()
  const last = rows[limit - 1]
  const page = rows.slice(0, limit).map(({ key: _, ...row }) => ({ ...row, isDemo: Boolean(row.isDemo) }))
  return { rows: page, next: rows.length > limit && last ? last.key : null }
}

/** How many lots, or dossiers without one, each tab holds, in one query. */
export async function countSamples(db: Db, query: SampleQuery): Promise<Record<SampleTab, number>> {
  const counts: Record<string, number> = await scoped(db, query)
    .select((eb) =>
      sampleTabs.map((tab, place) =>
        eb.fn
          .countAll<number>()
          .filterWhere(inTab(eb, tab, query.personId))
          .as(`tab${place}`),
      ),
    )
    .executeTakeFirstOrThrow()
  return Object.fromEntries(
    sampleTabs.map((tab, place) => [tab, Number(counts[`tab${place}`] ?? 0)]),
  ) as Record<SampleTab, number>
}

/** Tourism has no samples: its commune notes none. */
function scoped(db: Db, { paths, search = '' }: SampleQuery) {
  const words = fold(search).split(' ').filter(Boolean).slice(0, 8)
  return db
    .selectFrom('dossier')
    .innerJoin('product', 'product.id', 'dossier.productId')
    .innerJoin('producer', 'producer.id', 'dossier.producerId')
    .leftJoin('communeAssessment as assessment', 'assessment.dossierId', 'dossier.id')
    .leftJoin('sampleLot as lot', 'lot.dossierId', 'dossier.id')
    .where((eb) => inUnits(eb, 'dossier.unitPath', paths))
    .where((eb) => eb.or([eb('assessment.samples', 'is not', null), eb('lot.id', 'is not', null)]))
    .where((eb) => eb.and(words.map((word) => mentions(eb, word))))
}

function mentions(eb: Joined, word: string): Expression<SqlBool> {
  const like = holding(word)
  return eb.or([
    eb('product.fold', 'like', like),
    eb('producer.fold', 'like', like),
    eb(sql`lower(dossier.code)`, 'like', like),
    eb(sql`lower(coalesce(lot.code, ''))`, 'like', like),
    eb(sql`lower(coalesce(lot.seal_no, ''))`, 'like', like),
  ])
}

const expectedIn = ['proposed', 'checked', 'in_council']

function inTab(eb: Joined, tab: SampleTab, personId: string | null): Expression<SqlBool> {
  const states = { to_seal: 'received', to_store: 'sealed', stored: 'stored', closed: 'closed' } as const
  if (tab === 'expected') return eb.and([eb('lot.id', 'is', null), eb('dossier.state', 'in', expectedIn)])
  if (tab === 'mine')
    return eb.and([eb('lot.keeperId', '=', personId ?? ''), eb('lot.state', '<>', 'closed')])
  return eb('lot.state', '=', states[tab])
}
