import type { ExpressionBuilder, Kysely } from 'kysely'
import { fold, sortKey } from '#platform/db/fold.ts'
import { inUnits } from '#platform/db/in-units.ts'
import { holding } from '#platform/db/like.ts'
import type { ConsultantState } from './consultant-fields.ts'
import type {
  ConsultantDecisionRow,
  ConsultantMemberRow,
  ConsultantRow,
  ConsultantTables,
} from './consultant-tables.ts'

export type Consultant = ConsultantRow
type Db = Kysely<ConsultantTables>

/** The consultant; `update` locks it: a decision and a signature do not pass each other. */
export function findConsultant(
  db: Db,
  id: string,
  lock?: 'share' | 'update',
): Promise<Consultant | undefined> {
  const query = db.selectFrom('consultant').selectAll().where('id', '=', id)
  return (lock === 'update' ? query.forUpdate() : lock ? query.forShare() : query).executeTakeFirst()
}

/** The consultant for whom the person works today. */
export function findConsultantOf(db: Db, personId: string): Promise<Consultant | undefined> {
  return db
    .selectFrom('consultant')
    .innerJoin('consultantMember', 'consultantMember.consultantId', 'consultant.id')
    .selectAll('consultant')
    .where('consultantMember.personId', '=', personId)
    .where('consultantMember.leftOn', 'is', null)
    .executeTakeFirst()
}

/** The newest application of the person, whatever became of it. */
export function findApplicationOf(db: Db, personId: string): Promise<Consultant | undefined> {
  return db
    .selectFrom('consultant')
    .selectAll()
    .where('appliedBy', '=', personId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export interface ConsultantFilter {
  /** The registers to read. */
  paths: readonly string[]
  states?: readonly ConsultantState[] | undefined
  search?: string | undefined
}

/** The consultants of these registers in Vietnamese order of their names. */
export async function listConsultants(db: Db, filter: ConsultantFilter): Promise<Consultant[]> {
  const { paths, states, search } = filter
  if (paths.length === 0) return []
  let query = db.selectFrom('consultant').selectAll().where(inPaths(paths))
  if (states) query = query.where('state', 'in', [...states])
  if (search) query = query.where('fold', 'like', holding(fold(search)))
  return query.orderBy('sortKey').orderBy('id').limit(2000).execute()
}

function inPaths(paths: readonly string[]) {
  return (eb: ExpressionBuilder<ConsultantTables, 'consultant'>) => inUnits(eb, 'unitPath', paths)
}

/** False when another consultant in the register has the tax code: the index decides. */
export async function insertConsultant(
  db: Db,
  consultant: Omit<ConsultantRow, 'fold' | 'sortKey' | 'version'>,
): Promise<boolean> {
  const { name } = consultant
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('consultant')
    .values({ ...consultant, fold: fold(name), sortKey: sortKey(name), version: 1 })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** False when somebody changed the consultant since that version. */
export async function updateConsultant(
  db: Db,
  { id, version }: Pick<ConsultantRow, 'id' | 'version'>,
  change: Partial<Omit<ConsultantRow, 'id' | 'version' | 'fold' | 'sortKey'>>,
): Promise<boolean> {
  const named = change.name === undefined ? {} : { fold: fold(change.name), sortKey: sortKey(change.name) }
  const { numUpdatedRows } = await db
    .updateTable('consultant')
    .set({ ...change, ...named, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function insertDecision(db: Db, decision: ConsultantDecisionRow): Promise<void> {
  await db.insertInto('consultantDecision').values(decision).execute()
}

/** The decisions about these consultants, the last first. */
export async function listDecisions(
  db: Db,
  consultantIds: readonly string[],
): Promise<ConsultantDecisionRow[]> {
  if (consultantIds.length === 0) return []
  return db
    .selectFrom('consultantDecision')
    .selectAll()
    .where('consultantId', 'in', [...consultantIds])
    .orderBy('no', 'desc')
    .execute()
}

/** False when the person works for a registered consultant already: the index decides. */
export async function insertMember(db: Db, member: ConsultantMemberRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('consultantMember')
    .values(member)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function endMembership(
  db: Db,
  { consultantId, personId, leftOn }: { consultantId: string; personId: string; leftOn: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('consultantMember')
    .set({ leftOn })
    .where('consultantId', '=', consultantId)
    .where('personId', '=', personId)
    .where('leftOn', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function endMemberships(db: Db, consultantId: string, leftOn: string): Promise<void> {
  await db
    .updateTable('consultantMember')
    .set({ leftOn })
    .where('consultantId', '=', consultantId)
    .where('leftOn', 'is', null)
    .execute()
}

export interface Member {
  personId: string
  name: string
  email: string
  joinedOn: string
}

/** The people who work for the consultant today. */
export function listMembers(db: Db, consultantId: string): Promise<Member[]> {
  return db
    .selectFrom('consultantMember')
    .innerJoin('person', 'person.id', 'consultantMember.personId')
    .select(['personId', 'person.name', 'person.email', 'joinedOn'])
    .where('consultantId', '=', consultantId)
    .where('leftOn', 'is', null)
    .orderBy('person.sortKey')
    .execute()
}

/** Somebody with an account who holds the role of a consultant in that province today, by the e-mail address. */
export function findConsultantAccount(
  db: Db,
  { email, unitPath, day }: { email: string; unitPath: string; day: string },
): Promise<{ id: string; name: string } | undefined> {
  return db
    .selectFrom('person')
    .innerJoin('roleHolding', 'roleHolding.personId', 'person.id')
    .select(['person.id', 'person.name'])
    .where('person.email', '=', email.trim().toLowerCase())
    .where('person.disabledAt', 'is', null)
    .where('roleHolding.role', '=', 'consultant')
    .where((eb) => eb.or([eb('roleHolding.unitPath', '=', unitPath), eb('roleHolding.unitPath', '=', 'vn')]))
    .where('roleHolding.validFrom', '<=', day)
    .where((eb) => eb.or([eb('roleHolding.validTo', 'is', null), eb('roleHolding.validTo', '>', day)]))
    .executeTakeFirst()
}

/** Those who work for the consultant, or did until that day, and whoever applied for it. */
export async function listConsultantPeople(db: Db, consultantId: string, day: string): Promise<string[]> {
  const members = await db
    .selectFrom('consultantMember')
    .select('personId')
    .where('consultantId', '=', consultantId)
    .where((eb) => eb.or([eb('leftOn', 'is', null), eb('leftOn', '>=', day)]))
    .execute()
  const consultant = await findConsultant(db, consultantId)
  const ids = members.map(({ personId }) => personId)
  return [...new Set(consultant?.appliedBy ? [...ids, consultant.appliedBy] : ids)]
}
