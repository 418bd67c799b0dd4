import { type Kysely, sql } from 'kysely'
import type { DossierState } from '#modules/dossiers/index.ts'
import { placeProposal } from '#modules/dossiers/testing.ts'
import type { Actor, Ctx } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { fold, sortKey } from '#platform/db/fold.ts'
import { digestOf } from '#platform/events/digest.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { actorWith, testCtx, testNow } from '#platform/testing/test-ctx.ts'
import { decideRecognition } from './decide-recognition.ts'
import type { NewDecision } from './decision-faults.ts'
import type { IssuingTables } from './issue-recognition.ts'
import { recordWay } from './testing/record-way.ts'

/** What databases with dossiers made here lack: `openTestDb({ damaged: bareResults })`. */
export const bareResults = {
  'every result follows from the sheets that it keeps, by the sheet and the rules of its day':
    'results are made at the very edge of a band, which no sheets of seven members come to',
}

/** Who acts in the tests of this module. */
export const lan = actorWith('leader', 'vn/14', { id: 'lan' })
export const minh = actorWith('leader', 'vn', { id: 'minh' })
export const hoa = actorWith('central_officer', 'vn', { id: 'hoa' })
export const officer = actorWith('province_officer', 'vn/14', { id: 'officer' })
export const stranger = actorWith('leader', 'vn/01', { id: 'stranger' })

let count = 0

/** The decision of the tests, with a number of its own each time. */
export function newDecision(change: Partial<NewDecision> = {}): NewDecision {
  count += 1
  return {
    number: `${count}/QĐ-UBND`,
    decidedOn: '2026-11-24',
    signerName: 'Lò Thị Lan',
    signerPost: 'Chủ tịch Ủy ban nhân dân tỉnh',
    ...change,
  }
}

interface MadeDossier {
  unitPath?: string
  state?: DossierState
  /** In hundredths. */
  average?: number
  stars?: number
  regimeId?: string
  productId?: string
  producerId?: string
  name?: string
  decidedAt?: Date
}

// The sheet that the dossiers were judged by; these tests never read it.
const set = { id: 'qd26-2026-12' }
const setDigest = digestOf(set)

/** A product with its dossier and the council's result, in the state given; in council there is no result yet. */
export async function makeDossier(
  db: Kysely<IssuingTables>,
  made: MadeDossier = {},
): Promise<{ dossierId: string; productId: string; producerId: string }> {
  const {
    unitPath = 'vn/14/03868',
    state = 'scored',
    average = 7840,
    regimeId = 'qd26-2026',
    name = 'Trà xanh Tà Xùa',
  } = made
  const { stars = bandOf(average), decidedAt = new Date('2026-11-20T03:00:00Z') } = made
  const dossierId = newId()
  const { productId, producerId } =
    made.productId && made.producerId
      ? { productId: made.productId, producerId: made.producerId }
      : await makeProduct(db, { name, unitPath })
  count += 1
  await sql`
    insert into criteria_set (id, regime_id, product_set_no, status, content, digest, report, prepared_at, accepted_by,
      accepted_anomalies, published_at)
    values (${set.id}, 'qd26-2026', 12, 'published', ${JSON.stringify(set)}, ${setDigest}, '{}', ${testNow}, 'system',
      '[]', ${testNow})
    on conflict do nothing`.execute(db)
  await sql`
    insert into dossier (id, code, product_id, producer_id, kind, regime_id, criteria_set_id, criteria_digest, state,
      unit_path, commune_receipt, product_code, submitted_at, received_on, due_on, created_at, updated_at)
    values (${dossierId}, ${`HS-2026-${String(count).padStart(6, '0')}`}, ${productId}, ${producerId}, 'first',
      ${regimeId}, ${set.id}, ${setDigest}, ${state}, ${unitPath}, ${`${count}/PĐK`}, ${`14-03868-${count}-2026`},
      ${decidedAt}, ${dayOf(decidedAt)}, ${dayOf(decidedAt)}, ${decidedAt}, ${decidedAt})`.execute(db)
  await recordWay(db, { dossierId, state, at: decidedAt })
  await placeProposal(testCtx(db as never, { now: decidedAt }), dossierId)
  await insertSession(db, { dossierId, decidedAt, isClosed: state !== 'in_council' })
  if (state !== 'in_council') await insertResult(db, { dossierId, average, stars, decidedAt })
  return { dossierId, productId, producerId }
}

