import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely'
import type { Role } from '#modules/people/index.ts'
import { producerIdsOf, unitPathsOf } from '#modules/people/index.ts'
import type { Actor } from '#platform/ctx.ts'
import type { Day } from '#platform/dates.ts'
import { fold } from '#platform/db/fold.ts'
import { inUnits } from '#platform/db/in-units.ts'
import { holding } from '#platform/db/like.ts'
import type { DossierKind, DossierTables } from './dossier-store.ts'
import { type DossierTab, dossierTabs, type ListView } from './dossier-tabs.ts'
import { auditingRoles, readingRoles } from './reach.ts'
import type { AssessmentRound } from './rounds/round-store.ts'
import type { DossierState } from './workflow.ts'

export interface ListedDossier {
  id: string
  code: string
  kind: DossierKind
  state: DossierState
  unitPath: string
  communeReceipt: string | null
  provinceReceipt: string | null
  productCode: string | null
  submittedAt: Date | null
  receivedOn: Day | null
  dueOn: Day | null
  pausedOn: Day | null
  holderId: string | null
  roundId: string | null
  proposedOn: Day | null
  completeOn: Day | null
  regimeId: string
  criteriaSetId: string
  version: number
  isDemo: boolean
  atCounter: boolean
  productId: string
  productName: string
  pictureFileId: string | null
  pictureArt: string | null
  producerId: string
  producerName: string
  /** By when the producer was asked to mend it, while it is returned. */
  mendBy: Day | null
  /** How often it was handed in. */
  submissions: number
}

export interface ListQuery {
  actor: Actor
  view: ListView
  /** Of a portfolio: on what the consultant works today; every product of the producer where none is named. */
  work?: readonly { producerId: string; productId: string | null }[] | undefined
  today: Day
  /** Words of a code, a receipt number, a product, a producer; without diacritics too. */
  search?: string | undefined
  kind?: DossierKind | undefined
  /** Only what this person holds. */
  holderId?: string | undefined
  /** Only what stands in this round. */
  roundId?: string | undefined
  /** Only what missed this round and has no letter about it yet. */
  missed?: Pick<AssessmentRound, 'id' | 'provincePath' | 'proposalsBefore' | 'doneBefore'> | undefined
  /** Only what was filed in this commune. */
  unitPath?: string | undefined
}

export interface ListPage {
  tab: DossierTab
  /** Where the page before ended. */
  after?: string | undefined
  limit?: number
}

type From = ExpressionBuilder<DossierTables, 'dossier' | 'product' | 'producer'>

const urgency = sql<string>`coalesce(dossier.due_on, date '9999-12-31')`

/**
 * A page of the dossiers that the actor may see in this list: the most urgent first, then the oldest. `next` is where the
 * following page begins.
 */
export async function listDossiers(
  db: Kysely<DossierTables>,
  query: ListQuery,
  { tab, after, limit = 50 }: ListPage,
): Promise<{ rows: ListedDossier[]; next: string | null }> {
  const from = readKey(after)
  const rows = await scoped(db, query)
    .where((eb) => inTab(eb, tab, query.today))
    .$if(from !== null, (all) =>
      all.where(sql<SqlBool>`(${urgency}, dossier.id) > (${from?.due}::date, ${from?.id}::uuid)`),
    )
    .select([
      'dossier.id',
      'dossier.code',
      'dossier.kind',
      'dossier.state',
      'dossier.unitPath',
      'dossier.communeReceipt',
      'dossier.provinceReceipt',
      'dossier.productCode',
      'dossier.submittedAt',
      'dossier.receivedOn',
      'dossier.dueOn',
      'dossier.pausedOn',
      'dossier.holderId',
      'dossier.roundId',
      'dossier.proposedOn',
      'dossier.completeOn',
      'dossier.regimeId',
      'dossier.criteriaSetId',
      'dossier.version',
      'dossier.isDemo',
      'dossier.atCounter',
      'dossier.productId',
      'product.name as productName',
      'product.pictureFileId',
      'product.pictureArt',
      'dossier.producerId',
      'producer.name as producerName',
      urgency.as('urgency'),
    ])
    .select((eb) => [
      eb
        .selectFrom('fixList')
        .select('fixList.dueOn')
        .whereRef('fixList.dossierId', '=', 'dossier.id')
        .where('fixList.closedAt', 'is', null)
        .as('mendBy'),
      eb
        .selectFrom('dossierSnapshot')
        .select((snapshot) => snapshot.fn.countAll<number>().as('count'))
        .whereRef('dossierSnapshot.dossierId', '=', 'dossier.id')
        .as('submissions'),
    ])
    .orderBy(urgency)
    .orderBy('dossier.id')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit).map(({ urgency, submissions, ...row }) => ({
    ...row,
    isDemo: Boolean(row.isDemo),
    atCounter: Boolean(row.atCounter),
    submissions: Number(submissions ?? 0),
  }))
  const last = rows[limit - 1]
  return { rows: page, next: rows.length > limit && last ? `${last.urgency}_${last.id}` : null }
}

