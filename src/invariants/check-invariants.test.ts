import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildLot, buildReport, buildTest } from '#modules/appraisal/testing.ts'
import { closeSession } from '#modules/councils/index.ts'
import { concludeDossier } from '#modules/councils/testing.ts'
import { fileDossier, type SmallWorld, smallWorld } from '#modules/dossiers/testing.ts'
import { decideRecognition } from '#modules/recognition/index.ts'
import type { Actor } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { actorWith, testCtx, testNow } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { testFiles } from '#platform/testing/test-files.ts'
import { checkInvariants } from './check-invariants.ts'

let database: Database

beforeAll(async () => {
  database = await openTestDb()
  const ctx = testCtx(database.db)
  await file(await smallWorld(ctx), 'returned')
  const { id: dossierId } = await file(await smallWorld(ctx), 'checked')
  const office = testCtx(database.db, { actor: actorWith('province_officer', 'vn/14') })
  await appraise(dossierId)
  const { council, sessionId } = await concludeDossier(office, { dossierId, total: 80 })
  await closeSession(testCtx(database.db, { actor: council.secretary }), { sessionId, minutesNumber: '1/BB' })
  const decision = { number: '1/QĐ-UBND', decidedOn: '2026-11-24', signerName: 'Lan', signerPost: 'Chủ tịch' }
  const leader = testCtx(database.db, { actor: actorWith('leader', 'vn/14') })
  await decideRecognition(leader, { dossierIds: [dossierId], decision })
}, 120_000)
afterAll(() => database.close())

/** A signed report, a test that is asked and a lot of which two units went to a tasting. */
async function appraise(dossierId: string) {
  const team = actorWith('advisory', 'vn/14', { id: 'viet' })
  const as = (actor: Actor, now = testNow) => testCtx(database.db, { actor, now })
  await buildTest(as, { team, at: testNow }, { dossierId })
  await buildReport(as(team), { dossierId, sign: {} })
  await buildLot(as(team), {
    dossierId,
    steps: [
      ['seal', { sealNo: 'NP-1' }],
      ['store', { place: 'Tủ 1', condition: 'Mát' }],
      ['tasting', { units: '2', counterpart: 'Thư ký' }],
    ],
  })
}

function file({ productId, mai, lan, hoa }: SmallWorld, upTo: 'returned' | 'checked') {
  const people = { producer: mai, communeOfficer: lan, provinceOfficer: hoa }
  return fileDossier(testCtx(database.db), { productId, ...people, upTo })
}

const named = async (db: Kysely<unknown>) => {
  const violations = await checkInvariants({ db, files: await testFiles(), now: testNow })
  return [...new Set(violations.map(({ invariant }) => invariant))]
}

