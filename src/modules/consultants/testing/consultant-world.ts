import type { Kysely } from 'kysely'
import { makePerson } from '#modules/people/testing.ts'
import { registerProducer, typedProducer } from '#modules/producers/index.ts'
import { addProduct, typedProduct } from '#modules/products/index.ts'
import type { UnitTables } from '#modules/territory/index.ts'
import { type Actor, type Ctx, system } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { actorWith, testCtx, testNow } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { testFiles } from '#platform/testing/test-files.ts'
import type { ConsultantTables } from '../consultant-tables.ts'
import { buildConsultant, buildMandate, type MandateToBuild } from '../testing.ts'

type Tables = ConsultantTables & UnitTables

/** A tea cooperative with two teas, Mai who acts for it, and two consultants with one person each. */
export interface ConsultantWorld {
  db: Kysely<Tables>
  as(actor: Actor, now?: Date): Ctx<Tables>
  hoa: Actor
  mai: Actor
  tuan: Actor & { id: string }
  lan: Actor & { id: string }
  producerId: string
  green: string
  black: string
  tuansFirm: string
  lansFirm: string
  /** A mandate that Mai and the consultant's person have signed. */
  mandate(consultant: Actor, input?: Partial<MandateToBuild>): Promise<string>
  close(): Promise<void>
}

export async function openConsultantWorld(): Promise<ConsultantWorld> {
  return peopleConsultantWorld(await openTestDb())
}

/** New parties in a database that is open already: what others did in it stays theirs. */
export async function peopleConsultantWorld(database: Database, mark = ''): Promise<ConsultantWorld> {
  const db: Kysely<Tables> = database.db
  const as = (actor: Actor, now: Date = testNow) => testCtx(db, { actor, now })
  const typed = typedProducer({ kind: 'cooperative', name: 'Hợp tác xã chè Tà Xùa', unitId: '03868' })
  const { id: producerId } = await registerProducer(as(system), { typed, isDemo: true })
  const tea = async (name: string) =>
    (await addProduct(as(system), { producerId, typed: typedProduct({ name, productSetNo: '11' }) })).id
  const green = await tea('Trà xanh')
  const black = await tea('Hồng trà')
  // The account exists for the references; what it acts for is said by the actor.
  const account = await makePerson(db, `Sùng Thị Mai${mark}`, [])
  const mai = {
    ...actorWith('producer', 'vn/14/03868', { id: account.id, producerId }),
    name: 'Sùng Thị Mai',
  }
  const hoa = actorWith('province_officer', 'vn/14', { id: 'hoa' })
  const tuan = await makePerson(db, `Bùi Anh Tuấn${mark}`, [{ role: 'consultant', unitId: '14' }])
  const lan = await makePerson(db, `Lê Thị Lan${mark}`, [{ role: 'consultant', unitId: '14' }])
  const files = await testFiles()
  const tuansFirm = await buildConsultant(as(hoa), files, { emails: [tuan.email], number: '1/QĐ-UBND' })
  const lansFirm = await buildConsultant(as(hoa), files, {
    name: 'Lê Thị Lan',
    emails: [lan.email],
    number: '2/QĐ-UBND',
    typed: { kind: 'person' },
  })
  return {
    ...{ db, as, hoa, mai, tuan, lan, producerId, green, black, tuansFirm, lansFirm },
    mandate: (consultant, input = {}) => {
      const consultantId = consultant.id === lan.id ? lansFirm : tuansFirm
      return buildMandate(as, { producer: mai, consultant }, { consultantId, producerId, ...input })
    },
    close: database.close,
  }
}
