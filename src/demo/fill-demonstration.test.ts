import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/db/connect.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { actorWith, testCtx } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { testFiles, testSigningKey } from '#platform/testing/test-files.ts'
import { selfAnswersOf, selfAssessmentOf } from '../modules/dossiers/answer-store.ts'
import { Changes } from '../modules/dossiers/changes.ts'
import { listEvidence } from '../modules/dossiers/evidence-store.ts'
import { getDossier } from '../modules/dossiers/get-dossier.ts'
import { openDossier } from '../modules/dossiers/open-dossier.ts'
import { Registration } from '../modules/dossiers/registration.ts'
import { Report } from '../modules/dossiers/report.ts'
import { saveAnswers } from '../modules/dossiers/save-answers.ts'
import { saveChanges } from '../modules/dossiers/save-changes.ts'
import { saveRegistration } from '../modules/dossiers/save-registration.ts'
import { saveReport } from '../modules/dossiers/save-report.ts'
import { lacksOfDossier } from '../modules/dossiers/submit-dossier.ts'
import { leaningsOn } from '../modules/dossiers/vault/leanings.ts'
import { gatherPack } from '../modules/recognition/central-pack/gather-pack.ts'
import { getApproval } from '../modules/recognition/central-pack/get-approval.ts'
import { lacksOfPacks } from '../modules/recognition/central-pack/lacks-of-packs.ts'
import { zipPack } from '../modules/recognition/central-pack/zip-pack.ts'
import { openFollowUp } from '../modules/recognition/open-follow-up.ts'
import { fillDemonstration } from './fill-demonstration.ts'

let database: Database
let files: FileStore

beforeAll(async () => {
  database = await openTestDb()
  files = await testFiles()
  const surroundings = { db: database.db, log: pino({ level: 'silent' }), files }
  await fillDemonstration({ ...surroundings, now: new Date('2026-11-24T07:05:32Z') })
}, 120_000)
afterAll(() => database.close())

test('the demonstration has dossiers in every state that a role works on', async () => {
  const { rows } = await sql<{ state: string; count: number }>`
    select state, count(*) from dossier group by state order by state`.execute(database.db)
  expect(Object.fromEntries(rows.map(({ state, count }) => [state, count]))).toEqual({
    checked: 1,
    draft: 3,
    in_council: 3,
    not_recognised: 1,
    proposed: 1,
    received: 1,
    recognised: 9,
    returned: 1,
    scored: 2,
    sent_to_centre: 1,
    submitted: 1,
  })
})

test('it has certificates in force, one near its end, one expired, one revoked', async () => {
  const { rows } = await sql<{ status: string; count: number }>`
    select status, count(*) from (
      select certificate_status(c.expires_on, r.revoked_on, date '2026-11-24') as status
      from certificate c left join certificate_revocation r on r.certificate_id = c.id) s
    group by status`.execute(database.db)
  expect(Object.fromEntries(rows.map(({ status, count }) => [status, count]))).toEqual({
    expired: 1,
    expiring: 1,
    revoked: 1,
    valid: 6,
  })
})

test('92 points that miss a 5-star mark come to 4 stars', async () => {
  const { rows } = await sql`select average, band, stars from council_result where average = 9233`.execute(
    database.db,
  )
  expect(rows).toEqual([{ average: 9233, band: 5, stars: 4 }])
})

async function productOf(name: string) {
  const { rows } = await sql<{ id: string; producerId: string }>`
    select id, producer_id as "producerId" from product where name = ${name}`.execute(database.db)
  return rows[0] ?? { id: '', producerId: '' }
}

test('an upgrade begins with what the last dossier said, and is handed in only when all of it was looked at', async () => {
  const { id: productId, producerId } = await productOf('Mận sấy dẻo Mộc Sơn')
  const buoi = actorWith('producer', 'vn/14/03646', { id: 'buoi', producerId })
  const ctx = testCtx(database.db, { actor: buoi })
  const { id } = await openFollowUp(ctx, { productId, kind: 'upgrade' })
  const dossier = await getDossier(ctx, id)
  const before = await getDossier(ctx, dossier.followsId ?? '')
  expect(dossier.registration).toMatchObject(before.registration)
  expect(await selfAnswersOf(database.db, id)).toEqual(await selfAnswersOf(database.db, before.id))
  expect(await listEvidence(database.db, id)).toHaveLength(
    (await listEvidence(database.db, before.id)).length,
  )
  const lacks = async () =>
    (await lacksOfDossier(ctx, await getDossier(ctx, id), true)).map(({ part }) => part)
  expect(await lacks()).toEqual(['changes', 'carried'])

  const { answers, notes } = await selfAssessmentOf(database.db, id)
  await saveAnswers(ctx, { dossierId: id, answers, notes })
  await saveRegistration(ctx, { dossierId: id, registration: Registration.parse(dossier.registration) })
  await saveReport(ctx, { dossierId: id, report: Report.parse(dossier.report) })
  await saveChanges(ctx, { dossierId: id, changes: Changes.parse({ tests: 'Kiểm nghiệm mới tháng 11.' }) })
  expect(await lacks()).toEqual([])
})

