import type { Kysely } from 'kysely'
import { type Filing, fileDossier } from '#modules/dossiers/testing.ts'
import { registerProducer, typedProducer } from '#modules/producers/index.ts'
import { addProduct, typedProduct } from '#modules/products/index.ts'
import { fileSet, prepareCriteriaSet, publishCriteriaSet } from '#modules/regulation/index.ts'
import { type Actor, type Ctx, system } from '#platform/ctx.ts'
import { digestOf } from '#platform/events/digest.ts'
import { actorWith, testCtx, testNow } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import type { CouncilTables } from '../council-tables.ts'
import { type BuiltCouncil, buildCouncil, buildSession } from '../testing.ts'

/** The world of the councils' tests: a database with two published sheets, coffee (13) and the one that stops at 0 (16). */
export interface CouncilWorld {
  close(): Promise<void>
  db: Kysely<CouncilTables>
  as(actor: Actor, now?: Date): Ctx<CouncilTables>
  office: Ctx<CouncilTables>
  /** A checked dossier of Tà Xùa, judged by the sheet. */
  checkedDossier(criteriaSetId?: string, unitPath?: string, filing?: Forms): Promise<string>
  council(options?: Parameters<typeof buildCouncil>[1]): Promise<BuiltCouncil>
  /** A council in session with one dossier to score. */
  scoring(options?: Parameters<typeof buildCouncil>[1] & { criteriaSetId?: string } & Forms): Promise<Scoring>
  stateOf(dossierId: string): Promise<string>
}

/** What was written in the dossier; left out, as builders write it. */
type Forms = Pick<Filing, 'report' | 'communeReport'>

export interface Scoring {
  council: BuiltCouncil
  sessionId: string
  dossierId: string
  /** Where the dossier is scored: what every operation on it asks for. */
  at: { sessionId: string; dossierId: string }
}

export const coffee = 'qd26-2026-13'
export const stopsAtZero = 'qd26-2026-16'
/** Everything before the councils happened on one day, weeks before their sessions. */
const filedAt = new Date('2026-10-05T03:00:00Z')
const dayOfFiling = {
  draft: filedAt,
  submitted: filedAt,
  received: filedAt,
  proposed: filedAt,
  checked: filedAt,
}

export const officer = actorWith('province_officer', 'vn/14', { id: 'officer' })

export async function openCouncilWorld(): Promise<CouncilWorld> {
  const database = await openTestDb()
  const db = database.db as Kysely<CouncilTables>
  const as = (actor: Actor, now: Date = testNow) => testCtx(db, { actor, now })
  for (const id of [coffee, stopsAtZero]) await publish(as(system), id)
  const producerId = await cooperative(as(system))
  let decisions = 0
  let dossiers = 0

  const world: CouncilWorld = {
    close: database.close,
    db,
    as,
    office: as(officer),
    checkedDossier: async (criteriaSetId = coffee, unitPath = 'vn/14/03868', filing = {}) => {
      dossiers += 1
      const typed = typedProduct({
        name: `Cà phê bột ${dossiers}`,
        productSetNo: criteriaSetId.split('-').at(-1) ?? '',
        specification: 'Túi 500 g',
        unitId: unitPath.split('/').at(-1) ?? '',
      })
      const { id: productId } = await addProduct(as(system), { producerId, typed, pictureArt: 'ca-phe' })
      return fileChecked(as(system), { producerId, productId, unitPath, ...filing })
    },
    council: (options = {}) => {
      decisions += 1
      return buildCouncil(as(officer), { decisionNumber: `${decisions}/QĐ-UBND`, ...options })
    },
    scoring: async ({ criteriaSetId, report, communeReport, ...options } = {}) => {
      const council = await world.council(options)
      const dossierId = await world.checkedDossier(criteriaSetId, undefined, {
        ...(report ? { report } : {}),
        ...(communeReport ? { communeReport } : {}),
      })
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

async function fileChecked(
  ctx: Ctx<CouncilTables>,
  { unitPath, producerId, ...filing }: { producerId: string; productId: string; unitPath: string } & Forms,
): Promise<string> {
  const { id } = await fileDossier(ctx, {
    ...filing,
    producer: actorWith('producer', unitPath, { id: 'mai', producerId }),
    communeOfficer: actorWith('commune_officer', unitPath, { id: 'lan' }),
    provinceOfficer: actorWith('province_officer', unitPath.split('/').slice(0, 2).join('/'), { id: 'hoa' }),
    upTo: 'checked',
    at: dayOfFiling,
  })
  return id
}
