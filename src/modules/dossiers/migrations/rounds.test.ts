import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/db/connect.ts'
import { testCtx } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { type DossierTables, findDossier } from '../dossier-store.ts'
import { findRound } from '../rounds/round-store.ts'
import { type FiledState, type Filing, fileDossier } from '../testing/file-dossier.ts'
import { smallWorld } from '../testing/small-world.ts'
import { morningOf } from '../testing/test-desk.ts'
import { placeEarlierProposals } from './rounds.ts'

let database: Database
let db: Kysely<DossierTables>

beforeAll(async () => {
  database = await openTestDb({
    damaged: {
      'what an event is about exists, or was removed: `dossier:<id>` names a row of the table dossier':
        'rounds are taken away, as if there had been none',
    },
  })
  db = database.db
})
afterAll(() => database.close())

async function filed(upTo: FiledState, at: Filing['at'] = {}): Promise<string> {
  const { productId, mai, lan, hoa } = await smallWorld(testCtx(db))
  const people = { producer: mai, communeOfficer: lan, provinceOfficer: hoa }
  return (await fileDossier(testCtx(db), { productId, ...people, upTo, at })).id
}

async function placeOf(id: string) {
  const { roundId = null, proposedOn, completeOn } = (await findDossier(db, id)) ?? {}
  const round = roundId ? await findRound(db, roundId) : undefined
  return { proposedOn, completeOn, round: round && `${round.number}/${round.year}` }
}

test('what was proposed before there were rounds is placed as its proposal would have placed it', async () => {
  const early = { draft: morningOf('2026-10-01'), submitted: morningOf('2026-10-02') }
  const at = { ...early, received: morningOf('2026-10-05'), proposed: morningOf('2026-10-29') }
  const ids = [
    await filed('checked', at),
    await filed('proposed'),
    await filed('returned_by_province', at),
    await filed('received'),
  ]
  const before = await Promise.all(ids.map(placeOf))
  expect(before.map(({ round }) => round)).toEqual(['2/2026', '1/2027', '2/2026', undefined])

  await sql`update dossier set round_id = null, proposed_on = null, complete_on = null`.execute(db)
  await sql`delete from assessment_round`.execute(db)
  await placeEarlierProposals(db as never)
  expect(await Promise.all(ids.map(placeOf))).toEqual(before)
})
