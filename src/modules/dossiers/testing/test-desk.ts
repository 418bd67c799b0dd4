import type { Kysely } from 'kysely'
import type { Actor, Ctx } from '#platform/ctx.ts'
import { listEvents } from '#platform/events/event-store.ts'
import type { Upload } from '#platform/files/check-upload.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { smallPdf } from '#platform/files/testing/small-files.ts'
import { actorWith, testCtx, testNow } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { testFiles } from '#platform/testing/test-files.ts'
import type { CommuneReport } from '../commune-contents.ts'
import { type Dossier, type DossierTables, findDossier } from '../dossier-store.ts'
import { type FiledState, type Filing, fileDossier } from './file-dossier.ts'
import type { SmallWorld } from './small-world.ts'

/** What the tests of dossiers work at: a database and a place for files of their own. */
export interface TestDesk {
  db: Kysely<DossierTables>
  files: FileStore
  /** The platform itself at the desk. */
  ctx: Ctx<DossierTables>
  as(actor: Actor, now?: Date): Ctx<DossierTables>
  filed(world: SmallWorld, upTo: FiledState, more?: Partial<Filing>): Promise<Dossier>
  found(id: string): Promise<Dossier>
  /** The names of the events of a dossier, first things first. */
  eventsOf(id: string): Promise<string[]>
  close(): Promise<void>
}

export async function openTestDesk(): Promise<TestDesk> {
  const database = await openTestDb()
  const db: Kysely<DossierTables> = database.db
  return {
    db,
    files: await testFiles(),
    ctx: testCtx(db),
    as: (actor, now = testNow) => testCtx(db, { actor, now }),
    filed: (world, upTo, more = {}) =>
      fileDossier(testCtx(db), {
        productId: world.productId,
        producer: world.mai,
        communeOfficer: world.lan,
        provinceOfficer: world.hoa,
        upTo,
        ...more,
      }),
    found: async (id) => {
      const dossier = await findDossier(db, id)
      if (!dossier) throw new Error(`no dossier ${id}`)
      return dossier
    },
    eventsOf: async (id) => (await listEvents(db, `dossier:${id}`)).map(({ name }) => name),
    close: database.close,
  }
}

/** Ten o'clock in the morning of a day. */
export const morningOf = (day: string): Date => new Date(`${day}T03:00:00Z`)

/** A small PDF under this name; another `mark` is another content. */
export const pdf = (name = 'giay.pdf', mark = ''): Upload => ({
  name,
  bytes: smallPdf({ objects: `% ${mark}` }),
})

const met = { met: true, note: '' }

/** A commune's report that finds everything in order. */
export const allFound: CommuneReport = {
  materialOrigin: met,
  localLabour: met,
  ideaOrigin: met,
  localIdentity: met,
  proposal: 'Đề nghị đánh giá, phân hạng.',
}

/** People who have no business with the small world's dossiers. */
export const strangers: Actor[] = [
  actorWith('commune_officer', 'vn/14/03856', { id: 'officer next door' }),
  actorWith('province_officer', 'vn/11', { id: 'officer elsewhere' }),
  actorWith('producer', 'vn/14/03868', { id: 'other producer', producerId: 'p2' }),
]
