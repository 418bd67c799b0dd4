import type { Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '#platform/db/connect.ts'
import { newId } from '#platform/ids.ts'
import { listOutbox } from '#platform/mail/outbox-store.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import type { NoticeTables } from './notice-tables.ts'
import { remind } from './remind.ts'
import { sendDigests } from './send-digests.ts'
import { type NoticeWorld, oneDossierForAll, openNoticeWorld, tellingCtx } from './testing.ts'

let database: Database
let db: Kysely<NoticeTables>
let world: NoticeWorld
const post = { baseUrl: 'https://ocop.example.vn' }
const officers = ['colleague', 'commune']
const owners = ['owner', 'partner']

beforeAll(async () => {
  database = await openTestDb({ damaged: oneDossierForAll })
  db = database.db
  world = await openNoticeWorld(db)
})
beforeEach(async () => {
  await db.deleteFrom('notice').execute()
  await db.deleteFrom('outboxMail').execute()
})
afterAll(() => database.close())

/** The night of a day, at 5:30 in Vietnam. */
const night = (day: string) => tellingCtx(db, new Date(`${day}T05:30:00+07:00`))

/** What the night told, by wording, with how many people; the rounds, which fall among all others, by themselves. */
async function told(day: string, { rounds = false } = {}): Promise<Record<string, number>> {
  const before = new Set((await db.selectFrom('notice').select('id').execute()).map(({ id }) => id))
  await remind(night(day), post)
  if (!rounds) await db.deleteFrom('notice').where('wording', 'like', 'round%').execute()
  const rows = await db.selectFrom('notice').select(['id', 'wording']).execute()
  const counts: Record<string, number> = {}
  for (const { id, wording } of rows) if (!before.has(id)) counts[wording] = (counts[wording] ?? 0) + 1
  return counts
}

test('the commune is told three and one working days before its 15 are over, once each', async () => {
  const { dossierId } = world
  // A Tuesday; three working days before it lies the Thursday before the weekend.
  const due = { state: 'received', dueOn: '2027-03-16', pausedOn: null } as const
  await db.updateTable('dossier').set(due).where('id', '=', dossierId).execute()
  expect(await told('2027-03-10')).toEqual({})
  expect(await told('2027-03-11')).toEqual({ commune_due: 2 })
  expect(await told('2027-03-11')).toEqual({})
  expect(await told('2027-03-13')).toEqual({})
  expect(await told('2027-03-15')).toEqual({ commune_due: 2 })
  expect(await told('2027-03-17')).toEqual({})
  expect(await world.told()).toEqual([...officers, ...officers].sort())
  await db.updateTable('dossier').set({ pausedOn: '2027-03-10' }).where('id', '=', dossierId).execute()
  await db.deleteFrom('notice').execute()
  expect(await told('2027-03-15')).toEqual({})
  await db.updateTable('dossier').set({ state: 'recognised', pausedOn: null }).execute()
})

test('a commune’s reminder that every night missed is made up for once, and says that the day has passed', async () => {
  const due = { state: 'received', dueOn: '2027-03-16', pausedOn: null } as const
  await db.updateTable('dossier').set(due).where('id', '=', world.dossierId).execute()
  expect(await told('2027-03-18')).toEqual({ commune_due_passed: 2 })
  expect(await told('2027-03-19')).toEqual({})
  await db.updateTable('dossier').set({ state: 'recognised' }).execute()
})

test('the province is told 15, 7 days and one before the 45 of a reassessment are over, and once after', async () => {
  const [dossier] = await db.selectFrom('dossier').select(['kind', 'state']).execute()
  const whole = { kind: 'reassessment', state: 'in_council', completeOn: '2027-03-01' } as const
  await db.updateTable('dossier').set(whole).where('id', '=', world.dossierId).execute()
  // 45 days from 1 March end on 15 April, the day before the Hùng kings' day of 2027.
  expect(await told('2027-03-30')).toEqual({})
  expect(await told('2027-03-31')).toEqual({ answer_due: 1 })
  expect(await told('2027-04-01')).toEqual({})
  expect(await told('2027-04-08')).toEqual({ answer_due: 1 })
  expect(await told('2027-04-14')).toEqual({ answer_due: 1 })
  expect(await told('2027-04-16')).toEqual({})
  expect(await world.told()).toEqual(['province', 'province', 'province'])
  await db.updateTable('dossier').set({ state: 'returned_by_province', completeOn: null }).execute()
  expect(await told('2027-04-17')).toEqual({})
  await db
    .updateTable('dossier')
    .set({ ...dossier, completeOn: null })
    .execute()
})

test('whoever sits and has not declared is told 3 days before a session, one, and on the day', async () => {
  await db.updateTable('councilSession').set({ heldOn: '2027-05-10' }).execute()
  expect(await told('2027-05-06')).toEqual({})
  // The chair, the secretary, and two members of whom one is recused already; who left is told nothing.
  expect(await told('2027-05-07')).toEqual({ declaration_due: 4 })
  expect(await told('2027-05-08')).toEqual({})
  expect(await told('2027-05-09')).toEqual({ declaration_due: 4 })
  await db.updateTable('councilSession').set({ heldOn: '2026-11-24' }).execute()
})

test('the end of a certificate is announced six times to its producer, commune and province', async () => {
  // Issued on 24/11/2026, it ends on 24/11/2029.
  expect(await told('2029-04-27')).toEqual({})
  const all = { certificate_early: 5 }
  expect(await told('2029-04-28')).toEqual(all)
  expect(await told('2029-04-29')).toEqual({})
  expect(await told('2029-05-28')).toEqual({ certificate_open: 5 })
  expect(await told('2029-06-27')).toEqual({ certificate_open: 5 })
  expect(await told('2029-07-27')).toEqual({ certificate_open: 5 })
  const october = await told('2029-10-25')
  expect(october.certificate_late).toBe(5)
  expect((await told('2029-11-24')).certificate_last).toBe(5)
  expect((await told('2029-11-25')).certificate_over).toBeUndefined()
  const people = await db
    .selectFrom('notice')
    .select('personId')
    .where('wording', '=', 'certificate_last')
    .execute()
  const names = people.map(({ personId }) => Object.entries(world.ids).find(([, id]) => id === personId)?.[0])
  expect(names.sort()).toEqual([...officers, ...owners, 'province'].sort())
})

test('after nights that were missed a certificate is announced once, not once for each', async () => {
  expect((await told('2029-11-10')).certificate_late).toBe(5)
  expect(await told('2029-11-11')).toEqual({})
})

test('nothing is announced of a certificate that was revoked', async () => {
  await db
    .insertInto('certificateRevocation')
    .values({
      ...{ certificateId: world.certificateId, revokedOn: '2027-01-01', ground: 'e', reason: 'x' },
      decisionId: (await db.selectFrom('recognitionDecision').select('id').executeTakeFirstOrThrow()).id,
    })
    .execute()
  expect((await told('2029-04-28')).certificate_early).toBeUndefined()
  await db.deleteFrom('certificateRevocation').execute()
})

test('a fix-list is announced to the producer, what the province returned to the commune as well', async () => {
  const list = { dossierId: world.dossierId, createdBy: null, createdAt: new Date(), closedAt: null }
  const id = newId()
  await db
    .insertInto('fixList')
    .values({ ...list, id, level: 'commune', dueOn: '2028-03-01' })
    .execute()
  // A leap year: two days lie between 28/2 and 1/3.
  expect(await told('2028-02-26')).toEqual({})
  expect(await told('2028-02-27')).toEqual({ fix_due: 2 })
  expect(await world.told()).toEqual(owners)
  await db.updateTable('fixList').set({ level: 'province' }).execute()
  expect((await told('2028-02-29')).fix_due).toBe(4)
  await db.updateTable('fixList').set({ closedAt: new Date() }).execute()
  await db.deleteFrom('notice').execute()
  expect((await told('2028-02-29')).fix_due).toBeUndefined()
})

test('a paper’s end is announced to its producer, until a newer paper of the kind takes its place', async () => {
  const paper = { producerId: world.producerId, kind: 'quality_system', number: '1', issuer: null } as const
  const rest = { issuedOn: null, title: null, replacedById: null, note: null }
  const old = { id: newId(), validTo: '2027-08-31', addedAt: new Date('2026-11-24') }
  await db
    .insertInto('producerPaper')
    .values({ ...paper, ...rest, ...old })
    .execute()
  expect(await told('2027-07-01')).toEqual({})
  expect(await told('2027-07-02')).toEqual({ paper_ends: 2 })
  expect(await world.told()).toEqual(owners)
  expect(await told('2027-08-05')).toEqual({ paper_ends: 2 })
  const fresh = { id: newId(), validTo: '2029-08-31', addedAt: new Date('2027-08-10') }
  await db
    .insertInto('producerPaper')
    .values({ ...paper, ...rest, ...fresh })
    .execute()
  expect(await told('2027-08-25')).toEqual({})
  await db.deleteFrom('producerPaper').execute()
})

test('the rounds are announced to communes and provinces, 30 and 7 days before', async () => {
  expect(await told('2027-03-30', { rounds: true })).toEqual({})
  const everybody = { round_cut_off_province: 5 }
  expect(await told('2027-03-31', { rounds: true })).toEqual(everybody)
  expect(await world.told()).toEqual([...officers, 'other_commune', 'other_province', 'province'])
  expect(await told('2027-04-01', { rounds: true })).toEqual({})
  expect(await told('2027-04-23', { rounds: true })).toEqual(everybody)
  expect(await told('2027-04-30', { rounds: true })).toEqual({})
  expect((await told('2027-05-31', { rounds: true })).round_finish_province).toBe(5)
})

test('two runs at once tell nobody twice', async () => {
  const counts = await Promise.all([remind(night('2027-03-31'), post), remind(night('2027-03-31'), post)])
  expect(counts[0] + counts[1]).toBe(5)
  expect(await world.told()).toHaveLength(5)
})

test('what has gathered comes in one letter in the morning, once, and not what was read', async () => {
  await remind(night('2029-05-28'), post)
  const direct = await listOutbox(db)
  expect(direct.map(({ recipient }) => recipient).sort()).toEqual([
    'owner@saolang.example',
    'partner@saolang.example',
  ])
  const read = { readAt: new Date('2029-05-28T06:00:00+07:00') }
  await db
    .updateTable('notice')
    .set(read)
    .where('personId', '=', world.ids.colleague ?? '')
    .execute()
  const morning = tellingCtx(db, new Date('2029-05-28T07:00:00+07:00'))
  const letters = await Promise.all([sendDigests(morning, post), sendDigests(morning, post)])
  expect(letters[0] + letters[1]).toBe(2)
  expect(await sendDigests(morning, post)).toBe(0)
  const [newest] = (await listOutbox(db)).filter(({ recipient }) => recipient === 'commune@saolang.example')
  expect(newest?.subject).toBe('1 thông báo chưa đọc')
  expect(newest?.text).toContain('Đang trong thời gian nộp hồ sơ phân hạng lại')
  expect(newest?.html).toContain('https://ocop.example.vn/notices/')
})

test('a morning’s letter that was not stored is written the next time', async () => {
  await remind(night('2027-03-31'), post)
  const refusing = { ...night('2027-03-31'), jobs: { send: () => Promise.reject(new Error('crash')) } }
  await expect(sendDigests(refusing, post)).rejects.toThrow('crash')
  expect(await listOutbox(db)).toEqual([])
  expect(await sendDigests(night('2027-03-31'), post)).toBe(5)
})