/** How many dossiers each tab of the list holds for the actor, in one query; of other tabs where they are given. */
export async function countTabs(
  db: Kysely<DossierTables>,
  query: ListQuery,
  tabs: readonly DossierTab[] = dossierTabs[query.view],
): Promise<Record<string, number>> {
  const counts: Record<string, number> = await scoped(db, query)
    .select((eb) =>
      tabs.map((tab, place) =>
        eb.fn
          .countAll<number>()
          .filterWhere(inTab(eb, tab, query.today))
          .as(`tab${place}`),
      ),
    )
    .executeTakeFirstOrThrow()
  return Object.fromEntries(tabs.map(({ key }, place) => [key, counts[`tab${place}`] ?? 0]))
}

/** How many dossiers the tab holds for the actor: as many as `listDossiers` lists. */
export async function countTab(
  db: Kysely<DossierTables>,
  query: ListQuery,
  tab: DossierTab,
): Promise<number> {
  const { count } = await scoped(db, query)
    .where((eb) => inTab(eb, tab, query.today))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The dossiers within reach that fit the filters. */
function scoped(db: Kysely<DossierTables>, query: ListQuery) {
  const { search, kind, holderId, roundId, missed, unitPath } = query
  return db
    .selectFrom('dossier')
    .innerJoin('product', 'product.id', 'dossier.productId')
    .innerJoin('producer', 'producer.id', 'dossier.producerId')
    .where((eb) => inReach(eb, query))
    .$if(kind !== undefined, (all) => all.where('dossier.kind', '=', kind ?? 'first'))
    .$if(holderId !== undefined, (all) => all.where('dossier.holderId', '=', holderId ?? ''))
    .$if(roundId !== undefined, (all) => all.where('dossier.roundId', '=', roundId ?? ''))
    .$if(unitPath !== undefined, (all) => all.where('dossier.unitPath', '=', unitPath ?? ''))
    .where((eb) => (missed ? cameTooLateFor(eb, missed) : eb.lit(true)))
    .where((eb) => eb.and(wordsOf(search).map((word) => mentions(eb, word))))
}

/** The same reach as `mayRead`, or of a consultant's mandates, as SQL. */
function inReach(eb: From, { actor, view, work = [] }: ListQuery): Expression<SqlBool> {
  if (view === 'portfolio') return eb.or(work.map((one) => workedOn(eb, one)))
  if (view === 'mine') {
    const own = producerIdsOf(actor)
    return own.length > 0 ? eb('dossier.producerId', 'in', own) : eb.lit(false)
  }
  const handedIn = eb('dossier.submittedAt', 'is not', null)
  return eb.and([eb.or([within(eb, actor, readingRoles), within(eb, actor, auditingRoles)]), handedIn])
}

/** Proposed while the round was under way, and not told so yet. */
function cameTooLateFor(eb: From, round: NonNullable<ListQuery['missed']>): Expression<SqlBool> {
  return eb.and([
    eb('dossier.unitPath', 'like', `${round.provincePath}/%`),
    eb('dossier.roundId', 'is not', null),
    eb('dossier.proposedOn', '>=', round.proposalsBefore),
    eb('dossier.proposedOn', '<', round.doneBefore),
    eb.not(
      eb.exists(
        eb
          .selectFrom('roundCarry')
          .select('roundCarry.id')
          .whereRef('roundCarry.dossierId', '=', 'dossier.id')
          .where('roundCarry.fromRoundId', '=', round.id),
      ),
    ),
  ])
}

function workedOn(eb: From, { producerId, productId }: { producerId: string; productId: string | null }) {
  const ofProducer = eb('dossier.producerId', '=', producerId)
  return productId ? eb.and([ofProducer, eb('dossier.productId', '=', productId)]) : ofProducer
}

function within(eb: From, actor: Actor, roles: readonly Role[]): Expression<SqlBool> {
  return inUnits(eb, 'dossier.unitPath', unitPathsOf(actor, roles))
}

function inTab(eb: From, { states, late }: DossierTab, today: Day): Expression<SqlBool> {
  const inStates = eb('dossier.state', 'in', [...states])
  return late ? eb.and([inStates, eb('dossier.dueOn', '<', today)]) : inStates
}

function wordsOf(search = ''): string[] {
  return fold(search).split(' ').filter(Boolean).slice(0, 8)
}

function mentions(eb: From, word: string): Expression<SqlBool> {
  const like = holding(word)
  return eb.or([
    eb('product.fold', 'like', like),
    eb('producer.fold', 'like', like),
    eb(sql`lower(dossier.code)`, 'like', like),
    eb(sql`lower(replace(coalesce(dossier.commune_receipt, ''), 'Đ', 'd'))`, 'like', like),
    eb(sql`lower(replace(coalesce(dossier.province_receipt, ''), 'Đ', 'd'))`, 'like', like),
    eb(sql`coalesce(dossier.product_code, '')`, 'like', like),
  ])
}

function readKey(after: string | undefined): { due: string; id: string } | null {
  const parts = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(after ?? '')
  return parts?.[1] && parts[2] ? { due: parts[1], id: parts[2] } : null
}
