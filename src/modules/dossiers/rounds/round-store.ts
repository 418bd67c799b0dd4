import type { Kysely } from 'kysely'
import type { Day } from '#platform/dates.ts'
import type { DossierTables } from '../dossier-store.ts'
import type { RoundDays } from './round-rules.ts'

export interface AssessmentRoundRow extends RoundDays {
  /** The province that holds it. */
  provincePath: string
  /** The plan of an extra round; the law's rounds need none. */
  planNumber: string | null
  plannedOn: Day | null
  madeBy: string | null
  madeAt: Date
}

export type AssessmentRound = AssessmentRoundRow

type Db = Kysely<DossierTables>

/** False when the province has this round already: the key decides. */
export async function insertRound(db: Db, round: AssessmentRoundRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('assessmentRound')
    .values(round)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** All rounds of a province, the earliest first. */
export function listRounds(db: Db, provincePath: string): Promise<AssessmentRound[]> {
  return db
    .selectFrom('assessmentRound')
    .selectAll()
    .where('provincePath', '=', provincePath)
    .orderBy('proposalsBefore')
    .orderBy('id')
    .execute()
}

export function findRound(db: Db, id: string): Promise<AssessmentRound | undefined> {
  return db.selectFrom('assessmentRound').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The provinces in which a dossier was ever filed. */
export async function listProvincesWithDossiers(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('dossier').select('unitPath').distinct().execute()
  return [...new Set(rows.map(({ unitPath }) => unitPath.split('/').slice(0, 2).join('/')))]
}

/** What lists of dossiers need to know of rounds. */
export interface SeenRounds {
  rounds: readonly AssessmentRound[]
  /** `<dossier> <round>`: it was carried from there. */
  carriedFrom: ReadonlySet<string>
}

/** The rounds of the provinces of these dossiers, and from which they were carried. */
export async function findSeenRounds(
  db: Db,
  dossiers: readonly { id: string; roundId: string | null; unitPath: string }[],
): Promise<SeenRounds> {
  const placed = dossiers.filter(({ roundId }) => roundId !== null)
  if (placed.length === 0) return { rounds: [], carriedFrom: new Set() }
  const paths = [...new Set(placed.map(({ unitPath }) => unitPath.split('/').slice(0, 2).join('/')))]
  const rounds = await db
    .selectFrom('assessmentRound')
    .selectAll()
    .where('provincePath', 'in', paths)
    .execute()
  const carries = await db
    .selectFrom('roundCarry')
    .select(['dossierId', 'fromRoundId'])
    .where(
      'dossierId',
      'in',
      placed.map(({ id }) => id),
    )
    .execute()
  return { rounds, carriedFrom: new Set(carries.map((one) => `${one.dossierId} ${one.fromRoundId}`)) }
}

/** The communes whose dossiers stand in a round. */
export async function listCommunesOfRound(db: Db, roundId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('dossier')
    .select('unitPath')
    .distinct()
    .where('roundId', '=', roundId)
    .execute()
  return rows.map(({ unitPath }) => unitPath)
}