test.each([
  [
    'a state to which no step led',
    sql`update dossier set state = 'received' where state = 'returned'`,
    'every dossier was opened, and stands where its last step led',
  ],
  [
    'a step that went missing',
    sql`delete from event where name = 'dossier.submitted'`,
    'every step of a dossier is in the table, and began where the one before it ended',
  ],
  [
    'a deadline of one day more',
    sql`update dossier set due_on = due_on + 1 where state = 'returned'`,
    'every running deadline of a commune is what the rules and the calendar make of its days',
  ],
  [
    'a clock that runs while the producer mends',
    sql`update dossier set paused_on = null where state = 'returned'`,
    'every running deadline of a commune is what the rules and the calendar make of its days',
  ],
  [
    'a list of what to mend that was closed early',
    sql`update fix_list set closed_at = now()`,
    'a dossier with its producer has one open list of what to mend, and no other has',
  ],
  [
    'another criteria set put under a dossier',
    sql`update dossier set criteria_digest = repeat('0', 64)`,
    'every dossier is judged by the criteria set as it was published',
  ],
  [
    'a snapshot rewritten',
    sql`update dossier_snapshot set content = content || '{"selfTotal": 100}'`,
    'every snapshot of a dossier still has the digest that froze it',
  ],
  [
    'an answer changed after the sheet was handed in',
    sql`update score_sheet set answers = answers - (select min(key) from jsonb_object_keys(answers) as key)`,
    'every sheet comes to what its answers come to, each within its criterion',
  ],
  [
    'a sheet that nobody handed in',
    sql`delete from event where name = 'score_sheet.handed_in'`,
    'every sheet that was handed in has its event',
  ],
  [
    'a session closed by hand',
    sql`delete from event where name = 'council_session.closed'`,
    'every session stands where its last event led',
  ],
  [
    'an average improved',
    sql`update council_result set average = average + 1`,
    'every result follows from the sheets that it keeps, by the sheet and the rules of its day',
  ],
  [
    'a document of a session rewritten',
    sql`update session_document set paper = paper || '{"title": "Khác"}'`,
    'every document of a session says what it said when it was frozen',
  ],
  [
    'a signature that nobody gave',
    sql`update document_signature set signed_at = now(), way = 'password', digest = repeat('0', 64)`,
    'every signature under a document of a session is for what it says and was recorded',
  ],
  [
    'a file said to be complete',
    sql`update event set name = 'session_file.completed' where name = 'council_session.opened'`,
    'the file of a session is said to be complete just when it has every signature',
  ],
  [
    'a star without its dossier',
    sql`update dossier set state = 'scored' where state = 'recognised'`,
    'a dossier is recognised just when a star came of it',
  ],
  [
    'a revocation that no event tells of',
    sql`insert into certificate_revocation (certificate_id, revoked_on, ground, decision_id, reason)
        select c.id, c.issued_on, 'a', r.decision_id, 'x' from certificate c join recognition r on r.id = c.recognition_id`,
    'every certificate was issued by one event, and revoked by one just when it has its revocation',
  ],
  [
    'a decision that nobody signed',
    sql`delete from event where name = 'decision.signed'`,
    'every decision and every star of an earlier system came in by an event',
  ],
  [
    'a product that is gone',
    sql`update event set subject = 'product:' || gen_random_uuid() where name = 'product.added'`,
    'what an event is about exists, or was removed: `dossier:<id>` names a row of the table dossier',
  ],
  [
    'an event about what no table holds',
    sql`update event set subject = 'dragon:1' where name = 'product.added'`,
    'what an event is about exists, or was removed: `dossier:<id>` names a row of the table dossier',
  ],
  [
    'a signed appraisal report rewritten',
    sql`update appraisal_report set frozen = jsonb_set(frozen, '{signer}', '"Ai đó"')`,
    'every signed appraisal report says what it said when it was signed, with its pictures',
  ],
  [
    'a signed appraisal report whose fields were changed',
    sql`update appraisal_report set content = content || '{"findingA": "Khác"}'`,
    'every signed appraisal report says what it said when it was signed, with its pictures',
  ],
  [
    'an appraisal report that nobody signed',
    sql`delete from event where name = 'appraisal_report.signed'`,
    'every appraisal report is of the team that the law names, and was signed by one event if it is signed',
  ],
  [
    'an extra test cancelled by hand',
    sql`update extra_test set state = 'cancelled', cancel_reason = 'x'`,
    'every extra test stands where its last event led',
  ],
  [
    'a unit of samples that left without a move',
    sql`update sample_lot set kept = kept - 1, lost = lost + 1`,
    'the units of every lot of samples add up to its moves',
  ],
  [
    'a move of samples that went missing',
    sql`delete from sample_move where kind = 'seal'`,
    'every move of samples left one event, and no event is without its move',
  ],
  [
    'samples in hands that never took them over',
    sql`update sample_lot set keeper_id = 'lan'`,
    'a lot of samples is with who received it or took it over last',
  ],
  [
    'a number struck out',
    sql`update number_series set last = last + 1`,
    'every number series is without gap and without double',
  ],
])('%s is found', async (_, damage, condition) => {
  const trx = await database.db.startTransaction().execute()
  try {
    // Neither triggers nor references: whoever damages a database by hand goes past them too.
    await sql`set local session_replication_role = replica`.execute(trx)
    await damage.execute(trx)
    expect(await named(trx as unknown as Kysely<unknown>)).toContain(condition)
  } finally {
    await trx.rollback().execute()
  }
})

test('where nothing was damaged nothing is found', async () => {
  expect(await named(database.db)).toEqual([])
})

test('what cannot even be computed is a violation, and hides none of the others', async () => {
  const trx = await database.db.startTransaction().execute()
  await sql`set local session_replication_role = replica`.execute(trx)
  await sql`update council_result set inputs = '{}'`.execute(trx)
  await sql`update number_series set last = last + 1`.execute(trx)
  expect(await named(trx as unknown as Kysely<unknown>)).toEqual([
    'every result follows from the sheets that it keeps, by the sheet and the rules of its day',
    'every number series is without gap and without double',
  ])
  await trx.rollback().execute()
})
