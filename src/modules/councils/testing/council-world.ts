import type { Kysely } from 'kysely'
import { fileSet, prepareCriteriaSet, publishCriteriaSet } from '#modules/regulation/index.ts'
import { type Actor, type Ctx, system } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { digestOf } from '#platform/events/digest.ts'
import { newId } from '#platform/ids.ts'
import { actorWith, testCtx, testNow } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import type { CouncilTables } from '../council-tables.ts'
import { type BuiltCouncil, buildCouncil, buildSession } from '../testing.ts'

/** The world of the councils' tests: a database with two published sheets, coffee (13) and the one that stops at 0 (16). */
export interface CouncilWorld {
  database: Database
  db: Kysely<CouncilTables>
  as(actor: Actor, now?: Date): Ctx<CouncilTables>
  office: Ctx<CouncilTables>
  /** A checked dossier of Tà Xùa, judged by the sheet. */
  checkedDossier(criteriaSetId?: string, unitPath?: string): Promise<string>
  council(options?: Parameters<typeof buildCouncil>[1]): Promise<BuiltCouncil>
  /** A council in session with one dossier to score. */
  scoring(options?: Parameters<typeof buildCouncil>[1] & { criteriaSetId?: string }): Promise<Scoring>
  stateOf(dossierId: string): Promise<string>
}

export interface Scoring {
  council: BuiltCouncil
  sessionId: string
  dossierId: string
  /** Where the dossier is scored: what every operation on it asks for. */
  at: { sessionId: string; dossierId: string }
}

export const coffee = 'qd26-2026-13'
export const stopsAtZero = 'qd26-2026-16'
export const officer = actorWith('province_officer', 'vn/14', { id: 'officer' })

export async function openCouncilWorld(): Promise<CouncilWorld> {
  const database = await openTestDb()
  const db = database.db as Kysely<CouncilTables>
  const as = (actor: Actor, now: Date = testNow) => testCtx(db, { actor, now })
  for (const id of [coffee, stopsAtZero]) await publish(as(system), id)
  let decisions = 0

  const world: CouncilWorld = {
    database,
    db,
    as,
    office: as(officer),
    checkedDossier: (criteriaSetId = coffee, unitPath = 'vn/14/03868') =>
      insertChecked(db, { criteriaSetId, unitPath }),
    council: (options = {}) => {
      decisions += 1
      return buildCouncil(as(officer), { decisionNumber: `${decisions}/QĐ-UBND`, ...options })
    },
    scoring: async ({ criteriaSetId, ...options } = {}) => {
      const council = await world.council(options)
      const dossierId = await world.checkedDossier(criteriaSetId)
      const { sessionId } = await buildSession(as(officer), council, { dossierIds: [dossierId] })
      return { council, sessionId, dossierId, at: { sessionId, dossierId } }
    },
    stateOf: async (dossierId) => {
      const query = db.selectFrom('dossier').select('state').where('id', '=', dossierId)
      return (await query.executeTakeFirstOrThrow()).state
    },
  }
  return world
}

async function publish(ctx: Ctx<CouncilTables>, id: string): Promise<void> {
  const { anomalies } = await prepareCriteriaSet(ctx, { id })
  await publishCriteriaSet(ctx, { id, digest: digestOf(fileSet(id)), accepted: anomalies, acceptedBy: 'lan' })
}

let codes = 0

// A row, not the steps that lead there: those are tested where they live.
async function insertChecked(
  db: Kysely<CouncilTables>,
  { criteriaSetId, unitPath }: { criteriaSetId: string; unitPath: string },
): Promise<string> {
  codes += 1
  const id = newId()
  const row = {
    id,
    code: `HS-2026-${String(codes).padStart(6, '0')}`,
    productId: newId(),
    producerId: newId(),
    kind: 'first',
    regimeId: 'qd26-2026',
    criteriaSetId,
    criteriaDigest: digestOf(fileSet(criteriaSetId)),
    state: 'checked',
    unitPath,
    communeReceipt: `${codes}/PĐK-14-03868-2026`,
    productCode: `14-03868-${codes}-2026`,
    submittedAt: testNow,
    receivedOn: '2026-10-05',
    dueOn: '2026-10-26',
    createdAt: testNow,
    updatedAt: testNow,
    isDemo: true,
  }
  await db
    .insertInto('dossier')
    .values(row as never)
    .execute()
  return id
}
