import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely'
import type { DossierKind, DossierState } from '#modules/dossiers/index.ts'
import type { Day } from '#platform/dates.ts'
import { fold } from '#platform/db/fold.ts'
import { inUnits } from '#platform/db/in-units.ts'
import { holding } from '#platform/db/like.ts'
import { openStates } from '../appraisal-rights.ts'
import type { AppraisalTables } from '../appraisal-tables.ts'

export const appraisalTabs = ['to_write', 'draft', 'tests', 'late', 'signed'] as const
export type AppraisalTab = (typeof appraisalTabs)[number]

export interface ListedAppraisal {
  dossierId: string
  code: string
  number: string | null
  kind: DossierKind
  state: DossierState
  unitPath: string
  isDemo: boolean
  productName: string
  producerName: string
  startedBy: string | null
  savedAt: Date | null
  signedAt: Date | null
  /** Extra tests that were not cancelled, those whose result is here, and the first day that was missed. */
  tests: number
  testsReceived: number
  lateSince: Day | null
}

export interface AppraisalQuery {
  /** The places whose appraisals the reader sees. */
  paths: readonly string[]
  /** Only first assessments and upgrades, or only reassessments: what one team writes. */
  kinds?: readonly DossierKind[] | undefined
  search?: string | undefined
  today: Day
}

type Db = Kysely<AppraisalTables>
// biome-ignore lint/suspicious/noExplicitAny: a column of any of the joined tables
type Joined = ExpressionBuilder<any, any>

/** A page of the dossiers that are or were appraised, the oldest first. `next` is where the following page begins. */
export async function listAppraisals(
  db: Db,
  query: AppraisalQuery,
  { tab, after, limit = 50 }: { tab: AppraisalTab; after?: string | undefined; limit?: number },
): Promise<{ rows: ListedAppraisal[]; next: string | null }> {
  const rows = await scoped(db, query)
    .where((eb) => inTab(eb, tab, query.today))
    .$if(after !== undefined, (all) => all.where(sql<SqlBool>`dossier.id > ${after}::uuid`))
    .select([
      'dossier.id as dossierId',
      'dossier.code',
      'dossier.provinceReceipt as number',
      'dossier.kind',
      'dossier.state',
      'dossier.unitPath',
      'dossier.isDemo',
      'product.name as productName',
      'producer.name as producerName',
      'report.startedBy',
      'report.savedAt',
      'report.signedAt',
    ])
    .select((eb) => [
      testsOf(eb).where('test.state', '<>', 'cancelled').select(countAll).as('tests'),
      testsOf(eb).where('test.state', '=', 'received').select(countAll).as('testsReceived'),
      testsOf(eb)
        .where('test.state', '=', 'asked')
        .where('test.dueOn', '<', query.today)
        .select((late) => late.fn.min('test.dueOn').as('day'))
        .as('lateSince'),
    ])
    .orderBy('dossier.id')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit).map((row) => ({
    ...row,
    isDemo: Boolean(row.isDemo),
    tests: Number(row.tests ?? 0),
    testsReceived: Number(row.testsReceived ?? 0),
  }))
  const last = page.at(-1)
  return { rows: page, next: rows.length > limit && last ? last.dossierId : null }
}

/** How many dossiers each tab holds, in one query. */
export async function countAppraisals(db: Db, query: AppraisalQuery): Promise<Record<AppraisalTab, number>> {
  const counts: Record<string, number> = await scoped(db, query)
    .select((eb) =>
      appraisalTabs.map((tab, place) =>
        eb.fn
          .countAll<number>()
          .filterWhere(inTab(eb, tab, query.today))
          .as(`tab${place}`),
      ),
    )
    .executeTakeFirstOrThrow()
  const numbers = appraisalTabs.map((tab, place) => [tab, Number(counts[`tab${place}`] ?? 0)])
  return Object.fromEntries(numbers)
}

function scoped(db: Db, { paths, kinds, search = '' }: AppraisalQuery) {
  const words = fold(search).split(' ').filter(Boolean).slice(0, 8)
  return db
    .selectFrom('dossier')
    .innerJoin('product', 'product.id', 'dossier.productId')
    .innerJoin('producer', 'producer.id', 'dossier.producerId')
    .leftJoin('appraisalReport as report', 'report.dossierId', 'dossier.id')
    .where((eb) => inUnits(eb, 'dossier.unitPath', paths))
    .$if(kinds !== undefined, (all) => all.where('dossier.kind', 'in', [...(kinds ?? [])]))
    .where((eb) => eb.and(words.map((word) => mentions(eb, word))))
}

function mentions(eb: Joined, word: string): Expression<SqlBool> {
  const like = holding(word)
  return eb.or([
    eb('product.fold', 'like', like),
    eb('producer.fold', 'like', like),
    eb(sql`lower(dossier.code)`, 'like', like),
    eb(sql`lower(replace(coalesce(dossier.province_receipt, ''), 'Đ', 'd'))`, 'like', like),
  ])
}

function inTab(eb: Joined, tab: AppraisalTab, today: Day): Expression<SqlBool> {
  const open = eb('dossier.state', 'in', [...openStates])
  if (tab === 'signed') return eb('report.signedAt', 'is not', null)
  if (tab === 'to_write') return eb.and([open, eb('report.id', 'is', null)])
  if (tab === 'draft')
    return eb.and([open, eb('report.id', 'is not', null), eb('report.signedAt', 'is', null)])
  const waiting = testsOf(eb).select('test.id')
  if (tab === 'tests')
    return eb.and([open, eb.exists(waiting.where('test.state', 'in', ['asked', 'handed_in']))])
  return eb.and([open, eb.exists(waiting.where('test.state', '=', 'asked').where('test.dueOn', '<', today))])
}

function testsOf(eb: Joined) {
  return (eb as ExpressionBuilder<AppraisalTables, 'dossier'>)
    .selectFrom('extraTest as test')
    .whereRef('test.dossierId', '=', 'dossier.id')
}

function countAll(eb: Joined) {
  return eb.fn.countAll<number>().as('count')
}
