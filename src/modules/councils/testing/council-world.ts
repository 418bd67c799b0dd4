import type { Kysely } from 'kysely'
import { expect } from 'vitest'
import { registerProducer, typedProducer } from '#modules/producers/index.ts'
import { addProduct, typedProduct } from '#modules/products/index.ts'
import { fileSet, prepareCriteriaSet, publishCriteriaSet } from '#modules/regulation/index.ts'
import { type Actor, type Ctx, system } from '#platform/ctx.ts'
import { digestOf } from '#platform/events/digest.ts'
import { newId } from '#platform/ids.ts'
import { actorWith, testCtx, testNow } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { councilInvariants } from '../../../invariants/councils.ts'
import type { Checked } from '../../../invariants/invariant.ts'
import type { CouncilTables } from '../council-tables.ts'
import { type BuiltCouncil, buildCouncil, buildSession } from '../testing.ts'

/** The world of the councils' tests: a database with two published sheets, coffee (13) and the one that stops at 0 (16). */
export interface CouncilWorld {
  /** Closes the database, after asking whether what the tests left behind makes sense. */
  close(): Promise<void>
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

// The councils' conditions look at no file.
const noFiles = {} as Checked['files']

export async function openCouncilWorld(): Promise<CouncilWorld> {
  const database = await openTestDb()
  const db = database.db as Kysely<CouncilTables>
  const as = (actor: Actor, now: Date = testNow) => testCtx(db, { actor, now })
  for (const id of [coffee, stopsAtZero]) await publish(as(system), id)
  const producerId = await cooperative(as(system))
  let decisions = 0
  let dossiers = 0

  const world: CouncilWorld = {
    close: async () => {
      for (const { name, find } of councilInvariants)
        expect(await find({ db, files: noFiles }), name).toEqual([])
      await database.close()
    },
    db,
    as,
    office: as(officer),
    checkedDossier: async (criteriaSetId = coffee, unitPath = 'vn/14/03868') => {
      dossiers += 1
      const typed = typedProduct({
        name: `Cà phê bột ${dossiers}`,
        productSetNo: '13',
        specification: 'Túi 500 g',
      })
      const { id: productId } = await addProduct(as(system), { producerId, typed, pictureArt: 'ca-phe' })
      return insertChecked(db, { number: dossiers, producerId, productId, criteriaSetId, unitPath })
    },
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

function cooperative(ctx: Ctx<CouncilTables>): Promise<string> {
  const typed = typedProducer({
    kind: 'cooperative',
    name: 'Hợp tác xã cà phê Tà Xùa',
    unitId: '03868',
    address: 'Bản Tà Xùa, xã Tà Xùa, tỉnh Sơn La',
    phone: '0912 345 678',
    representativeName: 'Sùng Thị Mai',
    representativePost: 'Giám đốc',
  })
  return registerProducer(ctx, { typed, isDemo: true }).then(({ id }) => id)
}

// A row, not the steps that lead there: those are tested where they live.
async function insertChecked(
  db: Kysely<CouncilTables>,
  dossier: { number: number; producerId: string; productId: string; criteriaSetId: string; unitPath: string },
): Promise<string> {
  const { number, ...facts } = dossier
  const id = newId()
  await db
    .insertInto('dossier')
    .values({
      id,
      ...facts,
      code: `HS-2026-${String(number).padStart(6, '0')}`,
      kind: 'first',
      regimeId: 'qd26-2026',
      criteriaDigest: digestOf(fileSet(facts.criteriaSetId)),
      state: 'checked',
      communeReceipt: `${number}/PĐK-14-03868-2026`,
      provinceReceipt: null,
      productCode: `14-03868-${number}-2026`,
      submittedAt: testNow,
      receivedOn: '2026-10-05',
      dueOn: '2026-10-26',
      pausedOn: null,
      holderId: null,
      roundId: null,
      registration: '{}',
      report: '{}',
      version: 1,
      createdBy: null,
      createdAt: testNow,
      updatedAt: testNow,
    })
    .execute()
  return id
}
