import { type Kysely, sql } from 'kysely'
import type { Actor, Ctx } from '#platform/ctx.ts'
import { fold } from '#platform/db/fold.ts'
import { newId } from '#platform/ids.ts'
import { actorWith, testCtx, testNow } from '#platform/testing/test-ctx.ts'
import { decideRecognition } from './decide-recognition.ts'
import type { NewDecision } from './decision-faults.ts'
import type { IssuingTables } from './issue-recognition.ts'

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

/** Units of the tests: Sơn La with Tà Xùa of today and of before, and a commune of another province. */
export async function makeUnits(db: Kysely<IssuingTables>): Promise<void> {
  const units = [
    ['vn', 'country', 'Việt Nam', 'vn', null],
    ['14', 'province', 'tỉnh Sơn La', 'vn/14', null],
    ['03868', 'commune', 'xã Tà Xùa', 'vn/14/03868', null],
    ['03646', 'commune', 'phường Tô Hiệu', 'vn/14/03646', null],
    ['03715~2025', 'commune', 'xã Háng Đồng', 'vn/14/03715~2025', '2025-06-30'],
    ['01', 'province', 'thành phố Hà Nội', 'vn/01', null],
    ['00004', 'commune', 'phường Ba Đình', 'vn/01/00004', null],
  ] as const
  for (const [id, level, name, path, validTo] of units) {
    await sql`insert into unit (id, code, level, kind, name, fold, sort_key, path, valid_from, valid_to)
      values (${id}, ${id}, ${level}, ${level}, ${name}, ${fold(name)}, ${fold(name)}, ${path}, '2000-01-01', ${validTo})`.execute(
      db,
    )
  }
  await sql`insert into unit_successor (former_id, successor_id, since) values ('03715~2025', '03868', '2025-07-01')`.execute(
    db,
  )
}

interface MadeDossier {
  unitPath?: string
  state?: string
  /** In hundredths. */
  average?: number
  stars?: number
  regimeId?: string
  productId?: string
  producerId?: string
  name?: string
  decidedAt?: Date
}

/** A product with its dossier and the council's result, in the state given. */
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
  await sql`insert into dossier (id, code, product_id, producer_id, kind, regime_id, criteria_set_id, state, unit_path, product_code)
    values (${dossierId}, ${`HS-${dossierId}`}, ${productId}, ${producerId}, 'first', ${regimeId}, 'qd26-2026-12', ${state}, ${unitPath}, '14-03868-1-2026')`.execute(
    db,
  )
  await sql`insert into council_result (id, session_id, dossier_id, outcome, average, band, stars, missed_marks, decided_at)
    values (${newId()}, ${newId()}, ${dossierId}, 'ranked', ${average}, ${bandOf(average)}, ${stars}, '[]', ${decidedAt})`.execute(
    db,
  )
  return { dossierId, productId, producerId }
}

interface MadeProduct {
  name?: string
  unitPath?: string
  producer?: string
  kind?: string
  producerId?: string
  productSetNo?: number
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
  } = made
  const unitId = unitPath.split('/').at(-1) ?? ''
  const productId = newId()
  const producerId = made.producerId ?? newId()
  if (!made.producerId) {
    await sql`insert into producer (id, kind, name, fold, unit_id, unit_path, address, created_at)
      values (${producerId}, ${kind}, ${producer}, ${fold(producer)}, ${unitId}, ${unitPath}, 'bản Chung Trinh', ${testNow})`.execute(
      db,
    )
  }
  const slug = `${fold(name).replaceAll(/[^a-z0-9]+/g, '-')}-${productId.slice(-6)}`
  await sql`insert into product (id, producer_id, slug, name, fold, product_set_no, unit_id, unit_path, created_at)
    values (${productId}, ${producerId}, ${slug}, ${name}, ${fold(name)}, ${productSetNo}, ${unitId}, ${unitPath}, ${testNow})`.execute(
    db,
  )
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