/** A session of the council about this one dossier. */
async function insertSession(
  db: Kysely<IssuingTables>,
  { dossierId, decidedAt, isClosed }: { dossierId: string; decidedAt: Date; isClosed: boolean },
): Promise<void> {
  const councilId = '00000000-0000-7000-8000-000000000001'
  const sessionId = newId()
  const closedAt = isClosed ? decidedAt : null
  await sql`
    insert into council (id, level, unit_path, name, decision_number, decided_on, signer, rules, created_at)
    values (${councilId}, 'province', 'vn/14', 'Hội đồng cấp tỉnh', '1/QĐ-UBND', '2020-01-01', 'Chủ tịch', '{}', ${testNow})
    on conflict do nothing`.execute(db)
  await sql`
    insert into council_session (id, council_id, name, held_on, place)
    values (${sessionId}, ${councilId}, 'Phiên họp', ${dayOf(decidedAt)}, 'Sơn La')`.execute(db)
  await sql`
    insert into session_dossier (session_id, dossier_id, position, status, closed_at)
    values (${sessionId}, ${dossierId}, 1, ${isClosed ? 'closed' : 'waiting'}, ${closedAt})`.execute(db)
  await record(testCtx(db), 'council_session.planned', `council_session:${sessionId}`)
}

/** The stored result of the council's session about this dossier. */
async function insertResult(
  db: Kysely<IssuingTables>,
  result: { dossierId: string; average: number; stars: number; decidedAt: Date },
): Promise<void> {
  const { dossierId, average, stars, decidedAt } = result
  const decided = await sql<{ sessionId: string }>`
    insert into council_result (id, session_id, dossier_id, round, outcome, average, part_averages, band, stars,
      missed_marks, trace, inputs, criteria_set_id, criteria_digest, decided_by, decided_at)
    select ${newId()}, session_id, dossier_id, 1, 'ranked', ${average}::int, '{}', ${bandOf(average)}::int, ${stars}::int,
      '[]', '[]', '{}', ${set.id}, ${setDigest}, 'chair', ${decidedAt}::timestamptz
    from session_dossier where dossier_id = ${dossierId}
    returning session_id`.execute(db)
  const subject = `council_session:${decided.rows[0]?.sessionId}`
  await record(testCtx(db), 'council_result.decided', subject, { dossierId })
}

interface MadeProduct {
  name?: string
  unitPath?: string
  producer?: string
  kind?: string
  producerId?: string
  productSetNo?: number
  groupCode?: string
  story?: string
}

/** A product of a producer, without dossier or star. */
export async function makeProduct(
  db: Kysely<IssuingTables>,
  made: MadeProduct = {},
): Promise<{ productId: string; producerId: string; slug: string }> {
  const {
    name = 'Trà xanh Tà Xùa',
    unitPath = 'vn/14/03868',
    producer = 'HTX chè Tà Xùa',
    kind = 'cooperative',
    productSetNo = 12,
    groupCode = 'I',
  } = made
  const unitId = unitPath.split('/').at(-1) ?? ''
  const productId = newId()
  const producerId = made.producerId ?? newId()
  if (!made.producerId) {
    await sql`
      insert into producer (id, kind, name, fold, sort_key, unit_id, unit_path, address, source, created_at, updated_at)
      values (${producerId}, ${kind}, ${producer}, ${fold(producer)}, ${sortKey(producer)}, ${unitId}, ${unitPath},
        'Bản Chung Trinh', 'counter', ${testNow}, ${testNow})`.execute(db)
  }
  const slug = `sp-${fold(name)
    .match(/[a-z0-9]+/g)
    ?.join('-')}-${productId.slice(-6)}`
  await sql`
    insert into product (id, producer_id, slug, name, fold, sort_key, words, product_set_no, group_code, story, unit_id,
      unit_path, created_at, updated_at)
    select ${productId}, ${producerId}, ${slug}, ${name}, ${fold(name)}, ${sortKey(name)},
      ${fold(name)} || ' ' || producer.fold || ' ' || unit.fold, ${productSetNo}, ${groupCode}, ${made.story ?? null},
      ${unitId}, ${unitPath}, ${testNow}, ${testNow}
    from producer, unit where producer.id = ${producerId} and unit.id = ${unitId}`.execute(db)
  return { productId, producerId, slug }
}

/** A product with a certificate, issued that day by Lan. */
export async function makeCertificate(
  ctx: Ctx<IssuingTables>,
  { issuedOn = '2026-11-24', ...made }: MadeDossier & { issuedOn?: string } = {},
) {
  const decidedAt = new Date(`${issuedOn}T00:00:00Z`)
  const dossier = await makeDossier(ctx.db, { ...made, decidedAt })
  const then = { ...ctx, now: new Date(`${issuedOn}T05:00:00Z`), actor: lan }
  const { decisionId, certificates } = await decideRecognition(then, {
    dossierIds: [dossier.dossierId],
    decision: newDecision({ decidedOn: issuedOn }),
  })
  const [certificate] = certificates
  if (!certificate) throw new Error('no certificate was issued')
  return { ...dossier, ...certificate, decisionId }
}

/** `as(db, lan)`: what Lan's operations are given. */
export function as(db: Kysely<IssuingTables>, actor: Actor, now = testNow): Ctx<IssuingTables> {
  return testCtx(db, { actor, now })
}

function bandOf(average: number): number {
  if (average >= 9000) return 5
  if (average >= 7000) return 4
  if (average >= 5000) return 3
  return average >= 3000 ? 2 : 1
}
