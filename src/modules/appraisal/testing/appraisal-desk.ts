import type { Kysely } from 'kysely'
import { fileDossier, type SmallWorld, smallWorld } from '#modules/dossiers/testing.ts'
import { makePerson } from '#modules/people/testing.ts'
import type { Actor, Ctx } from '#platform/ctx.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { actorWith, testCtx, testNow } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { testFiles } from '#platform/testing/test-files.ts'
import type { AppraisalTables } from '../appraisal-tables.ts'

/** What the tests of appraisals work at: a database, places for files, two of the advisory team, an officer. */
export interface AppraisalDesk {
  db: Kysely<AppraisalTables>
  files: FileStore
  as(actor: Actor, now?: Date): Ctx<AppraisalTables>
  viet: Actor
  lien: Actor
  hoa: Actor
  /** A dossier of a cooperative of its own, brought to a state. */
  filed(
    upTo: 'proposed' | 'checked',
    world?: { productSetNo?: string },
  ): Promise<{ id: string; world: SmallWorld }>
  close(): Promise<void>
}

export async function openAppraisalDesk(): Promise<AppraisalDesk> {
  const database = await openTestDb()
  const db: Kysely<AppraisalTables> = database.db
  const as = (actor: Actor, now: Date = testNow) => testCtx(db, { actor, now })
  const named = async (name: string, role: 'advisory' | 'province_officer') => {
    const { id } = await makePerson(db as never, name, [{ role, unitId: '14' }])
    return { ...actorWith(role, 'vn/14', { id }), name }
  }
  return {
    ...{ db, as, files: await testFiles(), close: database.close },
    viet: await named('Lê Quốc Việt', 'advisory'),
    lien: await named('Cầm Thị Liên', 'advisory'),
    hoa: await named('Nguyễn Thị Hoa', 'province_officer'),
    async filed(upTo, options = {}) {
      const world = await smallWorld(testCtx(db) as never, options)
      const people = { producer: world.mai, communeOfficer: world.lan, provinceOfficer: world.hoa }
      const { id } = await fileDossier(testCtx(db) as never, { productId: world.productId, ...people, upTo })
      return { id, world }
    },
  }
}

/** People who have no business with the appraisals of Sơn La. */
export const strangers: Actor[] = [
  actorWith('advisory', 'vn/11', { id: 'advisory elsewhere' }),
  actorWith('province_officer', 'vn/11', { id: 'officer elsewhere' }),
  actorWith('commune_officer', 'vn/14/03868', { id: 'commune officer' }),
  actorWith('member', 'vn/14', { id: 'member' }),
  actorWith('producer', 'vn/14/03868', { id: 'other producer', producerId: 'p2' }),
]