test('a reassessment is open in its window, and keeps no answers of an older sheet', async () => {
  const { id: productId, producerId } = await productOf('Mận hậu tươi Mộc Sơn')
  const actor = actorWith('producer', 'vn/14/03646', { id: 'buoi', producerId })
  const early = testCtx(database.db, { actor, now: new Date('2026-09-01T03:00:00Z') })
  await expect(openFollowUp(early, { productId, kind: 'reassessment' })).rejects.toMatchObject({
    code: 'recognition.not_open_today',
    facts: { why: 'too_early', opensOn: '2026-09-28', closesOn: '2026-11-27' },
  })
  const ctx = testCtx(database.db, { actor })
  const { id } = await openFollowUp(ctx, { productId, kind: 'reassessment' })
  expect(await selfAnswersOf(database.db, id)).toEqual({})
  expect((await getDossier(ctx, id)).carried).toEqual(['registration', 'report'])
})

test('nobody opens what follows for another’s product', async () => {
  const { id: productId } = await productOf('Hồng giòn sấy dẻo Mộc Sơn')
  const stranger = actorWith('producer', 'vn/14/03868', { id: 'mai', producerId: productId })
  const opening = openFollowUp(testCtx(database.db, { actor: stranger }), { productId, kind: 'upgrade' })
  await expect(opening).rejects.toMatchObject({ kind: 'not_found' })
})

test('the pack of a product at the centre holds what its index names, byte for byte', async () => {
  const { rows } = await sql<{ id: string; decisionId: string }>`
    select dossier.id, decision_id as "decisionId" from dossier join approved_result on dossier_id = dossier.id
    where state = 'sent_to_centre'`.execute(database.db)
  const [{ id: dossierId, decisionId } = { id: '', decisionId: '' }] = rows
  const ctx = testCtx(database.db, { actor: actorWith('province_officer', 'vn/14') })
  const decision = await getApproval(ctx, decisionId)
  const pack = await gatherPack(ctx, { files, signingKey: testSigningKey }, { decision, dossierId })
  const { default: JSZip } = await import('jszip')
  const zip = await JSZip.loadAsync(await new Response(await zipPack(pack, ctx.now)).arrayBuffer())
  const names = Object.keys(zip.files).filter((name) => !zip.files[name]?.dir)
  expect(names).toEqual(['00-muc-luc.pdf', '00-muc-luc.xlsx', ...pack.files.map(({ path }) => path)])
  expect(new Set(pack.files.map(({ part }) => part))).toEqual(
    new Set(['appraisal', 'council', 'approval', 'dossier']),
  )
  for (const { path, sha256, size } of pack.files) {
    const bytes = (await zip.file(path)?.async('uint8array')) ?? new Uint8Array()
    expect([path, bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([
      path,
      size,
      sha256,
    ])
  }
})

test('a product with a star in force is not filed as for the first time', async () => {
  const { rows } = await sql<{ productId: string; producerId: string }>`
    select r.product_id as "productId", r.producer_id as "producerId" from recognised_product r
    where r.is_current and r.certificate_id is not null and r.revoked_on is null and r.expires_on > '2028-01-01'
      and not exists (select from dossier d where d.product_id = r.product_id and d.state = 'draft')
    limit 1`.execute(database.db)
  const [{ productId, producerId } = { productId: '', producerId: '' }] = rows
  const actor = actorWith('producer', 'vn/14', { producerId })
  await expect(
    openDossier(testCtx(database.db, { actor }), { productId, kind: 'first' }),
  ).rejects.toMatchObject({ code: 'recognition.star_in_force' })
})

test('the pack for the ministry holds the appraisal report that was signed here', async () => {
  const { rows } = await sql<{ id: string }>`
    select r.decision_id as id from approved_result r join dossier d on d.id = r.dossier_id
    where d.state = 'sent_to_centre'`.execute(database.db)
  const [lacks] = await lacksOfPacks(testCtx(database.db), rows[0]?.id ?? '')
  expect(lacks?.missing).toEqual([])
})

test('certificates in force lean on the papers of their dossiers, revoked and expired ones do not', async () => {
  const ctx = testCtx(database.db, { now: new Date('2026-11-24T07:05:32Z') })
  const { rows } = await sql<{ id: string; inForce: boolean }>`
    select dossier_id::text as id, revoked_on is null and expires_on >= '2026-11-24' as "inForce"
    from recognised_product where dossier_id is not null and certificate_id is not null`.execute(database.db)
  const found = await leaningsOn(ctx, { dossierIds: rows.map(({ id }) => id), paperIds: [] })
  const inForce = rows.filter((row) => row.inForce).map(({ id }) => id)
  expect(found.map(({ on }) => 'dossierId' in on && on.dossierId).sort()).toEqual(inForce.sort())
  expect(rows.length).toBeGreaterThan(inForce.length)
})
